package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.views.properties.IPropertySource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.selection.TableRow;
import org.volans.ui.widgets.StatePane;

/** Files that are not what they seem, opened by a double click: an editor that says what is wrong, and no fault of the program. */
class BadFilesTest {

    private final List<String> faults = new ArrayList<>();
    private final ILogListener log = (status, plugin) -> {
        if (status.getSeverity() == IStatus.ERROR) {
            faults.add(status.getMessage());
        }
    };

    @BeforeEach
    void listen() throws Exception {
        Ui.page();
        Ui.service(ProjectFolder.class).ensure();
        Platform.addLogListener(log);
    }

    @AfterEach
    void close() {
        Platform.removeLogListener(log);
        Ui.page().closeAllEditors(false);
        assertThat(faults).as("the Error Log").isEmpty();
    }

    private static StatePane pane(IEditorPart editor) {
        return Ui.all(editor, StatePane.class).getFirst();
    }

    private static String says(String name, byte[] content) throws Exception {
        IEditorPart editor = IDE.openEditor(Ui.page(), FitsFiles.write(name, content));
        Ui.until(
                name + " fails",
                () -> pane(editor).says().contains("<a>")
                        && !pane(editor).says().contains(">Stop<"));
        return pane(editor).says();
    }

    private static IEditorPart shown(String name, byte[] content) throws Exception {
        IEditorPart editor = IDE.openEditor(Ui.page(), FitsFiles.write(name, content));
        Ui.until(name + " is shown", () -> pane(editor).showsContent());
        return editor;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zipped(byte[] bytes) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static String votable(String more) {
        return "<VOTABLE version='1.4'><RESOURCE type='results'><TABLE><FIELD name='a' datatype='int'/><DATA><TABLEDATA>"
                + "<TR><TD>1</TD></TR></TABLEDATA></DATA></TABLE>" + more + "</RESOURCE></VOTABLE>";
    }

    @Test
    void tablesOpenAsTablesHoweverTheyAreCompressed() throws Exception {
        for (IEditorPart editor : List.of(
                shown("packed.vot.gz", zipped(bytes(votable("")))),
                shown("packed.csv.gz", zipped(bytes("a,b\n1,2\n"))),
                shown("packed.fits.gz", zipped(new FitsFiles().empty().table().bytes())),
                shown("none.csv", bytes("ra,dec\n")))) {
            assertThat(editor.getSite().getId()).as(editor.getTitle()).isEqualTo(Ids.TABLE_EDITOR);
        }
    }

    @Test
    void imagesOpenAsImages() throws Exception {
        byte[] image =
                new FitsFiles().image(new long[] {8, 6}, i -> i, List.of()).bytes();
        assertThat(shown("packedimage.fits.gz", zipped(image)).getSite().getId())
                .isEqualTo(Ids.IMAGE_EDITOR);
        IEditorPart table = IDE.openEditor(Ui.page(), FitsFiles.write("image.fits", image), Ids.TABLE_EDITOR);
        Ui.until("it is no table", () -> pane(table).says().contains("a FITS file without a table"));
        Link asImage = Ui.all(table, Link.class).stream()
                .filter(l -> l.getText().contains("Open as image"))
                .findFirst()
                .orElseThrow();
        Ui.click(asImage);
        Ui.until(
                "the image editor is there",
                () -> Ids.IMAGE_EDITOR.equals(
                        Ui.page().getActiveEditor().getSite().getId()));
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        byte[] fits = new FitsFiles().empty().table().bytes();
        assertThat(says("cut.fits", Arrays.copyOf(fits, fits.length - 2875)))
                .contains("cut short or damaged; fetch it again");
        assertThat(says("words.fits", bytes("no such image\n".repeat(9)))).contains("it does not begin with SIMPLE");
        assertThat(says("page.vot", bytes("<html><head><title>Log in</title></head></html>")))
                .contains("an HTML page ('Log in')");
        assertThat(says("cut.vot", bytes(votable("").substring(0, 140)))).contains("ended early");
        assertThat(says("mixed.csv", bytes("a,b\n1,2\n1,2,3\n"))).contains("row 2");
        Ui.screenshot("bad-file");
    }

    @Test
    void aResultThatWasCutOffSaysSo() throws Exception {
        IEditorPart editor = shown("over.vot", bytes(votable("<INFO name='QUERY_STATUS' value='OVERFLOW'/>")));
        assertThat(Ui.all(editor, Label.class).stream().filter(Label::isVisible).map(Label::getText))
                .contains("The service cut this result off after 1 row.");
        Ui.screenshot("table-overflow");
    }

    private static List<String> values(IPropertySource facts) {
        return Arrays.stream(facts.getPropertyDescriptors())
                .map(d -> String.valueOf(facts.getPropertyValue(d.getId())))
                .toList();
    }

    /** Another program writes into the file, of which the workspace is told by nobody. */
    @Test
    void aFileThatShrankIsNoFaultOfTheProgram() throws Exception {
        IFile file = FitsFiles.write(
                "shrinking.fits", new FitsFiles().empty().table().bytes());
        IEditorPart editor = IDE.openEditor(Ui.page(), file);
        Ui.until("it is shown", () -> pane(editor).showsContent());
        OpenTable table = Ui.service(OpenTables.class).all().stream()
                .filter(t -> t.name().equals("shrinking"))
                .findFirst()
                .orElseThrow();
        assertThat(table.table().getCell(0, 0)).isEqualTo(1); // so it is mapped
        Files.write(file.getLocation().toPath(), new byte[0]);
        IPropertySource facts = Adapters.adapt(new TableRow(table, 0), IPropertySource.class);
        facts.getEditableValue();
        Ui.until("the row was tried", () -> !values(facts).contains("is being read"));
        assertThat(values(facts)).containsExactly("cannot be read: the file has been changed");
        editor.setFocus();
        Ui.until(
                "the change is told",
                () -> Ui.all(editor, Label.class).stream()
                        .anyMatch(l -> l.getText().equals("shrinking.fits has changed on disk.")));
    }
}
