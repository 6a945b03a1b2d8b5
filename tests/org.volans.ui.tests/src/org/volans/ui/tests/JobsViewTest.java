package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.api.tap.JobLedger;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapService;
import org.volans.api.tap.UwsJob;
import org.volans.ui.Ids;
import org.volans.ui.widgets.StatePane;

/** Jobs at services, from the ledger. */
class JobsViewTest {

    private IViewPart view;
    private Table table;

    @BeforeAll
    static void sky() throws Exception {
        Ui.startSky();
    }

    @BeforeEach
    void emptyLedger() throws Exception {
        Highlighter.off("empties the ledger", monitor -> {
            for (JobLedger.Entry entry : Ui.service(JobLedger.class).entries()) {
                Ui.service(JobLedger.class).remove(entry.job());
            }
            return "";
        });
        view = Ui.view(Ids.JOBS_VIEW);
        table = Ui.one(view, Table.class, TapViews.named("jobs.table"));
        refresh();
        Ui.until("nothing left", () -> !state().showsContent());
    }

    private StatePane state() {
        return Ui.one(view, StatePane.class, s -> true);
    }

    private void refresh() {
        TapViews.action(view, "Refresh").run();
    }

    private String details() {
        return Ui.one(view, StyledText.class, TapViews.named("jobs.details")).getText();
    }

    private UwsJob submit(String service, String adql) {
        UwsJob job = Highlighter.off("submits", monitor -> {
            URI url = TapViews.service(service).url();
            UwsJob made = Ui.service(TapService.class).submit(TapQuery.of(url, adql), monitor);
            Ui.service(JobLedger.class).add(new JobLedger.Entry(made.url(), url, adql, "2026-01-02T03:04:05Z"));
            return made;
        });
        refresh();
        return job;
    }

    private Optional<TableItem> row(String query) {
        return Arrays.stream(table.getItems())
                .filter(i -> i.getText(1).equals(query))
                .findFirst();
    }

    private void untilPhase(String query, String phase) {
        Ui.until(
                query + " is " + phase,
                () -> row(query).filter(i -> i.getText(0).equals(phase)).isPresent());
    }

    private void select(String query) {
        table.setSelection(row(query).orElseThrow());
        Ui.notify(table, SWT.Selection);
    }

    @Test
    void explainsItselfWhenEmpty() throws Exception {
        assertThat(state().says()).contains("No jobs yet").contains("Choose a table to query");
    }

    @Test
    void watchesAJobToItsEndAndFetchesItsResult() throws Exception {
        String slow = "SELECT obs_id, s_ra, s_dec FROM ivoa.obscore";
        submit("slow", slow);
        untilPhase(slow, "Completed");
        submit("ASTRON", "SELECT nosuch FROM lolss.source_catalog");
        untilPhase("SELECT nosuch FROM lolss.source_catalog", "Error");
        TableItem row = row(slow).orElseThrow();
        assertThat(row.getText(2)).isEqualTo("Sky slow TAP");
        assertThat(row.getText(3)).isEqualTo("2026-01-02 03:04:05");
        assertThat(row.getText(5)).isNotEmpty();
        select(slow);
        Ui.until("details", () -> details().startsWith("Completed") && details().contains(slow));
        int editors = Ui.page().getEditorReferences().length;
        TapViews.action(view, "Fetch Result").run();
        Ui.until("the result is open", () -> Ui.page().getEditorReferences().length > editors);
        Ui.until(
                "rows are known",
                () -> row(slow)
                        .filter(i -> i.getText(6).matches("[1-9][0-9,]*"))
                        .isPresent());
        assertThat(Ui.page().getActiveEditor().getTitle()).startsWith("obscore");
        TapViews.action(view, "Open Result");
        view = Ui.view(Ids.JOBS_VIEW);
        Ui.screenshot("jobs");
    }

    @Test
    void showsWhatTheServiceSaysOfAFailure() throws Exception {
        String wrong = "SELECT nosuch FROM lolss.source_catalog";
        submit("ASTRON", wrong);
        untilPhase(wrong, "Error");
        select(wrong);
        Ui.until(
                "the service's words",
                () -> details().lines().skip(1).findFirst().orElse("").contains("nosuch"));
    }

    @Test
    void abortsAJob() throws Exception {
        String slow = "SELECT TOP 7 obs_id FROM ivoa.obscore";
        submit("slow", slow);
        Ui.until(
                "it is there",
                () -> row(slow).filter(i -> !i.getText(0).startsWith("Asking")).isPresent());
        if (!row(slow).orElseThrow().getText(0).equals("Completed")) {
            select(slow);
            TapViews.action(view, "Abort").run();
            Ui.until(
                    "it has ended",
                    () -> row(slow)
                            .filter(i -> i.getText(0).matches("Aborted|Completed"))
                            .isPresent());
        }
    }

    @Test
    void aJobThatIsGoneSaysSoAndIsForgotten() throws Exception {
        String query = "SELECT TOP 1 obs_id FROM ivoa.obscore";
        UwsJob job = submit("GAVO", query);
        untilPhase(query, "Completed");
        Highlighter.off("deletes it behind the view's back", monitor -> {
            Ui.service(TapService.class).delete(job.url(), monitor);
            return "";
        });
        refresh();
        untilPhase(query, "Gone");
        select(query);
        TapViews.action(view, "Forget").run();
        Ui.until("forgotten", () -> !state().showsContent());
    }

    @Test
    void deletesAtTheServiceWhenConfirmed() throws Exception {
        String query = "SELECT TOP 2 obs_id FROM ivoa.obscore";
        UwsJob job = submit("GAVO", query);
        untilPhase(query, "Completed");
        select(query);
        Display.getCurrent().asyncExec(JobsViewTest::confirm);
        TapViews.action(view, "Delete…").run();
        Ui.until("deleted", () -> !state().showsContent());
        String words = Highlighter.off("asks for it", monitor -> {
            try {
                return Ui.service(TapService.class)
                        .job(job.url(), monitor)
                        .phase()
                        .name();
            } catch (org.volans.api.ServiceException e) {
                return String.valueOf(e.status());
            }
        });
        assertThat(words).isEqualTo("404");
    }

    private static void confirm() {
        for (Shell shell : Display.getCurrent().getShells()) {
            if (shell.getText().equals("Delete Job")) {
                java.util.List<Button> buttons = new java.util.ArrayList<>();
                Ui.collect(shell, Button.class, buttons);
                buttons.stream()
                        .filter(b -> b.getText().replace("&", "").equals("OK"))
                        .findFirst()
                        .ifPresent(Ui::click);
                return;
            }
        }
        Display.getCurrent().timerExec(100, JobsViewTest::confirm);
    }
}
