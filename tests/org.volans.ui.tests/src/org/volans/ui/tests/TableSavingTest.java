package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectAllCommand;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cells and tables leave the Table editor: by the clipboard and by files. */
class TableSavingTest {

    @AfterEach
    void close() {
        Ui.page().closeAllEditors(false);
    }

    @Test
    void copiesSelectedCells() throws Exception {
        TableUi.write("copied.csv", "n,name\n1.123456789012345,a\n2,b\n");
        TableUi table = TableUi.open("copied.csv");
        table.untilShown("n");
        table.grid().doCommand(new SelectAllCommand());
        table.grid().setFocus();
        Ui.service(IHandlerService.class).executeCommand(IWorkbenchCommandConstants.EDIT_COPY, null);
        Ui.until("the cells are on the clipboard", () -> clipboard().equals("1.123456789012345\ta\n2.0\tb\n"));
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
    void savesTheRowsThatAreShown() throws Exception {
        TableUi.write("whole.csv", "n,name\n3,a\n1,b\n2,c\n");
        TableUi table = TableUi.open("whole.csv");
        table.untilShown("n");
        table.click(1, 0);
        Ui.until("sorted", () -> table.column("name").equals(List.of("b", "c", "a")));
        table.one(Text.class, "table.filter").setText("n < 3");
        table.untilCount("2 of 3");
        Ui.whenFound(() -> saveDialog("Save"), dialog -> answer(dialog, "part.csv"));
        table.editor().doSaveAs();
        IFile saved = Ui.file("part.csv");
        Ui.until("the file is in the project", saved::exists);
        assertThat(Files.readString(saved.getLocation().toPath())).isEqualTo("n,name\n1,b\n2,c\n");
    }

    @Test
    void asksBeforeItReplacesAFile() throws Exception {
        IFile other = TableUi.write("precious.csv", "a\n1\n");
        TableUi.write("three.csv", "n,name\n3,a\n1,b\n2,c\n");
        TableUi table = TableUi.open("three.csv");
        table.untilShown("n");
        boolean[] asked = {false};
        Ui.whenFound(() -> saveDialog("Save"), dialog -> {
            Ui.whenFound(() -> saveDialog("No"), question -> {
                asked[0] = true;
                Ui.click(button(question, "No").orElseThrow());
                Ui.click(button(dialog, "Cancel").orElseThrow());
            });
            answer(dialog, "precious.csv");
        });
        table.editor().doSaveAs();
        assertThat(asked).containsExactly(true);
        assertThat(Files.readString(other.getLocation().toPath())).isEqualTo("a\n1\n");
    }

    private static Optional<Button> button(Shell shell, String label) {
        List<Button> buttons = new ArrayList<>();
        Ui.collect(shell, Button.class, buttons);
        return buttons.stream()
                .filter(b -> b.getText().replace("&", "").equals(label))
                .findFirst();
    }

    /** The dialog, or the question that it asks: the one with that button. */
    private static Optional<Shell> saveDialog(String button) {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(s ->
                        s.getText().equals("Save Table As") && button(s, button).isPresent())
                .findFirst();
    }

    /** The rows that are shown, as CSV. */
    private static void answer(Shell dialog, String file) {
        List<Button> buttons = new ArrayList<>();
        Ui.collect(dialog, Button.class, buttons);
        buttons.stream()
                .filter(b ->
                        b.getText().equals("All (3)") || b.getText().startsWith("As shown: filtered and sorted (2)"))
                .forEach(b -> b.setSelection(b.getText().startsWith("As")));
        List<Combo> formats = new ArrayList<>();
        Ui.collect(dialog, Combo.class, formats);
        formats.getFirst().select(formats.getFirst().indexOf("CSV"));
        List<Text> paths = new ArrayList<>();
        Ui.collect(dialog, Text.class, paths);
        paths.stream()
                .filter(t -> "table.saveFile".equals(t.getData("org.volans.id")))
                .forEach(t -> t.setText(Ui.file(file).getLocation().toOSString()));
        Ui.click(button(dialog, "Save").orElseThrow());
    }
}
