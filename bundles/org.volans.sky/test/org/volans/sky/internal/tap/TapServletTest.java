package org.volans.sky.internal.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.sky.internal.EchoEngine;
import org.volans.sky.internal.SkySite;
import org.volans.sky.internal.SmallContent;
import org.volans.sky.internal.TestServer;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.util.ByteArrayDataSource;
import uk.ac.starlink.votable.VOTableBuilder;

@SuppressWarnings("null") // JUnit sets the fields
class TapServletTest {

    @TempDir
    Path temporary;

    private final EchoEngine engine = new EchoEngine();
    private final SmallContent content = new SmallContent();
    private final HttpClient client = HttpClient.newHttpClient();
    private TestServer server;
    private String tap;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(
                0,
                base -> new SkySite(content, base, engine, name -> name, temporary.resolve("jobs"), Clock.systemUTC()));
        tap = server.base() + "small/tap";
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
        assertThat(engine.open).hasValue(0);
        assertThat(temporary).isEmptyDirectory();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(tap + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String... parameters) throws Exception {
        StringJoiner form = new StringJoiner("&");
        for (int i = 0; i < parameters.length; i += 2) {
            form.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return client.send(
                HttpRequest.newBuilder(URI.create(tap + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static StarTable read(String votable) throws IOException {
        return new VOTableBuilder()
                .makeStarTable(
                        new ByteArrayDataSource("answer", votable.getBytes(StandardCharsets.UTF_8)),
                        true,
                        StoragePolicy.PREFER_MEMORY);
    }

    @Test
    void startingMakesNoRowsAndNoEngine() throws Exception {
        assertThat(get("/availability").body()).contains("<vosi:available>true<");
        assertThat(get("/capabilities").body()).contains("ivo://ivoa.net/std/ObsCore#core-1.1", "upload-inline");
        assertThat(content.made).hasValue(0);
        assertThat(engine.open).hasValue(0);
    }

    @Test
    void answersWithAVotable() throws Exception {
        HttpResponse<String> answer = post("/sync", "lang", "ADQL", "Query", "TABLE pics.images");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-votable+xml");
        StarTable table = read(answer.body());
        assertThat(table.getRowCount()).isEqualTo(3);
        assertThat(table.getCell(2, 1)).isEqualTo(3.5);
        assertThat(table.getColumnInfo(2).getXtype()).isEqualTo("adql:REGION");
        assertThat(answer.body())
                .contains("<INFO name=\"QUERY_STATUS\" value=\"OK\"/>")
                .doesNotContain("OVERFLOW");
    }

    @Test
    void saysAfterTheTableThatThereIsMore() throws Exception {
        String body = post("/sync", "LANG", "ADQL", "QUERY", "TABLE pics.images", "MAXREC", "2")
                .body();
        assertThat(read(body).getRowCount()).isEqualTo(2);
        assertThat(body.indexOf("value=\"OVERFLOW\"")).isGreaterThan(body.indexOf("</TABLE>"));
        String none = post("/sync", "LANG", "ADQL", "QUERY", "TABLE pics.images", "MAXREC", "0")
                .body();
        assertThat(read(none).getRowCount()).isZero();
        assertThat(read(none).getColumnCount()).isEqualTo(3);
    }

    @Test
    void describesTheLinksOfRows() throws Exception {
        String body = get("/sync?LANG=ADQL&QUERY=TABLE%20pics.images").body();
        assertThat(body).contains("utype=\"adhoc:service\"", "ivo://ivoa.net/std/DataLink#links-1.1");
        assertThat(body).contains("value=\"" + server.base() + "small/links\"");
        String id = body.replaceAll("(?s).*name=\"ID\"[^>]* ref=\"([^\"]+)\".*", "$1");
        assertThat(body).containsPattern("<FIELD ID=\"" + id + "\"[^>]* name=\"pubdid\"");
        String other = get("/sync?LANG=ADQL&QUERY=TABLE%20V/1/cat").body();
        assertThat(read(other).getRowCount()).isEqualTo(3);
        assertThat(other).doesNotContain("adhoc:service");
    }

    @Test
    void writesOtherFormats() throws Exception {
        HttpResponse<String> csv = post("/sync", "LANG", "ADQL", "QUERY", "TABLE pics.images", "RESPONSEFORMAT", "csv");
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;header=present");
        assertThat(csv.body().lines()).hasSize(4).first().isEqualTo("pubdid,ra,s_region");
        String binary = post(
                        "/sync",
                        "LANG",
                        "ADQL",
                        "QUERY",
                        "TABLE pics.images",
                        "FORMAT",
                        "application/x-votable+xml;serialization=BINARY2")
                .body();
        assertThat(binary).contains("<BINARY2>");
        assertThat(read(binary).getCell(0, 1)).isEqualTo(1.5);
        String fits = post("/sync", "LANG", "ADQL", "QUERY", "TABLE pics.images", "FORMAT", "fits")
                .body();
        assertThat(fits).startsWith("SIMPLE  =");
    }

    @Test
    void refusalsAreErrorDocuments() throws Exception {
        for (String[] wrong : new String[][] {
            {"LANG", "PQL", "QUERY", "x"},
            {"QUERY", "TABLE pics.images"},
            {"LANG", "ADQL"},
            {"LANG", "ADQL", "QUERY", "TABLE nix"},
            {"LANG", "ADQL", "QUERY", "TABLE pics.images", "MAXREC", "many"},
            {"LANG", "ADQL", "QUERY", "TABLE pics.images", "FORMAT", "xls"},
            {"LANG", "ADQL", "QUERY", "TABLE pics.images", "REQUEST", "getCapabilities"},
            {"LANG", "ADQL", "QUERY", "UPLOAD t", "UPLOAD", "t,param:t"},
            {"LANG", "ADQL", "QUERY", "UPLOAD t", "UPLOAD", "t,file:///etc/passwd"},
            {"LANG", "ADQL", "QUERY", "UPLOAD t", "UPLOAD", "t"},
        }) {
            HttpResponse<String> answer = post("/sync", wrong);
            assertThat(answer.statusCode()).as(String.join(" ", wrong)).isEqualTo(400);
            assertThat(answer.body()).contains("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">");
        }
        assertThat(post("/sync", "LANG", "ADQL", "QUERY", "TABLE nix").body()).contains("unknown table 'nix'");
        assertThat(get("/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void takesTablesInline() throws Exception {
        String table =
                post("/sync", "LANG", "ADQL", "QUERY", "TABLE pics.images").body();
        String body = part("LANG", "ADQL") + part("QUERY", "UPLOAD mine") + part("UPLOAD", "mine,param:t1")
                + "--x\r\nContent-Disposition: form-data; name=\"t1\"; filename=\"t.vot\"\r\n"
                + "Content-Type: application/x-votable+xml\r\n\r\n" + table + "\r\n--x--\r\n";
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(tap + "/sync"))
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(read(answer.body()).getRowCount()).isEqualTo(3);
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    @Test
    void takesTablesByUrl() throws Exception {
        String url = tap + "/sync?LANG=ADQL&QUERY=TABLE%20pics.images";
        HttpResponse<String> answer = post("/sync", "LANG", "ADQL", "QUERY", "UPLOAD t", "UPLOAD", "t," + url);
        assertThat(read(answer.body()).getRowCount()).isEqualTo(3);
        HttpResponse<String> missing =
                post("/sync", "LANG", "ADQL", "QUERY", "UPLOAD t", "UPLOAD", "t," + tap + "/nonsense");
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.body()).contains("HTTP status 404");
    }

    @Test
    void runsJobs() throws Exception {
        HttpResponse<String> made = post("/async", "LANG", "ADQL", "QUERY", "TABLE pics.images", "RUNID", "r");
        assertThat(made.statusCode()).isEqualTo(303);
        String job = made.headers().firstValue("Location").orElseThrow().substring(tap.length());
        assertThat(get(job + "/phase").body()).isEqualTo("PENDING");
        assertThat(get(job + "/results/result").statusCode()).isEqualTo(404);
        assertThat(post(job + "/executionduration", "EXECUTIONDURATION", "17").statusCode())
                .isEqualTo(303);
        assertThat(get(job + "/executionduration").body()).isEqualTo("17");
        assertThat(post(job + "/phase", "PHASE", "RUN").statusCode()).isEqualTo(303);
        while (!get(job + "?WAIT=30").body().contains("<uws:phase>COMPLETED<")) {
            assertThat(get(job + "/phase").body()).isNotEqualTo("ERROR");
        }
        assertThat(read(get(job + "/results/result").body()).getRowCount()).isEqualTo(3);
        assertThat(get("/async?PHASE=COMPLETED").body())
                .contains("<uws:jobref ")
                .contains("<uws:runId>r</uws:runId>");
        assertThat(get("/async?PHASE=ERROR").body()).doesNotContain("<uws:jobref ");
        assertThat(post(job, "ACTION", "DELETE").statusCode()).isEqualTo(303);
        assertThat(get(job).statusCode()).isEqualTo(404);
    }

    @Test
    void failedJobsSayWhy() throws Exception {
        String job = post("/async", "LANG", "ADQL", "QUERY", "TABLE nix", "PHASE", "RUN")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .substring(tap.length());
        while (!get(job + "?WAIT=30").body().contains("<uws:phase>ERROR<")) {
            assertThat(get(job + "/phase").body()).isNotEqualTo("COMPLETED");
        }
        assertThat(get(job + "/error").body()).contains("unknown table 'nix'", "value=\"ERROR\"");
        assertThat(post(job + "/phase", "PHASE", "RUN").statusCode()).isEqualTo(400);
    }

    @Test
    void abortsARunningJob() throws Exception {
        String job = post("/async", "LANG", "ADQL", "QUERY", "WAIT", "PHASE", "RUN")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .substring(tap.length());
        engine.waiting.await();
        post(job + "/phase", "PHASE", "ABORT");
        assertThat(get(job + "/phase").body()).isEqualTo("ABORTED");
    }

    @Test
    void describesItsTables() throws Exception {
        String all = get("/tables").body();
        assertThat(all)
                .contains("<name>pics.images</name>", "<name>tap_schema.columns</name>", "<name>rr.resource</name>");
        assertThat(all).contains("arraysize=\"*\" extendedType=\"adql:REGION\"");
        assertThat(get("/tables?detail=min").body())
                .contains("<name>pics.images</name>")
                .doesNotContain("<column");
        String one = get("/tables/%22V%2F1%2Fcat%22").body();
        assertThat(one).contains("<name>&quot;V/1/cat&quot;</name>").doesNotContain("pics.images");
        assertThat(get("/tables/pics.nix").statusCode()).isEqualTo(404);
    }

    @Test
    void tapSchemaDescribesItself() throws Exception {
        StarTable columns = read(post("/sync", "LANG", "ADQL", "QUERY", "TABLE tap_schema.columns")
                .body());
        long described = 0;
        for (long row = 0; row < columns.getRowCount(); row++) {
            described += "tap_schema.columns".equals(columns.getCell(row, 0)) ? 1 : 0;
        }
        assertThat(described).isEqualTo(columns.getColumnCount()).isEqualTo(14);
    }

    @Test
    void showsExamples() throws Exception {
        HttpResponse<String> page = get("/examples");
        assertThat(page.headers().firstValue("Content-Type")).contains("application/xhtml+xml");
        assertThat(page.body())
                .contains("typeof=\"example\"", "property=\"query\">SELECT * FROM pics.images WHERE ra &lt; 1</pre>");
    }

    @Test
    void countsRequests() throws Exception {
        get("/availability");
        String log = client.send(
                        HttpRequest.newBuilder(server.base().resolve("/_log")).build(), BodyHandlers.ofString())
                .body();
        assertThat(log).contains("\"next\":1", "\"path\":\"/small/tap/availability\"", "\"status\":200");
    }
}
