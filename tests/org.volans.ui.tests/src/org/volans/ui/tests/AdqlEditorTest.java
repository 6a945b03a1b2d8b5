package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writing queries for the embedded sky. */
class AdqlEditorTest {

    @BeforeEach
    void sky() throws Exception {
        Ui.startSky();
    }

    @AfterEach
    void close() {
        Ui.page().closeAllEditors(false);
    }

    @Test
    void underlinesAWrongColumnAndMendsIt() throws Exception {
        QueryEditor editor = QueryEditor.open("wrong.adql", "SELECT s.gmg\nFROM \"V/147/sdss12\" AS s\n", "vizier");
        Ui.until("the problem is marked", () -> !editor.problems().isEmpty());
        IMarker problem = editor.problems().get(0);
        assertThat(problem.getAttribute(IMarker.MESSAGE, ""))
                .contains("unknown column 'gmg'")
                .contains("did you mean gmag?");
        assertThat(problem.getAttribute(IMarker.CHAR_START, -1)).isEqualTo(9);
        assertThat(problem.getAttribute(IMarker.LINE_NUMBER, -1)).isEqualTo(1);
        Ui.until("it is underlined", () -> annotated(editor, 9));
        Ui.screenshot("adql-fault");
        IMarkerResolution[] fixes = IDE.getMarkerHelpRegistry().getResolutions(problem);
        assertThat(fixes).extracting(IMarkerResolution::getLabel).containsExactly("Change to gmag");
        fixes[0].run(problem);
        assertThat(editor.document().get()).startsWith("SELECT s.gmag\n");
        Ui.until("the problem is gone", () -> editor.problems().isEmpty());
    }

    private static boolean annotated(QueryEditor editor, int offset) {
        ITextEditor of = (ITextEditor) editor.part();
        IAnnotationModel model = of.getDocumentProvider().getAnnotationModel(of.getEditorInput());
        boolean[] found = {false};
        model.getAnnotationIterator()
                .forEachRemaining(a -> found[0] |=
                        a.getType().endsWith(".error") && model.getPosition(a).getOffset() == offset);
        return found[0];
    }

    @Test
    void proposesTheColumnsOfAnAlias() throws Exception {
        QueryEditor editor = QueryEditor.open(
                "assist.adql", "SELECT t.\nFROM \"V/147/sdss12\" AS t, TAP_UPLOAD.mine AS m\n", "vizier");
        Table list = editor.assist(9, "RA_ICRS");
        assertThat(QueryEditor.texts(list)).anyMatch(s -> s.startsWith("gmag")).noneMatch(s -> s.startsWith("WHERE"));
        Ui.screenshot("adql-assist");
    }

    @Test
    void delimitsWhatNeedsIt() throws Exception {
        QueryEditor editor = QueryEditor.open("slash.adql", "SELECT gmag FROM V/147/sdss12\n", "vizier");
        Ui.until("the name is delimited by a quick fix", () -> {
            // once more is known of the service another marker takes its place, and the fix of the first does nothing
            for (IMarker problem : editor.problems()) {
                for (IMarkerResolution fix : IDE.getMarkerHelpRegistry().getResolutions(problem)) {
                    fix.run(problem);
                }
            }
            return editor.document().get().equals("SELECT gmag FROM \"V/147/sdss12\"\n");
        });
        Ui.until("the problem is gone", () -> editor.problems().isEmpty());
    }

    @Test
    void formatsTogglesAndChooses() throws Exception {
        QueryEditor editor = QueryEditor.open("layout.adql", "select ra,dec from lolss.mosaic -- why\nwhere ra>1");
        assertThat(editor.status().getText()).contains("Choose the service");
        Ui.click(editor.item("run"));
        assertThat(editor.status().getText()).contains("Choose the service");
        editor.command("format");
        assertThat(editor.document().get()).isEqualTo("SELECT ra, dec\nFROM lolss.mosaic -- why\nWHERE ra > 1\n");
        editor.text().setSelection(0);
        editor.command("toggleComment");
        assertThat(editor.document().get()).startsWith("-- SELECT ra");
        editor.command("toggleComment");
        assertThat(editor.document().get()).startsWith("SELECT ra");
        String label = Arrays.stream(editor.service().getItems())
                .filter(i -> i.contains("astron"))
                .findFirst()
                .orElseThrow();
        editor.service().select(editor.service().indexOf(label));
        Ui.click(editor.service());
        Ui.until("the choice is kept", () -> editor.remembered("service").contains("astron"));
        editor.command("copyVolans");
        assertThat(clipboard()).startsWith("volans tap query http").contains("-o layout.vot");
        editor.command("copyPyvo");
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

    @Test
    void closesWhatIsOpened() throws Exception {
        QueryEditor editor = QueryEditor.open("typing.adql", "");
        editor.type("SELECT (");
        assertThat(editor.document().get()).isEqualTo("SELECT ()");
        editor.type("')");
        assertThat(editor.document().get()).isEqualTo("SELECT (')')");
    }

    @Test
    void keepsUpWithAMegabyte() throws Exception {
        StringBuilder big = new StringBuilder("SELECT * FROM \"V/147/sdss12\" WHERE SDSS12 IN (\n");
        while (big.length() < 1_000_000) {
            big.append("    'J").append(big.length()).append("', -- a note\n");
        }
        QueryEditor editor = QueryEditor.open("big.adql", big + "    'x') AND gm", "vizier");
        long start = System.nanoTime();
        editor.text().setSelection(editor.text().getCharCount());
        editor.type("a");
        editor.operate(ISourceViewer.CONTENTASSIST_PROPOSALS);
        editor.command("format");
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
        assertThat(editor.document().get()).startsWith("SELECT *\nFROM");
    }

    @Test
    void refusesWhatIsNoText() throws Exception {
        assertThat(words(new byte[] {'S', 0, 1, 2, (byte) 0xff, (byte) 0xfe}))
                .contains("cannot be shown")
                .contains("UTF-8");
        assertThat(words(new byte[] {'-', '-', (byte) 0xe9, '\n'})).contains("cannot be shown");
    }

    /** What an editor says of a file with these bytes. */
    private static String words(byte[] bytes) throws Exception {
        QueryEditor editor = QueryEditor.open("bytes.adql", bytes, file -> {
            // nothing is remembered of it
        });
        List<Label> labels = new ArrayList<>();
        Control root = Ui.root(editor.part());
        Ui.collect(root, Label.class, labels);
        String words = String.join("\n", labels.stream().map(Label::getText).toList());
        Ui.page().closeAllEditors(false);
        return words;
    }
}
