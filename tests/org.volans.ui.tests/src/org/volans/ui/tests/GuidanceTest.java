package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.volans.ui.tests.TapViews.named;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.core.commands.Command;
import org.eclipse.core.resources.IFile;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.ui.Ids;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.selection.SelectionFollower;
import org.volans.ui.selection.TableRow;

/** What somebody who has never seen the workbench is led by: what is in front is meant, and views say what comes next. */
class GuidanceTest {

    private static final String COMMANDS = "org.volans.discovery.ui.";

    @BeforeEach
    void sky() throws Exception {
        Ui.startSky();
        Ui.page().closeAllEditors(false);
    }

    @Test
    void theTableInFrontIsMeantThoughNoneOfItsRowsIsHighlighted() throws Exception {
        IEditorPart objects = open("objects.vot", "objects");
        open(copy("later.vot"), "later");
        Ui.page().activate(objects);
        Ui.view(IPageLayout.ID_PROGRESS_VIEW);
        run("findImages");
        IViewPart view = Ui.view(Ids.DISCOVERY_VIEW);
        assertThat(Ui.one(view, Combo.class, named("discovery.positions")).getText())
                .isEqualTo("objects");
        opened("objects_radio");
    }

    @Test
    void theDownKeyBeginsAtTheFirstRowAndViewsSayWhatComesNext() throws Exception {
        Ui.view(Ids.SED_VIEW);
        Ui.view(Ids.LINKS_VIEW);
        IEditorPart objects = open("objects.vot", "objects");
        Ui.page().activate(objects);
        down(grid(objects));
        TableRow row = Ui.found("a highlighted row", () -> row(objects));
        assertThat(row.row()).isZero();
        down(grid(objects));
        Ui.until("the next", () -> row(objects).filter(r -> r.row() == 1).isPresent());
        offered(Ids.LINKS_VIEW, "Find images of this table\u2019s positions");
        offered(Ids.SED_VIEW, "Find photometry for this table\u2019s positions");

        IEditorPart later = open(copy("later.vot"), "later");
        Ui.page().activate(later);
        said(Ids.LINKS_VIEW, "No row of later is highlighted");
        said(Ids.SED_VIEW, "No row of later is highlighted");
    }

    @Test
    void aCutoutDoesNotHideTheTableEvenWhereAnImageStandsBesideIt() throws Exception {
        IFile image = new FitsFiles()
                .image(new long[] {20, 20}, i -> i, FitsFiles.tan(10, 10, 0.01))
                .write("beside.fits");
        Ui.open(image.getProjectRelativePath().toString());
        IEditorPart objects = open("objects.vot", "objects");
        Ui.page().activate(objects);
        down(grid(objects));
        Command cutout = Ui.service(ICommandService.class).getCommand(COMMANDS + "cutoutHere");
        Ui.until("a row that can be cut out at", cutout::isEnabled);
        run("cutoutHere");
        opened("radio_");
        Ui.until("the table shows beside it", () -> Ui.page().isPartVisible(objects));
    }

    private static void opened(String start) {
        Ui.until(
                start,
                () -> Arrays.stream(Ui.page().getEditorReferences())
                        .anyMatch(r -> r.getName().startsWith(start)));
    }

    private static void down(NatTable grid) {
        Event event = new Event();
        event.widget = grid;
        event.keyCode = SWT.ARROW_DOWN;
        grid.notifyListeners(SWT.KeyDown, event);
    }

    private static NatTable grid(IEditorPart editor) {
        return Ui.found(
                "the grid",
                () -> Ui.all(editor, NatTable.class).stream()
                        .filter(named("table.grid"))
                        .findFirst());
    }

    private static Optional<TableRow> row(IEditorPart editor) {
        return SelectionFollower.first(editor.getSite().getSelectionProvider().getSelection(), TableRow.class);
    }

    private static void offered(String view, String link) {
        Ui.until(
                link,
                () -> Ui.all(Ui.page().findView(view), Link.class).stream()
                        .anyMatch(l -> l.getText().contains(link)));
    }

    private static void said(String view, String words) {
        Ui.until(
                words,
                () -> Ui.all(Ui.page().findView(view), Label.class).stream()
                        .anyMatch(l -> l.getText().equals(words)));
    }

    private static String copy(String name) throws Exception {
        IFile copy = Ui.file(name);
        if (!copy.exists()) {
            Ui.file("objects.vot").copy(copy.getFullPath(), true, null);
        }
        return name;
    }

    private static IEditorPart open(String path, String table) throws Exception {
        IEditorPart editor = Ui.open(path);
        Ui.until(
                path,
                () -> Ui.service(OpenTables.class).all().stream()
                        .anyMatch(t -> t.name().equals(table)));
        return editor;
    }

    private static void run(String command) throws Exception {
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(COMMANDS + command, null);
    }
}
