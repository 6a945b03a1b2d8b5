package org.volans.tap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.sdk.testing.PlainHttp;
import org.volans.sdk.testing.StilTables;
import uk.ac.starlink.table.ArrayColumn;
import uk.ac.starlink.table.ColumnStarTable;
import uk.ac.starlink.table.StarTable;

@SuppressWarnings("null")
class QueryTest {

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

    private TapResult run() throws Exception {
        return tap.query(TapQuery.of(server.uri(), "SELECT a FROM t"), monitor);
    }

    @Test
    void sendsWhatBothVersionsOfTapDemandAndReadsTheRows() throws Exception {
        server.on("/sync", 200, "text/plain", FakeTap.votable("OK", List.of("a"), "1", "2"));
        TapResult result =
                tap.query(TapQuery.of(server.uri(), "SELECT 'a+b&c' FROM t").maxrec(7), monitor);
        assertThat(result.table().getRowCount()).isEqualTo(2);
        assertThat(result.overflow()).isFalse();
        assertThat(server.asked)
                .containsExactly("POST /sync REQUEST=doQuery&LANG=ADQL&QUERY=SELECT 'a+b&c' FROM t&MAXREC=7");
    }

    @Test
    void reportsOverflow() throws Exception {
        server.on("/sync", 200, "text/xml", FakeTap.votable("OVERFLOW", List.of("a"), "1"));
        assertThat(run().overflow()).isTrue();
    }

    @Test
    void anErrorInsideAnOkIsARefusal() {
        server.on("/sync", 200, "text/xml", FakeTap.error("no column\n  named magg"));
        ServiceException refused = catchThrowableOfType(ServiceException.class, this::run);
        assertThat(refused.getMessage()).isEqualTo("127.0.0.1: no column named magg");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void htmlIsNotAVotable() {
        server.on(
                "/sync",
                200,
                "text/xml",
                "<?xml version='1.0'?>\n<!-- x --><!DOCTYPE html><html><title>Welcome</title></html>");
        assertThatThrownBy(this::run)
                .isInstanceOf(ProtocolException.class)
                .hasMessage(server.uri() + "/sync answered HTML (title \"Welcome\"), not a VOTable; is " + server.uri()
                        + " a TAP service?");
    }

    @Test
    void nothingAndRubbishAreNamed() {
        server.on("/sync", 200, "application/json", "{}");
        assertThatThrownBy(this::run)
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("answered application/json that is no XML, not a VOTable");
        FakeTap silent = server.on("/sub/sync", 200, "text/xml", "");
        assertThatThrownBy(() ->
                        tap.query(TapQuery.of(java.net.URI.create(silent.uri() + "/sub/"), "SELECT 1 FROM t"), monitor))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("answered nothing");
        server.on("/none/sync", 200, "text/xml", "<VOTABLE/>");
        assertThatThrownBy(() ->
                        tap.query(TapQuery.of(java.net.URI.create(silent.uri() + "/none"), "SELECT 1 FROM t"), monitor))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("without a table");
    }

    @Test
    void aTableThatBreaksOffIsAFailureOfTheService() {
        String whole = FakeTap.votable("OK", List.of("a"), "1", "2", "3");
        server.on("/sync", (e, body) -> {
            e.sendResponseHeaders(200, whole.length());
            e.getResponseBody()
                    .write(whole.substring(0, whole.length() / 2).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            e.getResponseBody().flush();
        });
        assertThatThrownBy(this::run).isInstanceOf(ServiceException.class);
    }

    private static StarTable numbers(int n) {
        ColumnStarTable table = ColumnStarTable.makeTableWithRows(n);
        double[] values = new double[n];
        java.util.Arrays.setAll(values, i -> i / 7.0);
        table.addColumn(ArrayColumn.makeColumn("x", values));
        return table;
    }

    private static Set<Path> temporary() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName().toString().startsWith("volans-upload"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void uploadsTravelInTheRequestAndLeaveNoFiles() throws Exception {
        Set<Path> before = temporary();
        server.on("/sync", 200, "text/xml", FakeTap.votable("OK", List.of("a"), "1"));
        tap.query(
                TapQuery.of(server.uri(), "SELECT 1 FROM TAP_UPLOAD.t1")
                        .upload("t1", numbers(2))
                        .upload("t2", numbers(1)),
                monitor);
        assertThat(server.asked.getFirst())
                .contains(
                        "name=\"UPLOAD\"\r\n\r\nt1,param:t1;t2,param:t2\r\n",
                        "name=\"t1\"",
                        "name=\"t2\"",
                        "<TABLEDATA>",
                        "name=\"x\"");
        assertThat(temporary()).isEqualTo(before);
    }

    @Test
    void aBigUploadThatIsCutOffBecomesAJobThatIsDeletedAfterwards() throws Exception {
        server.on("/sync", 413, "text/plain", "only small tables here");
        server.on("/async", (e, body) -> FakeTap.redirect(e, 303, server.uri() + "/async/7"));
        server.on("/async/7", 200, "text/xml", FakeTap.job("1.1", "7", "COMPLETED", ""));
        server.on("/async/7/phase", (e, body) -> FakeTap.redirect(e, 303, server.uri() + "/async/7"));
        server.on("/async/7/results/result", 200, "text/xml", FakeTap.votable("OK", List.of("n"), "9"));
        TapQuery query =
                TapQuery.of(server.uri(), "SELECT COUNT(*) FROM TAP_UPLOAD.t").upload("t", numbers(10_000));
        assertThat(tap.query(query, monitor).table().getCell(0, 0)).isEqualTo("9");
        assertThat(server.asked.stream().map(a -> a.split("\\s")[0] + " " + a.split("\\s")[1]))
                .containsExactly(
                        "POST /sync",
                        "POST /async",
                        "POST /async/7/phase",
                        "GET /async/7",
                        "GET /async/7",
                        "GET /async/7/results/result",
                        "DELETE /async/7");
        assertThatThrownBy(() -> tap.query(query.upload("t", numbers(10)), monitor))
                .as("a small one is refused for another reason")
                .hasMessageContaining("only small tables here");
    }

    @Test
    void aSmallUploadBecomesAJobWhereTheServiceWantsItSo() throws Exception {
        server.on("/sync", 400, "text/plain", "Uploads are only supported in asynchronous mode");
        server.on("/async", (e, body) -> FakeTap.redirect(e, 303, server.uri() + "/async/7"));
        server.on("/async/7", 200, "text/xml", FakeTap.job("1.1", "7", "COMPLETED", ""));
        server.on("/async/7/phase", (e, body) -> FakeTap.redirect(e, 303, server.uri() + "/async/7"));
        server.on("/async/7/results/result", 200, "text/xml", FakeTap.votable("OK", List.of("n"), "9"));
        TapQuery query = TapQuery.of(server.uri(), "SELECT COUNT(*) FROM TAP_UPLOAD.t");
        assertThat(tap.query(query.upload("t", numbers(10)), monitor).table().getCell(0, 0))
                .isEqualTo("9");
        assertThatThrownBy(() -> tap.query(query, monitor))
                .as("without an upload the words mean something else")
                .hasMessageContaining("asynchronous");
    }
}
