package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Running queries from their editor on the embedded sky. */
class AdqlRunTest {

    private static final String JOIN = """
            SELECT sdss.*, mine.ra, mine.dec
            FROM "V/147/sdss12" AS sdss
                JOIN TAP_UPLOAD.objects AS mine
                    ON 1 = CONTAINS(POINT(sdss.RA_ICRS, sdss.DE_ICRS), CIRCLE(mine.ra, mine.dec, 2. / 3600.))
            """;

    @BeforeEach
    void sky() throws Exception {
        Ui.startSky();
    }

    @AfterEach
    void close() {
        Ui.page().closeAllEditors(false);
    }

    @Test
    void runsAndOpensTheResult() throws Exception {
        QueryEditor editor =
                QueryEditor.open("bright.adql", "SELECT TOP 7 SDSS12, gmag FROM \"V/147/sdss12\"\n", "vizier");
        Ui.click(editor.item("run"));
        Ui.until("the answer", () -> editor.status().getText().startsWith("7 rows"));
        Ui.until(
                "the result is open",
                () -> Ui.page().getActiveEditor() != null
                        && Ui.page().getActiveEditor().getTitle().startsWith("bright"));
    }

    @Test
    void runsByTheKeysThatTheStatusNames() throws Exception {
        QueryEditor editor = QueryEditor.open("keys.adql", "SELECT TOP 1 gmag FROM \"V/147/sdss12\"\n", "vizier");
        Ui.page().activate(editor.part());
        assertThat(editor.status().getText()).contains("Ctrl+Enter runs");
        assertThat(Ui.service(IBindingService.class).getActiveBindingsFor("org.volans.adql.ui.run"))
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("CTRL+CR", "CTRL+R");
    }

    @Test
    void joinsAnUpload() throws Exception {
        QueryEditor editor = QueryEditor.open("join.adql", JOIN, "vizier");
        Ui.until("the upload is missed", () -> editor.item("upload").getText().contains("objects missing"));
        Ui.click(editor.item("run"));
        assertThat(editor.status().getText()).contains("No table is uploaded as objects");
        Ui.click(editor.item("upload"));
        Table choices = Ui.found("the uploads", () -> QueryEditor.table(TapViews.named("adql.uploads.table")));
        check(choices, "objects.vot");
        Ui.screenshot("adql-uploads");
        choices.getShell().close();
        Ui.until("nothing is missed", () -> editor.item("upload").getText().equals("Uploads (1)"));
        Ui.click(editor.item("run"));
        Ui.until("the answer", () -> editor.status().getText().startsWith("23 rows"));
        Ui.until("the uploads are kept", () -> editor.remembered("uploads").contains("/objects.vot"));
        Ui.page().activate(editor.part());
        Ui.until("no fault is seen", () -> editor.problems().isEmpty());
        Ui.screenshot("adql");
        theme("dark");
        try {
            Ui.until(
                    "the words are coloured anew",
                    () -> editor.text()
                                    .getStyleRangeAtOffset(0)
                                    .foreground
                                    .getRGB()
                                    .getHSB()[2]
                            > 0.8);
            Ui.screenshot("adql-dark");
        } finally {
            theme("light");
        }
    }

    private static void check(Table choices, String table) {
        TableItem item = Arrays.stream(choices.getItems())
                .filter(i -> i.getText(1).equals(table))
                .findFirst()
                .orElseThrow();
        item.setChecked(true);
        Event event = new Event();
        event.item = item;
        event.detail = SWT.CHECK;
        choices.notifyListeners(SWT.Selection, event);
    }

    private static void theme(String name) throws Exception {
        ParameterizedCommand command = ParameterizedCommand.generateCommand(
                Ui.service(ICommandService.class).getCommand("org.volans.app.theme"), Map.of("theme", name));
        Ui.service(IHandlerService.class).executeCommand(command, null);
    }

    @Test
    void readsUploadsBesideABrokenOne() throws Exception {
        Ui.page().closeAllEditors(false);
        QueryEditor.open("broken.adql", "-- no table");
        IFile broken = Ui.file("queries/broken.adql");
        IFile objects = Ui.file("objects.vot");
        QueryEditor editor = QueryEditor.open(
                "two.adql",
                "SELECT mine. FROM TAP_UPLOAD.mine\n".getBytes(StandardCharsets.UTF_8),
                file -> file.setPersistentProperty(
                        QueryEditor.property("uploads"),
                        "bad\t" + broken.getFullPath() + "\nmine\t" + objects.getFullPath()));
        Ui.until("both are bound", () -> editor.item("upload").getText().equals("Uploads (2)"));
        assertThat(QueryEditor.texts(editor.assist("SELECT mine.".length(), "ra")))
                .anyMatch(s -> s.startsWith("dec"));
    }

    @Test
    void showsTheWordsOfTheService() throws Exception {
        QueryEditor editor = QueryEditor.open("refused.adql", "SELECT nothing_such FROM lolss.mosaic\n", "astron");
        Ui.click(editor.item("run"));
        Ui.until("the refusal", () -> editor.status().getText().contains("Try again"));
        assertThat(editor.status().getText()).contains("nothing_such");
        Ui.until(
                "its place is marked",
                () -> editor.problems().stream().anyMatch(m -> m.getAttribute(IMarker.CHAR_START, -1) == 7));
    }

    @Test
    void saysThatAServiceIsDown() throws Exception {
        QueryEditor editor = QueryEditor.open("down.adql", "SELECT x FROM y\n", "down");
        Ui.until("its tables are missed", () -> editor.status().getText().contains("names are not checked"));
        assertThat(editor.problems()).isEmpty();
        Ui.click(editor.item("run"));
        Ui.until("the failure", () -> editor.status().getText().contains("Try again"));
        Ui.screenshot("adql-down");
    }

    @Test
    void cancels() throws Exception {
        QueryEditor editor = QueryEditor.open("slow.adql", "SELECT * FROM ivoa.obscore\n", "slow");
        Ui.click(editor.item("run"));
        Ui.until("it runs", () -> editor.status().getText().startsWith("Running"));
        Ui.click(editor.item("stop"));
        assertThat(editor.status().getText()).startsWith("Stopped.");
    }
}
