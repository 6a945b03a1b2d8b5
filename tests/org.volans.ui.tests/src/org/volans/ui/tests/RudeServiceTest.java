package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.api.VoException;
import org.volans.api.registry.RegistryService;
import org.volans.api.tap.JobLedger;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapService;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.query.QueryFile;
import org.volans.ui.query.QueryRequest;
import org.volans.ui.query.QueryRunner;
import org.volans.ui.services.Preferences;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;

/** Services that hang, break off, refuse, answer nonsense: each is told of in its place, and nothing else suffers. */
class RudeServiceTest {

    private RudeService rude;
    private final List<ServiceEntry> added = new ArrayList<>();
    private IFile file;

    @BeforeEach
    void begin() throws Exception {
        rude = new RudeService();
        Ui.page().closeAllEditors(false);
    }

    @AfterEach
    void end() throws Exception {
        Ui.page().closeAllEditors(false);
        Highlighter.off("removes the services", monitor -> {
            for (ServiceEntry entry : added) {
                Ui.service(ServiceList.class).remove(entry);
            }
            return "";
        });
        rude.close();
        Tree tree = tree();
        Ui.until(
                "they are gone",
                () -> TapViews.roots(tree).noneMatch(i -> i.getText().startsWith("Rude ")));
    }

    private ServiceEntry add(String way) {
        ServiceEntry entry = rude.entry(way);
        Ui.service(ServiceList.class).addForSession(entry);
        added.add(entry);
        return entry;
    }

    private static IViewPart services() throws Exception {
        return Ui.view(Ids.SERVICES_VIEW);
    }

    private static Tree tree() throws Exception {
        return Ui.one(services(), Tree.class, TapViews.named("services.tree"));
    }

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
            TreeItem note = TapViews.expand(tree(), "Rude " + each.getKey(), "").getParentItem();
            Ui.until(
                    each.getKey() + " has failed",
                    () -> TapViews.children(note).anyMatch(i -> i.getText().equals("Try again")));
            assertThat(note.getItem(0).getText()).contains(each.getValue()).doesNotContain("at org.");
            note.setExpanded(false);
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

    private static long results() {
        String[] names = Ui.service(ProjectFolder.class)
                .project()
                .getFolder(ProjectFolder.RESULTS)
                .getLocation()
                .toFile()
                .list();
        return names == null ? 0 : names.length;
    }

    private Throwable failure(String way, NullProgressMonitor monitor) {
        QueryRequest request = new QueryRequest(
                rude.entry(way), "SELECT a FROM sch.stars", Map.of(), false, OptionalLong.empty(), "rude");
        return Highlighter.off("asks " + way, m -> {
            try {
                Ui.service(QueryRunner.class).run(request, monitor);
                throw new AssertionError("not refused");
            } catch (VoException | OperationCanceledException e) {
                return e;
            }
        });
    }

    @Test
    void nothingHalfIsKept() {
        long before = results();
        NullProgressMonitor monitor = new NullProgressMonitor();
        assertThat(failure("early", monitor)).hasMessageContaining("broke off");
        assertThat(failure("page", monitor)).hasMessageContaining("HTML");
        assertThat(failure("error", monitor)).hasMessageContaining("the database <fell> over");
        assertThat(failure("lateerror", monitor)).hasMessageContaining("disk full");
        assertThat(results()).isEqualTo(before);
    }

    @Test
    void cancellingInTheMiddleOfAnAnswerClosesIt() {
        long before = results();
        NullProgressMonitor monitor = new NullProgressMonitor();
        Thread.ofVirtual().start(() -> {
            while (rude.waiting.get() == 0) {
                Thread.onSpinWait();
            }
            monitor.setCanceled(true);
        });
        assertThat(failure("midhang", monitor)).isInstanceOf(OperationCanceledException.class);
        Ui.until("the connection is closed", () -> rude.left.get() == 1);
        assertThat(results()).isEqualTo(before);
    }

    private IEditorPart edit(String text, String way) throws Exception {
        add(way);
        IFolder folder = Ui.service(ProjectFolder.class).project().getFolder(ProjectFolder.QUERIES);
        if (!folder.exists()) {
            folder.create(true, true, null);
        }
        file = folder.getFile("rude-" + way + ".adql");
        if (file.exists()) {
            file.delete(true, null);
        }
        file.create(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true, null);
        file.setPersistentProperty(QueryFile.SERVICE, rude.url(way).toString());
        IEditorPart editor = IDE.openEditor(Ui.page(), file);
        Combo service = Ui.one(editor, Combo.class, TapViews.named("adql.service"));
        Ui.until("the service shows", () -> service.getText().contains("/" + way));
        return editor;
    }

    private static ToolItem item(IEditorPart editor, String id) {
        return Ui.all(editor, ToolBar.class).stream()
                .flatMap(b -> Arrays.stream(b.getItems()))
                .filter(i -> ("adql." + id).equals(i.getData("org.volans.id")))
                .findFirst()
                .orElseThrow();
    }

    private static String status(IEditorPart editor) {
        return Ui.one(editor, Link.class, TapViews.named("adql.status")).getText();
    }

    @Test
    void theAssistFillsWhenTheTablesArrive() throws Exception {
        IEditorPart editor = edit("SELECT * FROM ", "late");
        StyledText text = Ui.one(editor, StyledText.class, t -> true);
        text.forceFocus();
        text.setSelection(text.getCharCount());
        editor.getAdapter(ITextOperationTarget.class).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
        Ui.until("it says that it waits", () -> proposals().stream().anyMatch(p -> p.startsWith("Loading metadata")));
        rude.let.release(100);
        Ui.until("the tables are there", () -> proposals().stream().anyMatch(p -> p.startsWith("sch.stars")));
        assertThat(text.getText()).isEqualTo("SELECT * FROM ");
    }

    /** What the assist's list has. */
    private static List<String> proposals() {
        for (Shell shell : Display.getCurrent().getShells()) {
            List<Table> tables = new ArrayList<>();
            if (shell.isVisible() && shell.getText().isEmpty()) {
                Ui.collect(shell, Table.class, tables);
            }
            Optional<Table> list = tables.stream().filter(Control::isVisible).findFirst();
            if (list.isPresent()) {
                return texts(list.get());
            }
        }
        return List.of();
    }

    private static List<String> texts(Table table) {
        for (int i = 0; i < table.getItemCount(); i++) {
            Event event = new Event();
            event.item = table.getItem(i);
            event.index = i;
            table.notifyListeners(SWT.SetData, event);
        }
        return Arrays.stream(table.getItems()).map(TableItem::getText).toList();
    }

    @Test
    void sendsAQueryAsItIsWrittenAlsoWhenItsFileIsGone() throws Exception {
        String adql = "SELECT a -- Größe Ω 日本\r\nFROM sch.stars\r\nWHERE a = 'ü''x'\r\n";
        IEditorPart editor = edit(adql, "ok");
        Ui.click(item(editor, "run"));
        Ui.until("the answer", () -> status(editor).startsWith("2 rows"));
        assertThat(rude.queries).anyMatch(q -> q.contains("Größe Ω 日本") && q.contains("'ü''x'"));
        IEditorPart again = edit("SELECT b FROM sch.stars\n", "ok2");
        Ui.one(again, StyledText.class, t -> true).append(" -- changed");
        file.delete(true, null);
        if (Ui.page().findEditor(again.getEditorInput()) != null) {
            Ui.page().activate(again);
            Ui.click(item(again, "run"));
            Ui.until("the answer to a file that is gone", () -> status(again).startsWith("2 rows"));
        }
    }

    @Test
    void oneThatHangsLeavesTheOtherAlone() throws Exception {
        IEditorPart hanging = edit("SELECT a FROM sch.stars\n", "hang");
        Ui.click(item(hanging, "run"));
        Ui.until("it hangs", () -> rude.asked("hang/sync") == 1);
        IEditorPart quick = edit("SELECT a FROM sch.stars\n", "ok");
        Ui.click(item(quick, "run"));
        Ui.until("the answer", () -> status(quick).startsWith("2 rows"));
        assertThat(status(hanging)).startsWith("Running");
        int left = rude.left.get();
        Ui.click(item(hanging, "stop"));
        assertThat(status(hanging)).startsWith("Stopped.");
        Ui.until("its connection is closed", () -> rude.left.get() > left);
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
                        "SELECT a FROM sch.vanishing", "Forgotten by the service")
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
