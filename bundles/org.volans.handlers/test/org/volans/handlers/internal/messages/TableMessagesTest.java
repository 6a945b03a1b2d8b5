package org.volans.handlers.internal.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.samp.MessageHandler;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;
import org.volans.api.table.SharedTable;
import org.volans.handlers.internal.Fakes;

@SuppressWarnings("null")
@Timeout(20)
class TableMessagesTest {

    private static final String URL = "http://127.0.0.1:2525/dynamic/0/t1.vot";
    private static final String HIGHLIGHT = "table.highlight.row";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
        desk.handleAll();
    }

    @AfterEach
    void close() {
        desk.opening.countDown();
    }

    private SampReply highlight(String... params) throws Exception {
        return desk.send(desk.highlight, HIGHLIGHT, params);
    }

    @Test
    void tableIsLoadedAndItsRowsAreHighlighted() throws Exception {
        desk.web.put(URL, "<VOTABLE>3");
        assertThat(desk.send(desk.load, "table.load.votable", "table-id", "t1", "url", URL, "name", "stars"))
                .isEqualTo(SampReply.ok());
        SharedTable table = desk.tables.find("t1", "").orElseThrow();
        assertThat(table.url()).map(Object::toString).contains(URL);
        assertThat(table.file().orElseThrow()).hasContent("<VOTABLE>3");
        assertThat(desk.files()).isEmpty();
        assertThat(highlight("table-id", "t1", "row", "2")).isEqualTo(SampReply.ok());
        assertThat(highlight("table-id", "t1", "url", "file:/home/me/stars.vot", "row", " 1.0e0 "))
                .isEqualTo(SampReply.ok());
        assertThat(highlight("table_id", "t1", "row", "0")).isEqualTo(SampReply.ok());
        assertThat(highlight("url", URL, "row", "0")).isEqualTo(SampReply.ok());
        assertThat(desk.handled)
                .containsExactly("table stars", "row 2 of stars", "row 1 of stars", "row 0 of stars", "row 0 of stars");
        assertThat(desk.web.calls()).first().satisfies(call -> {
            assertThat(call.repeatable()).isFalse();
            assertThat(call.timeout()).hasSeconds(7);
        });
    }

    @Test
    void rowsAreSelected() throws Exception {
        desk.sendTable(desk.topcat, "t1", URL, "stars");
        MessageHandler selection = desk.selection;
        SampMessage message = new SampMessage(
                "table.select.rowList", Map.of("table-id", "t1", "row-list", List.of("0", " 2 ", "1.0")));
        assertThat(selection.handle(message, desk.topcat, new NullProgressMonitor()))
                .isEqualTo(SampReply.ok());
        assertThat(desk.handled).endsWith("rows [0, 2, 1] of stars");
        SampMessage outside =
                new SampMessage("table.select.rowList", Map.of("table-id", "t1", "row-list", List.of("0", "3")));
        assertThatThrownBy(() -> selection.handle(outside, desk.topcat, new NullProgressMonitor()))
                .hasMessage("no row 3 in stars: it has rows 0 to 2");
    }

    @Test
    void fileOfThisMachineIsOpenedInItsPlace() throws Exception {
        Path file = Files.writeString(folder.resolve("my list.vot"), "<VOTABLE>5");
        for (String url : List.of(
                "file:" + file,
                "file://" + file,
                "file://localhost" + file.toString().replace(" ", "%20"))) {
            desk.send(desk.load, "table.load.votable", "table-id", "l", "url", url);
        }
        assertThat(desk.known()).containsExactly("my list.vot");
        assertThat(desk.tables.all().get(0).file()).contains(file);
        assertThat(highlight("table-id", "l", "url", "file:" + file, "row", "4"))
                .isEqualTo(SampReply.ok());
    }

    @Test
    void tableWithoutIdIsKnownByItsUrl() throws Exception {
        desk.web.put(URL, "<VOTABLE>3");
        desk.send(desk.load, "table.load.fits", "url", URL);
        assertThat(highlight("url", URL, "row", "0")).isEqualTo(SampReply.ok());
        assertThat(desk.handled).containsExactly("table t1.vot", "row 0 of t1.vot");
    }

    /** TOPCAT highlights rows of tables that its user has not sent, and says where they are. */
    @Test
    void tableThatWasNeverSentIsFetchedWhenARowOfItIsHighlighted() throws Exception {
        Path file = Files.writeString(folder.resolve("own.vot"), "<VOTABLE>5");
        assertThat(highlight("table-id", "topcat-1", "url", "file:" + file, "row", "4"))
                .isEqualTo(SampReply.ok());
        assertThat(highlight("table-id", "topcat-1", "url", "file:" + file, "row", "3"))
                .isEqualTo(SampReply.ok());
        assertThat(desk.handled).containsExactly("table own.vot", "row 4 of own.vot", "row 3 of own.vot");
        assertThatThrownBy(
                        () -> highlight("table-id", "other", "url", "file:" + folder.resolve("gone.vot"), "row", "0"))
                .hasMessageContaining("no table with table-id other; send it first (")
                .hasMessageContaining("gone.vot");
        assertThat(desk.known()).containsExactly("own.vot");
    }

    @Test
    void sameIdFromTwoProgramsMeansTwoTables() throws Exception {
        desk.sendTable(desk.topcat, "t1", URL, "of topcat");
        desk.sendTable(desk.aladin, "t1", "http://127.0.0.1:8/t1.vot", "of aladin");
        assertThat(desk.known()).containsExactly("of topcat", "of aladin");
        highlight("table-id", "t1", "row", "0");
        desk.send(desk.highlight, desk.aladin, HIGHLIGHT, "table-id", "t1", "row", "1");
        assertThat(desk.handled).endsWith("row 0 of of topcat", "row 1 of of aladin");
        assertThatThrownBy(() ->
                        desk.send(desk.highlight, Fakes.program("third"), HIGHLIGHT, "table-id", "t1", "row", "1"))
                .hasMessageContaining("no table with table-id t1");
    }

    @Test
    void tableThatIsSentAgainTakesTheOldOnesPlace() throws Exception {
        desk.sendTable(desk.topcat, "t1", URL, "old");
        desk.sendTable(desk.topcat, "t1", "http://127.0.0.1:2525/dynamic/7/t1.vot", "new");
        assertThat(desk.known()).containsExactly("new");
        highlight("table-id", "t1", "row", "0");
        assertThat(desk.handled).endsWith("row 0 of new");
    }

    @Test
    void highlightWaitsForTheTableThatIsBeingLoaded() throws Exception {
        desk.opening = new CountDownLatch(1);
        CompletableFuture<Void> loading = CompletableFuture.runAsync(() -> {
            try {
                desk.sendTable(desk.topcat, "t1", URL, "stars");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        desk.pending.await(
                () -> desk.pending.expects(new TableName("t1", "")),
                java.time.Duration.ofSeconds(5),
                new NullProgressMonitor());
        CompletableFuture<SampReply> reply = highlighting();
        assertThatThrownBy(() -> reply.get(300, TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
        desk.opening.countDown();
        assertThat(reply.get()).isEqualTo(SampReply.ok());
        loading.get();
    }

    private CompletableFuture<SampReply> highlighting() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return highlight("table-id", "t1", "row", "0");
            } catch (Exception e) {
                return new SampReply.Failed(e.getMessage());
            }
        });
    }

    private SampExchange exchange(long number, Optional<SampReply> reply) {
        SampMessage message = SampMessage.of("table.load.votable", "table-id", "t1", "url", URL);
        return new SampExchange(
                number, java.time.Instant.now(), false, desk.topcat, message, true, reply, Optional.empty());
    }

    @Test
    void highlightWaitsForTheTableWhoseMessageWaits() throws Exception {
        desk.pending.exchanged(exchange(1, Optional.empty()));
        CompletableFuture<SampReply> reply = highlighting();
        assertThatThrownBy(() -> reply.get(300, TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
        desk.sendTable(desk.topcat, "t1", URL, "stars");
        assertThat(reply.get()).isEqualTo(SampReply.ok());
        desk.pending.exchanged(exchange(2, Optional.empty()));
        desk.pending.exchanged(exchange(2, Optional.of(new SampReply.Failed("too many"))));
        assertThat(highlight("table-id", "t1", "row", "0")).isEqualTo(SampReply.ok());
        desk.sendTable(desk.topcat, "t1", URL, "stars");
        desk.pending.exchanged(exchange(3, Optional.empty()));
        assertThat(desk.pending.expects(new TableName("t1", "")))
                .as("it was told late")
                .isFalse();
    }

    @Test
    void highlightDoesNotWaitForTheHandlersOfTheTable() throws Exception {
        desk.sendTable(desk.topcat, "t1", URL, "stars");
        desk.pending.begin(SampMessage.of("table.load.votable", "table-id", "t2", "url", "http://x/"), desk.topcat);
        assertThat(highlight("table-id", "t1", "row", "0")).isEqualTo(SampReply.ok());
        NullProgressMonitor gone = new NullProgressMonitor();
        gone.setCanceled(true);
        assertThatThrownBy(() -> desk.highlight.handle(
                        SampMessage.of(HIGHLIGHT, "table-id", "t2", "row", "0"), desk.topcat, gone))
                .isInstanceOf(OperationCanceledException.class);
    }

    @Test
    void repliesSayWhatHandlersDid() throws Exception {
        desk.sendTable(desk.topcat, "t1", URL, "stars");
        desk.failures.add("row");
        assertThat(highlight("table-id", "t1", "row", "0"))
                .isEqualTo(new SampReply.Failed("Label of h.row: cannot do row"));
        Fakes.register(desk.whiteboard, "row", "h.row2", "", desk.rows("second"));
        assertThat(highlight("table-id", "t1", "row", "0"))
                .isEqualTo(SampReply.warning("Label of h.row: cannot do row"));
        desk.failures.add("table");
        desk.web.put(URL, "<VOTABLE>3");
        assertThat(desk.send(desk.load, "table.load.votable", "table-id", "t1", "url", URL))
                .isEqualTo(SampReply.warning("it is here, but Label of h.table: cannot do table"));
        desk.handlers.use(desk.handlers.rules().stream()
                .map(r -> new org.volans.api.handler.HandlerRule(r.handler(), "*", "*", "*", false, Map.of()))
                .toList());
        assertThat(highlight("table-id", "t1", "row", "0")).isEqualTo(SampReply.warning("no handler is on for this"));
        assertThat(desk.send(desk.load, "table.load.votable", "table-id", "t1", "url", URL))
                .isEqualTo(SampReply.ok());
    }

    @Test
    void tableThatWasNotUsedForLongestMakesRoom() throws Exception {
        Path file = Files.writeString(folder.resolve("first.vot"), "<VOTABLE>400");
        desk.send(desk.load, "table.load.votable", "table-id", "t1", "url", "file:" + file, "name", "first");
        desk.web.put(URL, "<VOTABLE>400");
        desk.send(desk.load, "table.load.votable", "table-id", "t2", "url", URL, "name", "second");
        highlight("table-id", "t1", "row", "0");
        desk.web.put("http://h/3", "<VOTABLE>400");
        desk.send(desk.load, "table.load.votable", "table-id", "t3", "url", "http://h/3", "name", "third");
        assertThat(desk.known()).containsExactly("first", "third");
        desk.web.put("http://h/4", "<VOTABLE>9000");
        desk.send(desk.load, "table.load.votable", "table-id", "t4", "url", "http://h/4", "name", "huge");
        assertThat(desk.known()).containsExactly("huge");
        assertThatThrownBy(() -> highlight("table-id", "t1", "row", "0"))
                .hasMessage("no table with table-id t1; send it first");
        assertThat(highlight("table-id", "t1", "url", "file:" + file, "row", "399"))
                .as("loaded again")
                .isEqualTo(SampReply.ok());
    }

    @Test
    void tableThatAnEditorShowsMakesNoRoom() throws Exception {
        desk.sendTable(desk.topcat, "t1", URL, "received");
        SharedTable received = desk.tables.all().getFirst();
        desk.tables.put(new SharedTable(
                "t1",
                received.url(),
                "shown",
                received.table(),
                received.document(),
                received.file(),
                "")); // as one does that opens it
        desk.web.put("http://h/4", "<VOTABLE>9000");
        desk.send(desk.load, "table.load.votable", "table-id", "t4", "url", "http://h/4", "name", "huge");
        assertThat(desk.known()).containsExactly("shown", "huge");
    }

    @Test
    void tableThatIsSentAfterARowOfItWasHighlightedIsExpected() throws Exception {
        desk.web.put(URL, "<VOTABLE>3");
        highlight("table-id", "t1", "url", URL, "row", "0");
        desk.pending.exchanged(exchange(1, Optional.empty()));
        assertThat(desk.pending.expects(new TableName("t1", ""))).isTrue();
    }
}
