package org.volans.tap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.tap.TapCapabilities;
import org.volans.api.tap.TapExample;
import org.volans.api.ucd.Ucd;
import org.volans.sdk.testing.PlainHttp;
import org.volans.sdk.testing.StilTables;

@SuppressWarnings("null")
class MetadataTest {

    private static final String CAPABILITIES = """
            <?xml version='1.0'?><!DOCTYPE x SYSTEM "file:///etc/passwd">
            <x:capabilities xmlns:x='http://example.org/odd' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>
            <capability standardID='ivo://ivoa.net/std/VOSI#tables-1.1'>
              <interface><accessURL use='full'>elsewhere/tables</accessURL></interface></capability>
            <capability standardID='ivo://ivoa.net/std/TAP'>
              <interface role='std' version='1.1'><accessURL>http://x/tap</accessURL></interface>
              <dataModel ivo-id='ivo://ivoa.net/std/ObsCore#core-1.1'>ObsCore</dataModel><dataModel>RegTAP</dataModel>
              <language><name>ADQL</name><version ivo-id='i'>2.0</version><version>2.1</version>
                <languageFeatures type='ivo://ivoa.net/std/TAPRegExt#features-udf'><feature><form>f(a INTEGER)
                  -&gt; REAL</form></feature></languageFeatures></language>
              <outputFormat><mime>text/csv</mime><alias>csv</alias></outputFormat>
              <uploadMethod ivo-id='ivo://ivoa.net/std/TAPRegExt#upload-inline'/>
              <outputLimit><default unit='row'>2000</default><hard unit='byte'>99</hard></outputLimit></capability>
            <capability standardID='ivo://ivoa.net/std/DALI#examples'>
              <interface><accessURL>http://x/tap/examples</accessURL></interface></capability>
            </x:capabilities>""";

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

    @Test
    void capabilitiesInAnyNamespaceAreReadOnce() throws Exception {
        server.on("/capabilities", 200, "text/plain", CAPABILITIES);
        TapCapabilities c = tap.capabilities(server.uri(), monitor);
        assertThat(c.languages()).containsExactly("ADQL 2.0", "ADQL 2.1");
        assertThat(c.features()).containsExactly("f(a INTEGER) -> REAL");
        assertThat(c.dataModels()).containsExactly("ivo://ivoa.net/std/ObsCore#core-1.1", "RegTAP");
        assertThat(c.uploadsInline()).isTrue();
        assertThat(c.outputFormats()).containsExactly("text/csv");
        assertThat(c.defaultMaxrec()).hasValue(2000);
        assertThat(c.hardMaxrec()).isEmpty();
        assertThat(c.examplesUrl()).isEqualTo("http://x/tap/examples");
        tap.capabilities(java.net.URI.create(server.uri() + "/"), monitor);
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void whatIsNoTapServiceIsDoubted() {
        server.on("/capabilities", 200, "text/html", "<html><head><title>My page</title></head>");
        assertThatThrownBy(() -> tap.capabilities(server.uri(), monitor))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("(title \"My page\")")
                .hasMessageEndingWith("is " + server.uri() + " a TAP service?");
        server.on(
                "/sia/capabilities",
                200,
                "text/xml",
                "<capabilities><capability standardID='ivo://ivoa.net/std/SIA'/></capabilities>");
        assertThatThrownBy(() -> tap.capabilities(java.net.URI.create(server.uri() + "/sia"), monitor))
                .hasMessageContaining("lists no TAP capability");
        server.on("/cut/capabilities", 200, "text/xml", "<capabilities><capability stand");
        assertThatThrownBy(() -> tap.capabilities(java.net.URI.create(server.uri() + "/cut"), monitor))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("is not VOSI capabilities");
    }

    @Test
    void availability() throws Exception {
        server.on(
                "/availability",
                200,
                "text/xml",
                "<a:availability xmlns:a='a'><a:available>false</a:available>"
                        + "<a:note>back soon</a:note><a:backAt>2030-01-01T00:00:00Z</a:backAt></a:availability>");
        assertThat(tap.availability(server.uri(), monitor).available()).isFalse();
        assertThat(tap.availability(server.uri(), monitor).notes()).containsExactly("back soon");
    }

    private static void manyTables(com.sun.net.httpserver.HttpExchange e, int n, boolean columns, AtomicInteger written)
            throws java.io.IOException {
        e.sendResponseHeaders(200, 0);
        var out = e.getResponseBody();
        out.write("<t:tableset xmlns:t='t'><schema><name>big</name>".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < n; i++) {
            String column = columns ? "<column><name>c</name><dataType>int</dataType></column>".repeat(20) : "";
            out.write(
                    ("<table><name>J/A+A/" + i + "</name>" + column + "</table>").getBytes(StandardCharsets.US_ASCII));
            written.set(i + 1);
        }
        out.write("</schema></t:tableset>".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void fiftyThousandTablesInOneRequestWithDelimiters() throws Exception {
        AtomicInteger written = new AtomicInteger();
        server.on("/tables", (e, body) -> manyTables(e, 50_000, false, written));
        List<SchemaMeta> schemas = tap.schemas(server.uri(), monitor);
        assertThat(schemas).hasSize(1);
        assertThat(schemas.getFirst().tables()).hasSize(50_000);
        assertThat(schemas.getFirst().tables().getLast().name()).isEqualTo("\"J/A+A/49999\"");
        assertThat(server.asked).containsExactly("GET /tables?detail=min");
    }

    @Test
    void rowsAreKnownWhereTheServiceSaysSo() throws Exception {
        server.on(
                "/tables",
                200,
                "text/xml",
                "<tableset><schema><name>s</name><table><name>s.a</name><nrows>1234567</nrows></table>"
                        + "<table><name>s.b</name><nrows>many</nrows></table></schema></tableset>");
        assertThat(tap.schemas(server.uri(), monitor).getFirst().tables())
                .extracting(TableMeta::rows)
                .containsExactly(1_234_567L, -1L);
    }

    @Test
    void aLongDocumentIsLeftForTapSchema() throws Exception {
        AtomicInteger written = new AtomicInteger();
        server.on("/tables", (e, body) -> manyTables(e, 50_000, true, written));
        server.on(
                "/sync",
                (e, body) -> FakeTap.send(
                        e,
                        200,
                        "text/xml",
                        body.contains("TAP_SCHEMA.schemas")
                                ? FakeTap.votable("OK", List.of("SCHEMA_NAME", "description"), "big", "many")
                                : FakeTap.votable(
                                        "OK",
                                        List.of("schema_name", "table_name", "table_type", "utype", "description"),
                                        "big",
                                        "big.V/147/sdss12",
                                        "view",
                                        "",
                                        "d")));
        List<SchemaMeta> schemas = tap.schemas(server.uri(), monitor);
        assertThat(schemas)
                .containsExactly(new SchemaMeta(
                        "big", "many", List.of(new TableMeta("big.\"V/147/sdss12\"", "", "d", "view", "", List.of()))));
        assertThat(written.get())
                .as("tables that the service could send before it was left")
                .isLessThan(50_000);
    }

    @Test
    void withoutTapSchemaTheLongDocumentMustDo() throws Exception {
        server.on(
                "/tables",
                200,
                "text/xml",
                "<tableset><schema><name>s</name><table><name>s.t</name>"
                        + "<column><name>c</name></column></table></schema></tableset>");
        server.on("/sync", 200, "text/xml", FakeTap.error("no TAP_SCHEMA"));
        List<SchemaMeta> schemas = tap.schemas(server.uri(), monitor);
        assertThat(schemas.getFirst().tables()).containsExactly(new TableMeta("s.t", "", "", "table", "", List.of()));
    }

    @Test
    void anotherTableIsNotTakenForTapSchema() throws Exception {
        server.on(
                "/tables",
                200,
                "text/xml",
                "<tableset><schema><name>s</name><table><name>s.t</name>"
                        + "<column><name>c</name></column></table></schema></tableset>");
        server.on("/sync", 200, "text/xml", FakeTap.votable("OK", List.of("a", "b"), "1", "2"));
        List<SchemaMeta> schemas = tap.schemas(server.uri(), monitor);
        assertThat(schemas.getFirst().tables()).containsExactly(new TableMeta("s.t", "", "", "table", "", List.of()));
        assertThat(tap.table(server.uri(), "s.t", monitor).columns()).hasSize(1);
    }

    @Test
    void tablesWhereTheServiceSaysTheyAre() throws Exception {
        server.on("/tables", 404, "text/plain", "not here");
        server.on("/capabilities", 200, "text/xml", CAPABILITIES);
        server.on(
                "/elsewhere/tables",
                200,
                "text/xml",
                "<tableset><schema><name>s</name><table><name>s.t</name></table></schema></tableset>");
        assertThat(tap.schemas(server.uri(), monitor).getFirst().tables()).hasSize(1);
    }

    @Test
    void aDeadServiceIsAskedOnce() throws Exception {
        java.net.URI dead;
        try (FakeTap gone = new FakeTap()) {
            dead = gone.uri();
        }
        AtomicInteger n = new AtomicInteger();
        TapServiceImpl counted = new TapServiceImpl(
                (call, m) -> {
                    n.incrementAndGet();
                    return new PlainHttp().send(call, m);
                },
                new StilTables());
        assertThatThrownBy(() -> counted.table(dead, "a.b", monitor)).isInstanceOf(ServiceException.class);
        assertThat(n).hasValue(1);
    }

    private static final String SDSS =
            "<v:table xmlns:v='v' type='view'><name>\"V/147/sdss12\"</name><title>SDSS</title>"
                    + "<column><name>\"RA_ICRS\"</name><unit>deg</unit><ucd>pos.eq.ra;meta.main</ucd>"
                    + "<dataType arraysize='*'>char</dataType><flag>indexed</flag></column>"
                    + "<column><name>n</name><dataType size='4'>adql:SMALLINT</dataType></column></v:table>";

    @Test
    void oneTableByItsOwnUrl() throws Exception {
        server.on("/tables/", 200, "text/xml", SDSS);
        TableMeta table = tap.table(server.uri(), "v/147/SDSS12", monitor);
        assertThat(table.name()).isEqualTo("\"V/147/sdss12\"");
        assertThat(table.columns())
                .first()
                .isEqualTo(new ColumnMeta("RA_ICRS", "char(*)", "deg", Ucd.parse("pos.eq.ra;meta.main"), "", "", true));
        assertThat(server.asked).containsExactly("GET /tables/v%2F147%2FSDSS12");
    }

    @Test
    void oneTableFromTapSchemaOfEitherVersion() throws Exception {
        server.on("/tables", 400, "text/plain", "%2F is forbidden");
        server.on(
                "/sync",
                (e, body) -> FakeTap.send(
                        e,
                        200,
                        "text/xml",
                        body.contains("TAP_SCHEMA.columns")
                                ? FakeTap.votable(
                                        "OK",
                                        List.of(
                                                "table_name",
                                                "column_name",
                                                "datatype",
                                                "size",
                                                "indexed",
                                                "column_index"),
                                        "a.B",
                                        "y",
                                        "VARCHAR",
                                        "9",
                                        "0",
                                        "2",
                                        "a.B",
                                        "x",
                                        "DOUBLE",
                                        "",
                                        "1",
                                        "1")
                                : FakeTap.votable(
                                        "OK",
                                        List.of("schema_name", "table_name", "description"),
                                        "a",
                                        "a.B",
                                        "about b")));
        TableMeta table = tap.table(server.uri(), "a.\"B\"", monitor);
        assertThat(table.name()).isEqualTo("a.B");
        assertThat(table.description()).isEqualTo("about b");
        assertThat(table.columns()).extracting(ColumnMeta::name).containsExactly("x", "y");
        assertThat(table.columns()).extracting(ColumnMeta::datatype).containsExactly("double", "char(*)");
        assertThat(table.columns()).extracting(ColumnMeta::indexed).containsExactly(true, false);
        assertThat(server.asked.get(1)).contains("WHERE table_name IN ('a.\"B\"', 'a.B', 'a.b', 'A.B'");
    }

    @Test
    void aMissingTableIsAnsweredWithNearNames() {
        server.on(
                "/tables",
                (e, body) -> FakeTap.send(
                        e,
                        e.getRequestURI().getPath().endsWith("/tables") ? 200 : 404,
                        "text/xml",
                        "<tableset><schema><name>ivoa</name><table><name>ivoa.obscore</name></table><table><name>ivoa.other</name></table></schema></tableset>"));
        server.on("/sync", 200, "text/xml", FakeTap.votable("OK", List.of("table_name")));
        assertThatThrownBy(() -> tap.table(server.uri(), "ivoa.obscor", monitor))
                .isInstanceOf(InputException.class)
                .hasMessage("127.0.0.1 has no table 'ivoa.obscor'; did you mean ivoa.obscore?");
    }

    @Test
    void examplesInSloppyHtml() throws Exception {
        server.on("/examples", 200, "application/xhtml+xml", """
                <html><body vocab='ivo://ivoa.net/std/DALI-examples#'><br>
                <div typeof="example" id="one" resource="#one"><h2 property="name">First &amp; best</h2>
                <p>Finds <b>all</p><pre property="query">
                SELECT *
                  FROM t WHERE a &lt; 3</pre></div>
                <div typeof="x:Example other" resource="#two"><span property=generic-parameter typeof=keyval>
                <span property=key>QUERY</span><span property=value>SELECT 2</span></span></div>
                <div typeof="example" id="none"><h2 property="name">no query</h2></div>
                <div typeof="counterexample"><pre property="query">DROP</pre></div>
                <a property="continuation" href="examples2">more</a><a property="continuation" href="examples">self</a>""");
        server.on(
                "/examples2",
                200,
                "text/html",
                "<p typeof=example id=three><i property=name>3</i><code property=query>SELECT 3</code>");
        List<TapExample> examples = tap.examples(server.uri(), monitor);
        assertThat(examples)
                .containsExactly(
                        new TapExample("one", "First & best", "Finds all", "SELECT *\n  FROM t WHERE a < 3"),
                        new TapExample("two", "two", "", "SELECT 2"),
                        new TapExample("three", "3", "", "SELECT 3"));
        assertThat(server.asked).hasSize(2);
    }

    @Test
    void noExamplesAreNoFailure() throws Exception {
        server.on("/examples", 404, "text/html", "none");
        assertThat(tap.examples(server.uri(), monitor)).isEmpty();
    }
}
