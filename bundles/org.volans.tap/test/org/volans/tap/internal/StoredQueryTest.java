package org.volans.tap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.OutputException;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.io.WholeFile;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapStored;
import org.volans.sdk.testing.PlainHttp;
import org.volans.sdk.testing.StilTables;

@SuppressWarnings("null")
@Timeout(60)
class StoredQueryTest {

    @TempDir
    Path folder;

    private FakeTap server;
    private TapServiceImpl tap;
    private final NullProgressMonitor monitor = new NullProgressMonitor();

    @BeforeEach
    void start() throws Exception {
        server = new FakeTap();
        tap = new TapServiceImpl(new PlainHttp(), new StilTables(), Duration.ofMillis(1), Duration.ofMillis(5));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Path target() {
        return folder.resolve("result.vot");
    }

    private TapStored run() throws Exception {
        return tap.query(TapQuery.of(server.uri(), "SELECT a FROM t"), target(), monitor);
    }

    private void answers(String text) {
        server.on("/sync", 200, "application/x-votable+xml", text);
    }

    private void assertNothingIsLeft() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void writesTheAnswerAsItStands() throws Exception {
        String text = "<?xml version='1.0'?>\n<!-- hello -->\n"
                + FakeTap.votable("OK", List.of("a"), "1", "2").replace("<TABLE>", "<INFO name='x' value='y'/><TABLE>")
                + "\n<!-- bye -->\n";
        answers(text);
        TapStored stored = run();
        assertThat(stored).isEqualTo(new TapStored(target(), text.length(), 2, false));
        assertThat(target()).hasContent(text);
    }

    @Test
    void seesAnOverflowAfterTheRows() throws Exception {
        answers(FakeTap.votable("OVERFLOW", List.of("a"), "1", "2", "3"));
        assertThat(run().overflow()).isTrue();
        assertThat(run().rows()).isEqualTo(3);
    }

    @Test
    void anErrorDocumentIsARefusalAndNoFile() throws Exception {
        answers(FakeTap.error("no column\n  named magg"));
        assertThatThrownBy(this::run)
                .isInstanceOf(ServiceException.class)
                .hasMessage("127.0.0.1: no column named magg");
        assertNothingIsLeft();
    }

    @Test
    void anErrorAfterTheRowsIsARefusalToo() throws Exception {
        answers(FakeTap.votable("OK", List.of("a"), "1")
                .replace("</RESOURCE>", "<INFO name='QUERY_STATUS' value='ERROR'>time is over</INFO></RESOURCE>"));
        assertThatThrownBy(this::run).hasMessage("127.0.0.1: time is over");
        assertNothingIsLeft();
    }

    @Test
    void aTruncatedAnswerIsNoResult() throws Exception {
        String whole = FakeTap.votable("OK", List.of("a"), "1", "2", "3");
        answers(whole.substring(0, whole.indexOf("</TABLEDATA>")));
        assertThatThrownBy(this::run).isInstanceOf(ProtocolException.class);
        assertNothingIsLeft();
    }

    @Test
    void aLostConnectionIsAFailureOfTheService() throws Exception {
        String whole = FakeTap.votable("OK", List.of("a"), "1", "2", "3");
        server.on("/sync", (e, body) -> {
            e.sendResponseHeaders(200, whole.length() * 1000L);
            e.getResponseBody().write(whole.getBytes(StandardCharsets.UTF_8), 0, whole.length() - 30);
            e.getResponseBody().flush();
        });
        assertThatThrownBy(this::run).isInstanceOf(ServiceException.class);
        assertNothingIsLeft();
    }

    @Test
    void htmlNothingAndATableWithoutTableAreNamed() throws Exception {
        answers("<html><title>Log in</title></html>");
        assertThatThrownBy(this::run).isInstanceOf(ProtocolException.class).hasMessageContaining("Log in");
        try (FakeTap other = new FakeTap()) {
            other.on("/sync", 200, "text/xml", "<VOTABLE/>");
            assertThatThrownBy(() -> tap.query(TapQuery.of(other.uri(), "SELECT 1 FROM t"), target(), monitor))
                    .hasMessageContaining("without a table");
        }
        assertNothingIsLeft();
    }

    /** Sends rows until nobody listens any more. */
    private static void endless(HttpExchange exchange, AtomicInteger sent) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        String whole = FakeTap.votable("OK", List.of("a"), "1");
        out.write(whole.substring(0, whole.indexOf("</TABLEDATA>")).getBytes(StandardCharsets.UTF_8));
        byte[] rows = "<TR><TD>1</TD></TR>\n".repeat(5000).getBytes(StandardCharsets.UTF_8);
        while (true) {
            out.write(rows);
            sent.incrementAndGet();
        }
    }

    @Test
    void cancellingEndsItAndLeavesNothing() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        server.on("/sync", (e, body) -> endless(e, sent));
        NullProgressMonitor impatient = new NullProgressMonitor() {
            @Override
            public void subTask(String name) {
                setCanceled(true);
            }
        };
        assertThatThrownBy(() -> tap.query(TapQuery.of(server.uri(), "SELECT a FROM t"), target(), impatient))
                .isInstanceOf(OperationCanceledException.class);
        assertThat(sent.get()).isPositive();
        assertNothingIsLeft();
    }

    static boolean hasFullDevice() {
        return Files.isWritable(Path.of("/dev/full"));
    }

    @Test
    @EnabledIf("hasFullDevice")
    void aFullDiskIsTheTargetsFault() throws Exception {
        try (OutputStream full = Files.newOutputStream(Path.of("/dev/full"));
                CopyingStream copy =
                        new CopyingStream(new ByteArrayInputStream(new byte[100_000]), full, () -> 0, monitor)) {
            assertThatThrownBy(copy::readAllBytes).isInstanceOf(IOException.class);
            IOException fault = copy.diskFault();
            assertThat(fault).isNotNull();
            assertThat(WholeFile.reason(fault)).isEqualTo("the disk is full");
            assertThatThrownBy(copy::read)
                    .as("a reader that forgives the end of its document must not hide it")
                    .isSameAs(fault);
        }
    }

    @Test
    void aFolderThatIsNotThereIsTheTargetsFault() {
        answers(FakeTap.votable("OK", List.of("a"), "1"));
        assertThatThrownBy(() ->
                        tap.query(TapQuery.of(server.uri(), "SELECT a FROM t"), folder.resolve("none/x.vot"), monitor))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("there is no folder");
    }

    @Test
    void aFailureKeepsWhatWasThere() throws Exception {
        Files.writeString(target(), "older");
        answers(FakeTap.error("no"));
        assertThatThrownBy(this::run).isInstanceOf(ServiceException.class);
        assertThat(target()).hasContent("older");
    }

    @Test
    void theResultOfAJobIsWrittenAndItsErrorIsNot() throws Exception {
        URI job = URI.create(server.uri() + "/async/7");
        server.on("/async/7", 200, "text/xml", FakeTap.job("1.1", "7", "COMPLETED", ""));
        server.on("/async/7/results/result", 200, "text/xml", FakeTap.votable("OVERFLOW", List.of("a"), "1", "2"));
        TapStored stored = tap.result(job, target(), monitor);
        assertThat(stored.rows()).isEqualTo(2);
        assertThat(stored.overflow()).isTrue();
        Files.delete(target());
        server.on(
                "/async/8",
                200,
                "text/xml",
                FakeTap.job(
                        "1.1", "8", "ERROR", "<u:errorSummary><u:message>no such table</u:message></u:errorSummary>"));
        assertThatThrownBy(() -> tap.result(URI.create(server.uri() + "/async/8"), target(), monitor))
                .hasMessage("127.0.0.1: no such table");
        assertNothingIsLeft();
    }
}
