package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;
import org.volans.ui.services.ServiceEntry;

/** Services, their tables and columns. */
class ServicesViewTest {

    private final IViewPart view;
    private final Tree tree;

    ServicesViewTest() throws Exception {
        view = Ui.view(Ids.SERVICES_VIEW);
        tree = Ui.one(view, Tree.class, TapViews.named("services.tree"));
    }

    @BeforeAll
    static void sky() throws Exception {
        Ui.startSky();
    }

    @AfterEach
    void everything() {
        filter().setText("");
        Ui.page().closeAllEditors(false);
    }

    private Text filter() {
        return Ui.one(view, Text.class, TapViews.named("services.filter"));
    }

    private String details() {
        return Ui.one(view, StyledText.class, TapViews.named("services.details"))
                .getText();
    }

    /** Clicks a link of the details by its words. */
    private void choose(String words) {
        Link link = Ui.one(view, Link.class, TapViews.named("services.links"));
        int at = link.getText().indexOf(">" + words + "<");
        assertThat(at).as(link.getText()).isPositive();
        Event event = new Event();
        event.text = link.getText().substring(0, at).replaceAll("^.*\"(\\d+)\"$", "$1");
        link.notifyListeners(SWT.Selection, event);
    }

    /** The file that is open in front, when its path begins so. */
    private static Optional<IFile> opened(String begins) {
        IEditorPart editor = Ui.page().getActiveEditor();
        return editor != null && editor.getEditorInput() instanceof IFileEditorInput input
                ? Optional.of(input.getFile())
                        .filter(f -> f.getProjectRelativePath().toString().startsWith(begins))
                : Optional.empty();
    }

    @Test
    void opensToTheColumns() throws Exception {
        TreeItem table = TapViews.expand(tree, "Sky ASTRON TAP", "lolss", "source_catalog");
        TapViews.open(table);
        TreeItem ra = TapViews.child(table, "ra ");
        assertThat(ra.getText()).contains("deg").contains("pos.eq.ra;meta.main");
        TapViews.select(tree, table);
        Ui.until("details of the table", () -> details().startsWith("source_catalog"));
        Table columns = Ui.one(view, Table.class, TapViews.named("services.columns"));
        Ui.until("the grid of columns", () -> columns.getItemCount() > 3 && columns.getVisible());
        assertThat(columns.getItem(1).getText(0)).isEqualTo("ra");
        assertThat(columns.getItem(1).getText(2)).isEqualTo("deg");
        Ui.screenshot("services");
    }

    @Test
    void saysWhatAServiceCanDo() throws Exception {
        TapViews.select(tree, TapViews.expand(tree, "Sky VizieR TAP"));
        Ui.until("capabilities", () -> details().contains("ADQL 2.1"));
        assertThat(details()).contains("Uploads:  tables can be sent along");
        choose("Check availability");
        Ui.until("availability", () -> details().contains("Available:  yes"));
    }

    @Test
    void aDeadServiceSaysSoAndIsAskedAgain() throws Exception {
        TreeItem dead = TapViews.expand(tree, "Sky down TAP");
        TapViews.open(dead);
        TreeItem again = TapViews.child(dead, "Try again");
        assertThat(dead.getItem(0).getText()).contains("127.0.0.1");
        TapViews.select(tree, again);
        Ui.until("the failure's words", () -> details().startsWith("Sky down TAP\n127.0.0.1"));
        Ui.screenshot("services-failure");
        choose("Try again");
        Ui.until("asked again and failed again", () -> dead.getItemCount() == 2);
        TreeItem alive = TapViews.expand(tree, "Sky GAVO TAP", "ivoa");
        assertThat(alive.getText()).startsWith("ivoa");
    }

    @Test
    void theFilterFindsTablesAndColumns() throws Exception {
        TapViews.expand(tree, "Sky ASTRON TAP", "lolss", "source_catalog", "ra ");
        filter().setText("source total");
        Label notice = Ui.one(view, Label.class, TapViews.named("services.notice"));
        Ui.until("found", () -> notice.getText().matches("[0-9]+ found.*"));
        TreeItem service = TapViews.expand(tree, "Sky ASTRON TAP");
        Ui.until("opened by itself", service::getExpanded);
        assertThat(service.getItemCount()).isEqualTo(1);
        TreeItem table = service.getItem(0).getItem(0);
        assertThat(table.getText()).startsWith("source_catalog");
        assertThat(TapViews.children(table).map(TreeItem::getText))
                .isNotEmpty()
                .allMatch(t -> t.startsWith("total") || t.contains("_total"));
        Ui.screenshot("services-filter");
        filter().setText("nosuchthinganywhere");
        Ui.until("nothing found", () -> notice.getText().startsWith("Nothing found"));
        filter().setText("");
        Ui.until("everything again", () -> tree.getItemCount() >= 5);
        Ui.until(
                "as it was before",
                () -> TapViews.expand(tree, "Sky ASTRON TAP").getExpanded());
    }

    @Test
    void previewsATable() throws Exception {
        TreeItem table = TapViews.expand(tree, "Sky ASTRON TAP", "lolss", "source_catalog");
        TapViews.select(tree, table);
        TapViews.action(view, "Preview").run();
        IFile file = Ui.found("its editor", () -> opened("results/source_catalog"));
        Provenance told = Highlighter.off(
                "reads the sidecar",
                monitor -> Ui.service(ProjectFolder.class).provenance(file).orElseThrow());
        assertThat(told.query()).isEqualTo("SELECT TOP 100 *\nFROM lolss.source_catalog");
        assertThat(told.source()).endsWith("/astron/tap");
        assertThat(told.rows()).isBetween(1L, 100L);
    }

    @Test
    void writesAQueryOnATable() throws Exception {
        TreeItem table = TapViews.expand(tree, "Sky VizieR TAP", "vizls", "V/147/sdss12");
        TapViews.select(tree, table);
        TapViews.action(view, "New Query").run();
        IFile file = Ui.found("its editor", () -> opened("queries/V_147_sdss12"));
        assertThat(new String(file.getContents().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("SELECT TOP 100 *\nFROM \"V/147/sdss12\"\n");
        assertThat(file.getPersistentProperty(new QualifiedName("org.volans", "service")))
                .isEqualTo(TapViews.service("VizieR").url().toString());
    }

    @Test
    void namesAreCopiedAsAdqlWritesThem() throws Exception {
        TreeItem table = TapViews.expand(tree, "Sky VizieR TAP", "vizls", "V/147/sdss12");
        TapViews.select(tree, table);
        choose("Copy name");
        Clipboard clipboard = new Clipboard(tree.getDisplay());
        try {
            assertThat(clipboard.getContents(TextTransfer.getInstance())).isEqualTo("\"V/147/sdss12\"");
        } finally {
            clipboard.dispose();
        }
    }

    @Test
    void namesGoIntoTheQueryByDraggingAndByInserting() throws Exception {
        TreeItem table = TapViews.expand(tree, "Sky VizieR TAP", "vizls", "V/147/sdss12");
        TapViews.select(tree, table);
        choose("New query");
        Ui.until("a query", () -> Ui.page().getActiveEditor() instanceof ITextEditor);
        IDocument text = document((ITextEditor) Ui.page().getActiveEditor());
        choose("Insert");
        assertThat(text.get()).startsWith("\"V/147/sdss12\"SELECT");
        DragSource source = (DragSource) tree.getData(DND.DRAG_SOURCE_KEY);
        assertThat(source.getTransfer()).containsExactly(TextTransfer.getInstance());
        // a text takes what is moved; without a key held a copy only would be refused
        assertThat(source.getStyle() & DND.DROP_MOVE).isEqualTo(DND.DROP_MOVE);
    }

    private static IDocument document(ITextEditor editor) {
        return editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    @Test
    void aServiceIsAddedByItsShortNameAndRemoved() throws Exception {
        ServiceEntry known = TapViews.service("GAVO");
        String name = "mine " + System.nanoTime();
        tree.getDisplay().asyncExec(() -> fillIn(known.ivoid(), name));
        TapViews.action(view, "Add Service…").run();
        TreeItem added = TapViews.expand(tree, name);
        assertThat(TapViews.service(name).url()).isEqualTo(known.url());
        TapViews.select(tree, added);
        view.getViewSite()
                .getActionBars()
                .getGlobalActionHandler(ActionFactory.DELETE.getId())
                .run();
        Ui.until(
                "removed", () -> TapViews.roots(tree).noneMatch(i -> i.getText().startsWith(name)));
    }

    private static void fillIn(String service, String name) {
        Shell dialog = Arrays.stream(Display.getCurrent().getShells())
                .filter(s -> s.getText().equals("Add Service"))
                .findFirst()
                .orElse(null);
        if (dialog == null) {
            Display.getCurrent().timerExec(100, () -> fillIn(service, name));
            return;
        }
        List<Text> fields = new ArrayList<>();
        Ui.collect(dialog, Text.class, fields);
        List<Text> open = fields.stream().filter(Text::getEditable).toList();
        open.get(0).setText(service);
        open.get(1).setText(name);
        List<Button> buttons = new ArrayList<>();
        Ui.collect(dialog, Button.class, buttons);
        buttons.stream().filter(b -> b.getText().equals("Add")).findFirst().ifPresent(Ui::click);
    }

    @Test
    void showsTheExamplesOfAService() throws Exception {
        TreeItem examples = TapViews.expand(tree, "Sky ASTRON TAP", "Examples");
        TapViews.open(examples);
        Ui.until(
                "examples",
                () -> examples.getItemCount() > 0
                        && !examples.getItem(0).getText().startsWith("Reading"));
        TreeItem first = examples.getItem(0);
        String name = first.getText();
        TapViews.select(tree, first);
        Ui.until("the example's query", () -> details().contains("SELECT"));
        assertThat(details()).startsWith(name);
        int editors = Ui.page().getEditorReferences().length;
        choose("Open as query");
        Ui.until("opened", () -> Ui.page().getEditorReferences().length > editors);
    }
}
