package org.volans.samp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.astrogrid.samp.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.geometry.Position;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampReply;
import org.volans.api.table.SharedTable;
import org.volans.api.table.VotableDocument;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

class SampSenderTest extends SampTestBase {

    private final StilTables tables = new StilTables();
    private final ListedTables shared = new ListedTables();
    private SampProvider volans;
    private SampSenderProvider sender;
    private Peer votable;
    private Peer fits;

    @BeforeEach
    void meet() throws Exception {
        hub();
        votable = peer("VOTables", "table.*", "image.load.fits");
        fits = Peer.agreeing(TestHub.profile(lockfile()), "FITS only", "table.load.fits", "coord.pointAt.sky");
        // table.* is both; this one takes VOTables alone
        votable.connection.declareSubscriptions(Map.of(
                "table.load.votable", Map.of(),
                "table.highlight.row", Map.of(),
                "table.select.rowList", Map.of(),
                "image.load.fits", Map.of()));
        volans = joined();
        sender = new SampSenderProvider(volans, tables, shared);
    }

    private static RowListStarTable rows() {
        RowListStarTable rows = new RowListStarTable(new ColumnInfo[] {new ColumnInfo("n", Integer.class, "")});
        rows.addRow(new Object[] {1});
        rows.addRow(new Object[] {2});
        return rows;
    }

    private static SharedTable table(String id, Optional<Path> file, boolean document) {
        RowListStarTable rows = rows();
        Optional<VotableDocument> votable =
                document ? Optional.of(new VotableDocument(List.of(rows), List.of(), List.of())) : Optional.empty();
        return new SharedTable(id, Optional.empty(), "my table", rows, votable, file, "");
    }

    private static Message last(Peer peer) {
        return peer.messages.getLast();
    }

    private static Map<String, Object> params(Peer peer) {
        return Wire.message(last(peer)).params();
    }

    private Optional<SampClient> to(String name) throws InputException {
        return Optional.of(volans.client(name));
    }

    @Test
    void aTableInMemoryIsWrittenAsEachTakesIt() throws Exception {
        SharedTable table = table("t-1", Optional.empty(), false);
        Map<SampClient, SampReply> replies = sender.table(table, Optional.empty(), NONE);
        assertThat(replies)
                .hasSize(2)
                .allSatisfy((client, reply) -> assertThat(reply).isEqualTo(SampReply.ok()));
        assertThat(last(votable).getMType()).isEqualTo("table.load.votable");
        assertThat(params(votable)).containsEntry("table-id", "t-1").containsEntry("name", "my table");
        String url = String.valueOf(last(votable).getParam("url"));
        assertThat(url).startsWith("file:///").endsWith(".vot");
        assertThat(Files.readString(Path.of(URI.create(url)))).contains("<VOTABLE");
        assertThat(last(fits).getMType()).isEqualTo("table.load.fits");
        assertThat(Path.of(URI.create(String.valueOf(last(fits).getParam("url")))))
                .exists();
        assertThat(shared.all()).hasSize(1);
        assertThat(shared.all().getFirst().url())
                .contains(URI.create(String.valueOf(last(votable).getParam("url"))));

        sender.table(table, to("VOTables"), NONE);
        assertThat(last(votable).getParam("url"))
                .as("the same table is the same file")
                .isEqualTo(url);
    }

    @Test
    void filesAreSentAsTheyStand() throws Exception {
        Path file = Files.writeString(folder.resolve("a b\u00fc#1.vot"), "<VOTABLE/>");
        sender.table(table("t-1", Optional.of(file), true), to("VOTables"), NONE);
        assertThat(last(votable).getParam("url")).isEqualTo("file://" + folder + "/a%20b%C3%BC%231.vot");
        Path image = Files.writeString(folder.resolve("x.fits"), "SIMPLE  =                    T");
        sender.table(table("t-2", Optional.of(image), false), to("FITS only"), NONE);
        assertThat(last(fits).getParam("url")).isEqualTo(image.toUri().toString());
        tables.inFile = 2;
        sender.table(table("t-3", Optional.of(image), false), to("FITS only"), NONE);
        assertThat(last(fits).getParam("url")).isNotEqualTo(image.toUri().toString());
        Files.delete(file);
        sender.table(table("t-4", Optional.of(file), true), to("VOTables"), NONE);
        assertThat(String.valueOf(last(votable).getParam("url"))).contains("/my_table-");
    }

    @Test
    void aTableThatCameKeepsItsUrl() throws Exception {
        SharedTable given = table("t-1", Optional.empty(), true);
        URI url = URI.create("http://127.0.0.1:2525/dynamic/1/t1.vot");
        SharedTable came =
                new SharedTable("t-1", Optional.of(url), "t", given.table(), given.document(), Optional.empty(), "");
        sender.table(came, to("VOTables"), NONE);
        assertThat(last(votable).getParam("url")).isEqualTo(url.toString());
        assertThat(shared.all()).isEmpty();
    }

    @Test
    void rowsOfTablesThatAreKnown() throws Exception {
        SharedTable table = table("t-1", Optional.empty(), false);
        assertThat(sender.row(table, 1, Optional.empty(), NONE)).isEmpty();
        sender.table(table, to("VOTables"), NONE);
        assertThat(sender.row(table, 1, Optional.empty(), NONE)).hasSize(1);
        assertThat(last(votable).getMType()).isEqualTo("table.highlight.row");
        assertThat(params(votable))
                .containsEntry("table-id", "t-1")
                .containsEntry("row", "1")
                .containsKey("url");
        sender.rows(table, List.of(0L, 1L), to("VOTables"), NONE);
        assertThat(last(votable).getParam("row-list")).isEqualTo(List.of("0", "1"));
        assertThatThrownBy(() -> sender.row(table, 2, Optional.empty(), NONE))
                .isInstanceOf(InputException.class)
                .hasMessage("no row 2 in my table: it has rows 0 to 1");
        assertThatThrownBy(() -> sender.rows(table, List.of(0L, -1L), Optional.empty(), NONE))
                .isInstanceOf(InputException.class);
    }

    @Test
    void positionsAndImages() throws Exception {
        assertThat(sender.position(new Position(10.5, -1e-5), Optional.empty(), NONE))
                .hasSize(1);
        assertThat(params(fits)).containsEntry("ra", "10.5").containsEntry("dec", "-1.0E-5");
        Path image = Files.createFile(folder.resolve("i m.fits"));
        sender.image(image, "Image", Optional.empty(), NONE);
        assertThat(params(votable))
                .containsEntry("url", image.toUri().toString())
                .containsEntry("image-id", image.toUri().toString())
                .containsEntry("name", "Image");
        assertThatThrownBy(() -> sender.image(folder.resolve("none"), "", Optional.empty(), NONE))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> sender.image(image, "Image", to("FITS only"), NONE))
                .isInstanceOf(ServiceException.class)
                .hasMessage("FITS only does not take image.load.fits");
    }

    @Test
    void recordsAndSaysAgain() throws Exception {
        SampRecorderProvider recorder = new SampRecorderProvider(volans);
        Path file = folder.resolve("talk.jsonl");
        var recording = recorder.record(file);
        assertThatThrownBy(() -> recorder.record(file)).hasMessage("cannot write '" + file + "': it exists");
        sender.position(new Position(1, 2), Optional.empty(), NONE);
        handle(volans, "x.y", (message, from, monitor) -> SampReply.warning("half \u00e9"));
        until(() -> takes(votable, volans, "x.y"));
        votable.connection.call(self(volans), "1", new Message("x.y", Map.of("list", List.of("a", Map.of("k", "v")))));
        votable.connection.notify(self(volans), message("x.y"));
        until(() -> volans.exchanges().size() == 3
                && volans.exchanges().stream()
                        .allMatch(exchange -> exchange.duration().isPresent()));
        volans.exchanges().forEach(recorder::exchanged);
        assertThat(recording.exchanges()).isEqualTo(3);
        recording.close();
        volans.exchanges().forEach(recorder::exchanged);

        var read = recorder.read(file);
        assertThat(read).hasSize(3);
        for (int i = 0; i < 3; i++) {
            var was = volans.exchanges().get(i);
            assertThat(read.get(i).message()).isEqualTo(was.message());
            assertThat(read.get(i).reply()).isEqualTo(was.reply());
            assertThat(read.get(i).sent()).isEqualTo(was.sent());
            assertThat(read.get(i).answered()).isEqualTo(was.answered());
            assertThat(read.get(i).peer().name()).isEqualTo(was.peer().name());
        }
        var again = recorder.replay(read, Optional.empty(), NONE);
        assertThat(again).hasSize(1);
        assertThat(again.getFirst().message()).isEqualTo(read.getFirst().message());
        assertThat(again.getFirst().reply()).contains(SampReply.ok());
        assertThat(recorder.replay(read, to("VOTables"), NONE)).isEmpty();
    }

    @Test
    void filesThatAreNoRecordings() throws Exception {
        SampRecorderProvider recorder = new SampRecorderProvider(volans);
        String good = ExchangeJson.line(
                new ExchangeLog(new Listeners(List::of)).begin(true, volans.client("VOTables"), said("a.b"), true));
        Path file = Files.writeString(folder.resolve("good"), good + "\n\n" + good);
        assertThat(recorder.read(file)).hasSize(2);
        List<String> bad = new ArrayList<>(List.of("nonsense", "[]", "{}", "\"text\"", "{\"time\":1}"));
        bad.add(good.replace("\"sent\"", "\"up\""));
        bad.add(good.replaceFirst("\"time\":\"[^\"]*\"", "\"time\":\"noon\""));
        bad.add(good.replace("\"params\":{}", "\"params\":{\"a\":null}"));
        bad.add(good.replace("\"params\":{}", "\"params\":{\"a\":" + "[".repeat(3000) + "]".repeat(3000) + "}"));
        bad.add("[".repeat(200_000));
        for (String line : bad) {
            Files.writeString(file, good + "\n" + line);
            assertThatThrownBy(() -> recorder.read(file))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("'" + file + "' is no recording: line 2: ");
        }
        Files.write(file, new byte[] {(byte) 0xff, 0, 1, (byte) 0x80});
        assertThatThrownBy(() -> recorder.read(file)).hasMessageContaining("bytes that are no text");
        assertThatThrownBy(() -> recorder.read(folder.resolve("none"))).isInstanceOf(InputException.class);
    }
}
