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
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.Test;
import org.volans.api.VoException;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.query.QueryFile;
import org.volans.ui.query.QueryRequest;
import org.volans.ui.query.QueryRunner;

/** Queries to services that hang, break off, refuse or answer late. */
class RudeQueryTest extends RudeServiceSteps {

    private IFile file;

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
        Ui.page().activate(again);
        Ui.click(item(again, "run"));
        Ui.until("the answer to a file that is gone", () -> status(again).startsWith("2 rows"));
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
}
