package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.Test;
import org.volans.api.VoException;
import org.volans.api.registry.RegistryService;
import org.volans.api.tap.JobLedger;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapService;
import org.volans.ui.Ids;
import org.volans.ui.services.Preferences;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;

/** Services that hang, break off, refuse, answer nonsense, in the Services and Jobs views: nothing else suffers. */
class RudeServiceTest extends RudeServiceSteps {

    private static String details() throws Exception {
        return Ui.one(services(), StyledText.class, TapViews.named("services.details"))
                .getText();
    }

    private static boolean offers(String words) {
        try {
            return Ui.one(services(), Link.class, TapViews.named("services.links"))
                    .getText()
                    .contains(">" + words + "<");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void choose(String words) throws Exception {
        Link link = Ui.one(services(), Link.class, TapViews.named("services.links"));
        int at = link.getText().indexOf(">" + words + "<");
        Event event = new Event();
        event.text = link.getText().substring(0, at).replaceAll("(?s)^.*\"(\\d+)\"$", "$1");
        link.notifyListeners(SWT.Selection, event);
    }

    @Test
    void eachSaysWhatIsWrongAndIsAskedAgain() throws Exception {
        Map<String, String> words = Map.of(
                "early", "broke off its answer after",
                "silent", "closed the connection without an answer",
                "page", "answered HTML",
                "broken", "Server Error: java.lang.NullPointerException (HTTP 500)",
                "loop", "from page to page without end",
                "locked", "Log in first (HTTP 401)",
                "busy", "Slow down (HTTP 429)");
        add("hang");
        words.keySet().forEach(this::add);
        add("ok");
        TapViews.expand(tree(), "Rude hang", "Reading the tables");
        for (Map.Entry<String, String> each : words.entrySet()) {
            String name = "Rude " + each.getKey();
            TapViews.expand(tree(), name, "");
            // what the tree has for it may be another item by then: the list of services may have changed
            TapViews.await(tree(), name, "Try again");
            TreeItem service = TapViews.expand(tree(), name);
            assertThat(service.getItem(0).getText()).contains(each.getValue()).doesNotContain("at org.");
            service.setExpanded(false);
        }
        TapViews.expand(tree(), "Rude ok", "sch", "stars", "ra");
        TreeItem columns = TapViews.expand(tree(), "Rude ok", "sch", "odd, name");
        TapViews.open(columns);
        TapViews.child(columns, "with blank");
        TapViews.child(columns, "Größe");
        TapViews.child(columns, "select");
        Ui.screenshot("services-rude");
    }

    @Test
    void stopEndsTheWaitAndTheConnection() throws Exception {
        add("hang");
        TreeItem service =
                TapViews.expand(tree(), "Rude hang", "Reading the tables").getParentItem();
        Ui.until("it hangs", () -> rude.waiting.get() > 0);
        TapViews.select(tree(), service);
        Ui.until("it can be stopped", () -> offers("Stop"));
        int before = rude.asked("hang/tables");
        choose("Stop");
        Ui.until("it can be asked again", () -> offers("Try again"));
        assertThat(details()).contains("Stopped.");
        Ui.until("the connection of the tables is closed", () -> rude.left.get() > 0);
        choose("Try again");
        Ui.until("it is asked again", () -> rude.asked("hang/tables") > before);
    }

    @Test
    void aServiceThatIsTakenOutIsLeft() throws Exception {
        ServiceEntry entry = add("hang");
        TapViews.expand(tree(), "Rude hang", "Reading the tables");
        Ui.until("it hangs", () -> rude.waiting.get() > 0);
        Highlighter.off("removes it", monitor -> {
            Ui.service(ServiceList.class).remove(entry);
            return "";
        });
        Ui.until("nobody waits for it any more", () -> rude.waiting.get() == 0 && rude.left.get() > 0);
        assertThat(TapViews.roots(tree())).noneMatch(i -> i.getText().startsWith("Rude hang"));
    }

    @Test
    void thePreferredPatienceHoldsForRegistryAndTables() throws Exception {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(Preferences.NODE);
        preferences.putInt(Preferences.TIMEOUT, 1);
        try {
            String registry = Highlighter.off("asks the registry", monitor -> {
                try {
                    return "" + Ui.service(RegistryService.class).statesCoverage(rude.url("hang"), monitor);
                } catch (VoException e) {
                    return e.getMessage();
                }
            });
            assertThat(registry).contains("has not answered within 1 s");
            add("hang");
            TreeItem service = TapViews.expand(tree(), "Rude hang", "").getParentItem();
            Ui.until(
                    "it has failed",
                    () -> TapViews.children(service)
                            .anyMatch(i -> i.getText().contains("has not answered within 1 s")));
        } finally {
            preferences.remove(Preferences.TIMEOUT);
        }
    }

    private static Optional<TableItem> row(Table table, String query) {
        return Arrays.stream(table.getItems())
                .filter(i -> i.getText(1).equals(query))
                .findFirst();
    }

    private void submit(String way, String adql) {
        Highlighter.off("submits", monitor -> {
            TapService tap = Ui.service(TapService.class);
            return tap.submit(TapQuery.of(rude.url(way), adql), monitor);
        });
        Highlighter.off("remembers", monitor -> {
            Ui.service(JobLedger.class)
                    .add(new JobLedger.Entry(
                            java.net.URI.create(rude.url(way) + "/async/j1"),
                            rude.url(way),
                            adql,
                            "2026-01-02T03:04:05Z"));
            return "";
        });
    }

    @Test
    void jobsThatRunVanishOrSayWhatNobodyKnows() throws Exception {
        IViewPart view = Ui.view(Ids.JOBS_VIEW);
        submit("running", "SELECT a FROM sch.running");
        submit("odd", "SELECT a FROM sch.odd");
        submit("vanishing", "SELECT a FROM sch.vanishing");
        TapViews.action(view, "Refresh").run();
        Table table = Ui.one(view, Table.class, TapViews.named("jobs.table"));
        Map.of(
                        "SELECT a FROM sch.running", "Executing",
                        "SELECT a FROM sch.odd", "Unknown",
                        "SELECT a FROM sch.vanishing", "Gone")
                .forEach((query, phase) -> Ui.until(
                        query + " is " + phase,
                        () -> row(table, query)
                                .filter(i -> i.getText(0).equals(phase))
                                .isPresent()));
        table.setSelection(row(table, "SELECT a FROM sch.running").orElseThrow());
        Ui.notify(table, SWT.Selection);
        assertThat(TapViews.action(view, "Abort").isEnabled()).isTrue();
        assertThat(TapViews.action(view, "Fetch Result").isEnabled()).isFalse();
        Ui.until(
                "it tells when it began",
                () -> Ui.one(view, StyledText.class, TapViews.named("jobs.details"))
                        .getText()
                        .contains("2026-01-02 03:04:05"));
        Ui.screenshot("jobs-running");
        Highlighter.off("empties the ledger", monitor -> {
            for (JobLedger.Entry entry : Ui.service(JobLedger.class).entries()) {
                Ui.service(JobLedger.class).remove(entry.job());
            }
            return "";
        });
        TapViews.action(view, "Refresh").run();
    }
}
