package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.astrogrid.samp.Message;
import org.astrogrid.samp.Response;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swtchart.Chart;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.InputException;
import org.volans.api.table.TableService;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;
import org.volans.ui.widgets.StatePane;

/** Another program sends a table and highlights its rows: they are the same rows here, and their SEDs are drawn. */
class SampChainTest {

    private static int count;

    @TempDir
    private Path elsewhere;

    private SampPeer peer;
    private IViewPart sed;
    private String name;
    private URI url;

    @BeforeEach
    void sendTable() throws Exception {
        Ui.page().closeAllEditors(false);
        sed = Ui.view(Ids.SED_VIEW);
        peer = SampPeer.join("Peer", "table.highlight.row", "coord.pointAt.sky");
        name = "stars" + ++count;
        url = PhotometryFile.write(elsewhere.resolve("anything.xml"));
        assertOk(load());
    }

    @AfterEach
    void leave() {
        peer.close();
        Ui.page().closeAllEditors(false);
    }

    private Response load() {
        return peer.ask("table.load.votable", "table-id", name, "url", url.toString(), "name", name);
    }

    private Response highlight(int row) {
        return peer.ask("table.highlight.row", "table-id", name, "url", url.toString(), "row", Integer.toString(row));
    }

    private TableUi editor(String file) {
        return new TableUi(Ui.found(
                file + " is open",
                () -> Arrays.stream(Ui.page().getEditorReferences())
                        .filter(r -> r.getTitle().equals(file))
                        .map((IEditorReference r) -> r.getEditor(true))
                        .findFirst()));
    }

    private static void assertOk(Response reply) {
        assertThat(reply.getStatus()).as("%s", reply).isEqualTo(Response.OK_STATUS);
    }

    private void assertDrawn(int row) {
        assertThat(Ui.one(sed, StatePane.class, s -> true).says()).isEmpty();
        assertThat(Ui.one(sed, Chart.class, c -> true).getTitle().getText()).startsWith(PhotometryFile.name(row));
    }

    private long selectedIn(TableUi table) {
        Ui.page().activate(table.editor());
        return TableUi.selectedRow();
    }

    @Test
    void theTableIsAFileOfTheProject() throws Exception {
        editor(name + ".vot").untilCount(PhotometryFile.ROWS + " rows");
        IFile file = Ui.file("results/" + name + ".vot");
        assertThat(file.exists()).isTrue();
        Provenance from = Ui.service(ProjectFolder.class).provenance(file).orElseThrow();
        assertThat(from.source()).isEqualTo(url.toString());
        assertThat(from.more()).containsEntry("sent by", "Peer");
    }

    @Test
    void aTableCalledAfterItsFileHasNoSecondExtension() {
        assertOk(peer.ask(
                "table.load.votable", "table-id", name + "-file", "url", url.toString(), "name", name + "-file.vot"));
        editor(name + "-file.vot").untilCount(PhotometryFile.ROWS + " rows");
    }

    @Test
    void theReplyComesWhenTheRowAndItsSedShow() throws Exception {
        assertOk(highlight(2));
        assertDrawn(2);
        assertThat(selectedIn(editor(name + ".vot"))).isEqualTo(2);
        assertOk(highlight(5));
        assertDrawn(5);
        Ui.screenshot("samp-chain");
    }

    @Test
    void itIsTheSameRowAfterSorting() throws Exception {
        TableUi table = editor(name + ".vot");
        table.untilShown("rmag");
        Ui.page().activate(table.editor());
        table.click(table.position("rmag"), 0);
        Ui.until("sorted", () -> table.column("name").getFirst().equals(PhotometryFile.name(PhotometryFile.ROWS - 1)));
        assertOk(highlight(1));
        assertDrawn(1);
        assertThat(selectedIn(table)).isEqualTo(1);
        assertThat(table.selectedTexts("name")).containsExactly(PhotometryFile.name(1));
    }

    @Test
    void itIsTheSameRowAfterTheFileWasReadAgain() throws Exception {
        TableUi table = editor(name + ".vot");
        table.untilShown("rmag");
        IFile file = Ui.file("results/" + name + ".vot");
        Path path = file.getLocation().toPath();
        Files.writeString(path, Files.readString(path) + "\n");
        file.refreshLocal(IResource.DEPTH_ZERO, null);
        Link reload = Ui.found(
                "it offers to reload",
                () -> Ui.all(table.editor(), Link.class).stream()
                        .filter(l -> "table.announcement".equals(l.getData("org.volans.id")) && l.getVisible())
                        .findFirst());
        Ui.click(reload);
        Ui.until("it is being read", reload::isDisposed);
        table.untilShown("rmag");
        assertOk(highlight(3));
        assertDrawn(3);
        assertThat(selectedIn(table)).isEqualTo(3);
    }

    @Test
    void theSameTableSentAgainStaysInItsEditor() throws Exception {
        TableUi table = editor(name + ".vot");
        table.untilShown("rmag");
        assertOk(load());
        assertOk(highlight(4));
        assertThat(selectedIn(table)).isEqualTo(4);
        assertThat(Ui.page().getEditorReferences()).hasSize(1);
    }

    @Test
    void anotherStateOfTheTableTakesItsPlace() throws Exception {
        Path sent = Path.of(url);
        Files.writeString(sent, Files.readString(sent).replace("47.5", "48.5"));
        assertOk(load());
        assertOk(highlight(4));
        assertThat(selectedIn(editor(name + "-2.vot"))).isEqualTo(4);
        assertThat(selectedIn(editor(name + ".vot"))).isEqualTo(-1);
    }

    @Test
    void aTableWhoseEditorWasClosedIsOpenedAgainForItsRow() throws Exception {
        editor(name + ".vot").untilShown("rmag");
        Ui.page().closeAllEditors(false);
        Response unknown = peer.ask("table.highlight.row", "table-id", name, "row", "6");
        assertThat(unknown.isOK()).isFalse();
        assertThat(unknown.getErrInfo().getErrortxt()).contains(name);
        // with its address it can be had again
        assertOk(highlight(6));
        assertDrawn(6);
        assertThat(selectedIn(editor(name + ".vot"))).isEqualTo(6);
    }

    @Test
    void aRenamedFileIsTheSameTable() throws Exception {
        editor(name + ".vot").untilShown("rmag");
        IFile file = Ui.file("results/" + name + ".vot");
        file.move(file.getFullPath().removeLastSegments(1).append(name + "-renamed.vot"), true, null);
        TableUi table = editor(name + "-renamed.vot");
        table.untilShown("rmag");
        assertOk(highlight(4));
        assertDrawn(4);
        assertThat(selectedIn(table)).isEqualTo(4);
        assertThat(Ui.page().getEditorReferences()).hasSize(1);
    }

    @Test
    void selectedRowsAreSelected() throws Exception {
        TableUi table = editor(name + ".vot");
        table.untilShown("rmag");
        Response reply = peer.select(name, "1", "3", "4");
        assertOk(reply);
        assertThat(table.selectedTexts("name"))
                .containsExactly(PhotometryFile.name(1), PhotometryFile.name(3), PhotometryFile.name(4));
    }

    @Test
    void whatOthersHighlightIsNotSentBackAndWhatTheUserHighlightsIs() throws Exception {
        TableUi table = editor(name + ".vot");
        table.untilShown("rmag");
        Ui.page().activate(table.editor());
        assertOk(highlight(3));
        table.click(1, 6);
        Ui.until("the peer is told", () -> !peer.received("table.highlight.row").isEmpty());
        assertThat(peer.received("table.highlight.row")).hasSize(1);
        Message message = peer.received("table.highlight.row").getFirst();
        assertThat(message.getParam("row")).isEqualTo("5");
        assertThat(message.getParam("table-id")).isEqualTo(name);
        assertThat(message.getParam("url")).isEqualTo(url.toString());
        table.click(1, 4);
        Ui.until(
                "also of the row that the peer had highlighted",
                () -> peer.received("table.highlight.row").size() == 2);
        assertThat(peer.received("table.highlight.row").getLast().getParam("row"))
                .isEqualTo("3");
    }

    @Test
    void ofAThousandHighlightsTheLastWins() throws Exception {
        TableUi table = editor(name + ".vot");
        table.untilShown("rmag");
        Ui.view(Ids.SAMP_VIEW);
        long[] longest = {0};
        long[] turn = {System.nanoTime()};
        Runnable meter = new Runnable() {
            @Override
            public void run() {
                longest[0] = Math.max(longest[0], System.nanoTime() - turn[0]);
                turn[0] = System.nanoTime();
                Display.getCurrent().timerExec(10, this);
            }
        };
        meter.run();
        try {
            peer.highlightAll(name, PhotometryFile.ROWS, 999);
            assertOk(highlight(6));
        } finally {
            Display.getCurrent().timerExec(-1, meter);
        }
        assertDrawn(6);
        assertThat(selectedIn(table)).isEqualTo(6);
        assertThat(longest[0] / 1_000_000)
                .as("longest pause of the window in ms")
                .isLessThan(1000);
    }

    @Test
    void whatCannotBeDoneIsAnError() throws Exception {
        int open = Ui.page().getEditorReferences().length;
        Response gone = peer.ask(
                "table.load.votable",
                "url",
                elsewhere.resolve("gone.vot").toUri().toString());
        assertThat(gone.isOK()).isFalse();
        assertThat(gone.getErrInfo().getErrortxt()).contains("gone.vot");
        Response beyond = highlight(PhotometryFile.ROWS);
        assertThat(beyond.isOK()).isFalse();
        assertThat(beyond.getErrInfo().getErrortxt()).contains("no row 8");
        assertThat(Ui.page().getEditorReferences()).hasSize(open);
        IEditorPart active = editor(name + ".vot").editor();
        assertThat(active.getTitle()).isEqualTo(name + ".vot");
    }

    /** What headless listening takes the workbench takes, too, and keeps as what it is. */
    @Test
    void tablesOfOtherFormatsAreOpened() throws Exception {
        Path votable = Path.of(url);
        for (String ending : List.of("csv", "ecsv", "fits", "vot.gz", "csv.gz")) {
            Path file = elsewhere.resolve(name + "-other." + ending);
            write(votable, file);
            Response reply = peer.ask(
                    "table.highlight.row",
                    "table-id",
                    ending,
                    "url",
                    file.toUri().toString(),
                    "row",
                    "2");
            assertOk(reply);
            assertThat(selectedIn(editor(file.getFileName().toString())))
                    .as(ending)
                    .isEqualTo(2);
            assertThat(Ui.file("results/" + file.getFileName()).getLocation().toFile())
                    .as("as it was")
                    .hasBinaryContent(Files.readAllBytes(file));
        }
    }

    @Test
    void tableOfNoNamedFormatIsStoredAsVotable() throws Exception {
        Path csv = elsewhere.resolve("plain.csv");
        write(Path.of(url), csv);
        try (OneFileServer server = new OneFileServer("text/csv", Files.readAllBytes(csv))) {
            assertOk(peer.ask(
                    "table.load.votable",
                    "table-id",
                    name + "-q",
                    "url",
                    server.url("query"),
                    "name",
                    name + "-query"));
            editor(name + "-query.vot").untilCount(PhotometryFile.ROWS + " rows");
            assertOk(peer.ask(
                    "table.load.fits", "table-id", name + "-c", "url", server.url("rows.csv"), "name", name + "-rows"));
            editor(name + "-rows.csv").untilCount(PhotometryFile.ROWS + " rows");
        }
    }

    @Test
    void whatTheEditorCannotShowIsToldAtOnce() throws Exception {
        IFile file = Ui.file("results/" + name + "-broken.vot");
        Path path = file.getLocation().toPath();
        Files.writeString(path, "no table");
        file.refreshLocal(IResource.DEPTH_ZERO, null);
        IEditorPart editor = IDE.openEditor(Ui.page(), file, Ids.TABLE_EDITOR);
        Ui.until(
                "it cannot be shown",
                () -> !Ui.one(editor, StatePane.class, s -> true).says().isEmpty());
        // it is a table by the time that it is sent, and the editor does not know
        Files.copy(Path.of(url), path, StandardCopyOption.REPLACE_EXISTING);
        Response reply = peer.ask(
                "table.load.votable",
                "table-id",
                name + "-b",
                "url",
                path.toUri().toString());
        assertThat(reply.getErrInfo().getErrortxt()).contains(name + "-broken.vot", "not a table");
    }

    private static void write(Path votable, Path file) throws Exception {
        Highlighter.off(file + " is written", monitor -> {
            TableService tables = Ui.service(TableService.class);
            String plain = file.getFileName().toString().replaceFirst("\\.gz$", "");
            Path bare = file.resolveSibling(plain);
            tables.save(tables.open(votable, "", monitor), bare, "", monitor);
            if (!bare.equals(file)) {
                zip(bare, file);
            }
            return true;
        });
    }

    private static void zip(Path from, Path to) throws InputException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(to))) {
            Files.copy(from, out);
        } catch (IOException e) {
            throw new InputException("cannot be compressed: " + e.getMessage(), e);
        }
    }
}
