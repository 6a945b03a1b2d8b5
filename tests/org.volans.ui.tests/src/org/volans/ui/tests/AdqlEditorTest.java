package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
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
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.ui.Ids;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;

/** Writing and running queries on the embedded sky. */
class AdqlEditorTest {

    private static final String MARKER = "org.volans.adql.ui.problem";

    private static final String JOIN = """
            SELECT sdss.*, mine.ra, mine.dec
            FROM "V/147/sdss12" AS sdss
                JOIN TAP_UPLOAD.objects AS mine
                    ON 1 = CONTAINS(POINT(sdss.RA_ICRS, sdss.DE_ICRS), CIRCLE(mine.ra, mine.dec, 2. / 3600.))
            """;

    private IEditorPart editor;
    private IFile file;

    @BeforeEach
    void sky() throws Exception {
        Ui.startSky();
    }

    @AfterEach
    void close() {
        Ui.page().closeAllEditors(false);
    }

    private static ServiceEntry service(String path) {
        return Ui.service(ServiceList.class).all().stream()
                .filter(s -> s.url().toString().contains(path))
                .findFirst()
                .orElseThrow();
    }

    private void open(String name, String text, String service) throws Exception {
        open(name, text.getBytes(StandardCharsets.UTF_8), service);
    }

    private void open(String name, byte[] bytes, String service) throws Exception {
        IFolder folder = Ui.file("queries/x").getProject().getFolder("queries");
        if (!folder.exists()) {
            folder.create(true, true, null);
        }
        file = folder.getFile(name);
        if (file.exists()) {
            file.delete(true, null);
        }
        file.create(new ByteArrayInputStream(bytes), true, null);
        if (!service.isEmpty()) {
            file.setPersistentProperty(
                    new QualifiedName("org.volans", "service"),
                    service(service).url().toString());
        }
        editor = IDE.openEditor(Ui.page(), file);
        assertThat(editor.getSite().getId()).isEqualTo(Ids.ADQL_EDITOR);
    }

    private StyledText text() {
        return Ui.one(editor, StyledText.class, t -> true);
    }

    private IDocument document() {
        ITextEditor of = (ITextEditor) editor;
        return of.getDocumentProvider().getDocument(of.getEditorInput());
    }

    private List<IMarker> problems() {
        try {
            return Arrays.asList(file.findMarkers(MARKER, true, IResource.DEPTH_ZERO));
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean annotated(int offset) {
        ITextEditor of = (ITextEditor) editor;
        IAnnotationModel model = of.getDocumentProvider().getAnnotationModel(of.getEditorInput());
        boolean[] found = {false};
        model.getAnnotationIterator()
                .forEachRemaining(a -> found[0] |=
                        a.getType().endsWith(".error") && model.getPosition(a).getOffset() == offset);
        return found[0];
    }

    private Link status() {
        return Ui.one(editor, Link.class, l -> "adql.status".equals(l.getData("org.volans.id")));
    }

    private ToolItem item(String id) {
        return Ui.all(editor, ToolBar.class).stream()
                .flatMap(b -> Arrays.stream(b.getItems()))
                .filter(i -> ("adql." + id).equals(i.getData("org.volans.id")))
                .findFirst()
                .orElseThrow();
    }

    /** The table of the assist's list or of the uploads, in whatever shell it is. */
    private static Optional<Table> table(java.util.function.Predicate<Table> which) {
        for (Shell shell : Display.getCurrent().getShells()) {
            if (shell.isVisible()) {
                List<Table> tables = new java.util.ArrayList<>();
                Ui.collect(shell, Table.class, tables);
                Optional<Table> found =
                        tables.stream().filter(Control::isVisible).filter(which).findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Table assist(int offset, String wanted) {
        text().forceFocus();
        text().setSelection(offset);
        ((ITextOperationTarget) editor.getAdapter(ITextOperationTarget.class))
                .doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
        return Ui.found(
                "the list has " + wanted, () -> table(t -> texts(t).stream().anyMatch(s -> s.startsWith(wanted))));
    }

    private static List<String> texts(Table table) {
        // a virtual table fills its lines when they are asked for
        for (int i = 0; i < table.getItemCount(); i++) {
            table.getItem(i).getText();
            if (table.getItem(i).getText().isEmpty()) {
                Event event = new Event();
                event.item = table.getItem(i);
                event.index = i;
                table.notifyListeners(SWT.SetData, event);
            }
        }
        return Arrays.stream(table.getItems()).map(TableItem::getText).toList();
    }

    @Test
    void underlinesAWrongColumnAndMendsIt() throws Exception {
        open("wrong.adql", "SELECT s.gmg\nFROM \"V/147/sdss12\" AS s\n", "vizier");
        Ui.until("the problem is marked", () -> !problems().isEmpty());
        IMarker problem = problems().get(0);
        assertThat(problem.getAttribute(IMarker.MESSAGE, ""))
                .contains("unknown column 'gmg'")
                .contains("did you mean gmag?");
        assertThat(problem.getAttribute(IMarker.CHAR_START, -1)).isEqualTo(9);
        assertThat(problem.getAttribute(IMarker.LINE_NUMBER, -1)).isEqualTo(1);
        Ui.until("it is underlined", () -> annotated(9));
        Ui.screenshot("adql-fault");
        IMarkerResolution[] fixes = IDE.getMarkerHelpRegistry().getResolutions(problem);
        assertThat(fixes).extracting(IMarkerResolution::getLabel).containsExactly("Change to gmag");
        fixes[0].run(problem);
        assertThat(document().get()).startsWith("SELECT s.gmag\n");
        Ui.until("the problem is gone", () -> problems().isEmpty());
    }

    @Test
    void proposesTheColumnsOfAnAlias() throws Exception {
        open("assist.adql", "SELECT t.\nFROM \"V/147/sdss12\" AS t, TAP_UPLOAD.mine AS m\n", "vizier");
        Ui.until("the service shows", () -> service().getText().contains("/vizier"));
        Table list = assist(9, "RA_ICRS");
        assertThat(texts(list)).anyMatch(s -> s.startsWith("gmag")).noneMatch(s -> s.startsWith("WHERE"));
        Ui.screenshot("adql-assist");
    }

    @Test
    void runsAndOpensTheResult() throws Exception {
        open("bright.adql", "SELECT TOP 7 SDSS12, gmag FROM \"V/147/sdss12\"\n", "vizier");
        Ui.until("the service shows", () -> service().getText().contains("/vizier"));
        Ui.click(item("run"));
        Ui.until("the answer", () -> status().getText().startsWith("7 rows"));
        Ui.until(
                "the result is open",
                () -> Ui.page().getActiveEditor() != null
                        && Ui.page().getActiveEditor().getTitle().startsWith("bright"));
    }

    private Combo service() {
        return Ui.one(editor, Combo.class, c -> "adql.service".equals(c.getData("org.volans.id")));
    }

    @Test
    void joinsAnUpload() throws Exception {
        open("join.adql", JOIN, "vizier");
        Ui.until("the service shows", () -> service().getText().contains("/vizier"));
        Ui.until("the upload is missed", () -> item("upload").getText().contains("objects missing"));
        Ui.click(item("run"));
        assertThat(status().getText()).contains("No table is uploaded as objects");
        Ui.click(item("upload"));
        Table choices =
                Ui.found("the uploads", () -> table(t -> "adql.uploads.table".equals(t.getData("org.volans.id"))));
        TableItem objects = Arrays.stream(choices.getItems())
                .filter(i -> i.getText(1).equals("objects.vot"))
                .findFirst()
                .orElseThrow();
        objects.setChecked(true);
        Event event = new Event();
        event.item = objects;
        event.detail = SWT.CHECK;
        choices.notifyListeners(SWT.Selection, event);
        Ui.screenshot("adql-uploads");
        choices.getShell().close();
        Ui.until("nothing is missed", () -> item("upload").getText().equals("Uploads (1)"));
        Ui.click(item("run"));
        Ui.until("the answer", () -> status().getText().startsWith("23 rows"));
        Ui.until("the uploads are kept", () -> property("uploads").contains("/objects.vot"));
        Ui.page().activate(editor);
        Ui.until("no fault is seen", () -> problems().isEmpty());
        Ui.screenshot("adql");
        theme("dark");
        try {
            Ui.screenshot("adql-dark");
        } finally {
            theme("light");
        }
    }

    private static void theme(String name) throws Exception {
        var commands = Ui.service(org.eclipse.ui.commands.ICommandService.class);
        var command = org.eclipse.core.commands.ParameterizedCommand.generateCommand(
                commands.getCommand("org.volans.app.theme"), java.util.Map.of("theme", name));
        Ui.service(org.eclipse.ui.handlers.IHandlerService.class).executeCommand(command, null);
    }

    @Test
    void showsTheWordsOfTheService() throws Exception {
        open("refused.adql", "SELECT nothing_such FROM lolss.mosaic\n", "astron");
        Ui.until("the service shows", () -> service().getText().contains("/astron"));
        Ui.click(item("run"));
        Ui.until("the refusal", () -> status().getText().contains("Retry"));
        assertThat(status().getText()).contains("nothing_such");
        Ui.until(
                "its place is marked",
                () -> problems().stream().anyMatch(m -> m.getAttribute(IMarker.CHAR_START, -1) == 7));
    }

    @Test
    void saysThatAServiceIsDown() throws Exception {
        open("down.adql", "SELECT x FROM y\n", "down");
        Ui.until("its tables are missed", () -> status().getText().contains("names are not checked"));
        assertThat(problems()).isEmpty();
        Ui.click(item("run"));
        Ui.until("the failure", () -> status().getText().contains("Retry"));
        Ui.screenshot("adql-down");
    }

    @Test
    void delimitsWhatNeedsIt() throws Exception {
        open("slash.adql", "SELECT gmag FROM V/147/sdss12\n", "vizier");
        Ui.until("the problem is marked", () -> !problems().isEmpty());
        IMarkerResolution[] fixes =
                IDE.getMarkerHelpRegistry().getResolutions(problems().get(0));
        fixes[0].run(problems().get(0));
        assertThat(document().get()).isEqualTo("SELECT gmag FROM \"V/147/sdss12\"\n");
        Ui.until("the problem is gone", () -> problems().isEmpty());
    }

    @Test
    void cancels() throws Exception {
        open("slow.adql", "SELECT * FROM ivoa.obscore\n", "slow");
        Ui.until("the service shows", () -> service().getText().contains("/slow"));
        Ui.click(item("run"));
        Ui.until("it runs", () -> status().getText().startsWith("Running"));
        Ui.click(item("stop"));
        assertThat(status().getText()).startsWith("Stopped.");
    }

    @Test
    void formatsTogglesAndChooses() throws Exception {
        open("layout.adql", "select ra,dec from lolss.mosaic -- why\nwhere ra>1", "");
        assertThat(status().getText()).contains("Choose the service");
        Ui.click(item("run"));
        assertThat(status().getText()).contains("Choose the service");
        command("format");
        assertThat(document().get()).isEqualTo("SELECT ra, dec\nFROM lolss.mosaic -- why\nWHERE ra > 1\n");
        text().setSelection(0);
        command("toggleComment");
        assertThat(document().get()).startsWith("-- SELECT ra");
        command("toggleComment");
        assertThat(document().get()).startsWith("SELECT ra");
        String label = Arrays.stream(service().getItems())
                .filter(i -> i.contains("astron"))
                .findFirst()
                .orElseThrow();
        service().select(service().indexOf(label));
        Ui.click(service());
        Ui.until("the choice is kept", () -> property("service").contains("astron"));
        command("copyVolans");
        assertThat(clipboard()).startsWith("volans tap query http").contains("-o layout.vot");
        command("copyPyvo");
        assertThat(clipboard()).startsWith("import pyvo").contains("run_sync(query)");
    }

    private static String clipboard() {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
    }

    private String property(String name) {
        try {
            return String.valueOf(file.getPersistentProperty(new QualifiedName("org.volans", name)));
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private void command(String id) throws Exception {
        editor.getSite()
                .getService(org.eclipse.ui.handlers.IHandlerService.class)
                .executeCommand("org.volans.adql.ui." + id, null);
    }

    @Test
    void closesWhatIsOpened() throws Exception {
        open("typing.adql", "", "");
        type("SELECT (");
        assertThat(document().get()).isEqualTo("SELECT ()");
        type("')");
        assertThat(document().get()).isEqualTo("SELECT (')')");
    }

    private void type(String keys) {
        text().forceFocus();
        for (char key : keys.toCharArray()) {
            Event event = new Event();
            event.type = SWT.KeyDown;
            event.character = key;
            event.widget = text();
            text().notifyListeners(SWT.KeyDown, event);
        }
    }

    @Test
    void keepsUpWithAMegabyte() throws Exception {
        StringBuilder big = new StringBuilder("SELECT * FROM \"V/147/sdss12\" WHERE SDSS12 IN (\n");
        while (big.length() < 1_000_000) {
            big.append("    'J").append(big.length()).append("', -- a note\n");
        }
        open("big.adql", big + "    'x') AND gm", "vizier");
        long start = System.nanoTime();
        text().setSelection(text().getCharCount());
        type("a");
        ((ITextOperationTarget) editor.getAdapter(ITextOperationTarget.class))
                .doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
        command("format");
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
        assertThat(document().get()).startsWith("SELECT *\nFROM");
    }

    @Test
    void refusesWhatIsNoText() throws Exception {
        open("binary.adql", new byte[] {'S', 0, 1, 2, (byte) 0xff, (byte) 0xfe}, "");
        assertThat(words(Ui.root(editor))).contains("cannot be shown").contains("UTF-8");
        Ui.page().closeAllEditors(false);
        open("latin.adql", new byte[] {'-', '-', (byte) 0xe9, '\n'}, "");
        assertThat(words(Ui.root(editor))).contains("cannot be shown");
    }

    private static String words(Control root) {
        List<org.eclipse.swt.widgets.Label> labels = new java.util.ArrayList<>();
        Ui.collect(root, org.eclipse.swt.widgets.Label.class, labels);
        return String.join(
                "\n",
                labels.stream().map(org.eclipse.swt.widgets.Label::getText).toList());
    }
}
