package org.volans.handlers.internal.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.samp.MessageHandler;
import org.volans.api.samp.SampClient;
import org.volans.handlers.internal.Fakes;

/** Whatever comes: an error that says why, and nothing else changes. */
@SuppressWarnings("null")
@Timeout(20)
class HostileMessagesTest {

    private static final String KNOWN = "http://127.0.0.1/good.vot";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(folder);
        desk.handleAll();
        desk.sendTable(desk.topcat, "good", KNOWN, "good");
        desk.handled.clear();
        desk.web.put("http://h/page", "<html>no such thing</html>");
        desk.web.put("http://h/huge", FakeWeb::endless, Map.of());
        desk.web.put("http://h/said", FakeWeb::endless, Map.of("Content-Length", "5000000000"));
        desk.web.put("http://h/short", () -> bytes("<VOTABLE>3"), Map.of("Content-Length", "99"));
        desk.web.put("http://h/broken", HostileMessagesTest::broken, Map.of());
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("text.vot"), "hello");
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("timed out");
            }
        };
    }

    private void refused(MessageHandler handler, SampClient sender, String mtype, String why, String... params)
            throws Exception {
        List<String> files = desk.files();
        List<String> fetched = desk.fetched();
        assertThatThrownBy(() -> desk.send(handler, sender, mtype, params))
                .isInstanceOf(VoException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("volans-received")
                .hasMessageNotContaining(".volans-");
        assertThat(desk.known()).containsExactly("good");
        assertThat(desk.handled).isEmpty();
        assertThat(desk.files()).isEqualTo(files);
        assertThat(desk.fetched()).isEqualTo(fetched);
        assertThat(desk.pending.expects(new TableName("bad", ""))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://nobody/x, nobody does not answer",
        "http://h/page, 'http://h/page'' is no'",
        "http://h/huge, 'http://h/huge'' is not taken: it has more than'",
        "http://h/said, 'http://h/said'' is not taken: it has more than'",
        "http://h/short, broke off",
        "http://h/broken, broke off",
        "ftp://h/x, 'http, https and file'",
        "javascript:alert(1), 'http, https and file'",
        "/etc/passwd, is no URL",
        "nonsense, is no URL",
        "http:///x, names no host",
        "file:relative, no absolute path",
        "file://elsewhere/x.vot, is on elsewhere",
        "file:/no/such/file.vot, there is no",
        "file:FOLDER/sub, is a folder",
        "file:FOLDER/text.vot, is no",
        "file:/dev/zero, is a device",
        "file:/proc/cpuinfo, is a device",
        "file:/x%00y, is no URL of a file",
    })
    void urls(String url, String why) throws Exception {
        String placed = url.replace("FOLDER", folder.toString());
        refused(desk.load, desk.topcat, "table.load.votable", why, "url", placed, "table-id", "bad");
        refused(desk.image, desk.topcat, "image.load.fits", why, "url", placed);
    }

    @Test
    void pipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0) {
            refused(desk.load, desk.topcat, "table.load.fits", "not a file", "url", "file:" + pipe);
        }
    }

    @Test
    void filesForAProgramInAWebPage() throws Exception {
        Files.writeString(folder.resolve("mine.vot"), "<VOTABLE>3");
        String url = "file:" + folder.resolve("mine.vot");
        refused(desk.load, Fakes.webProgram(), "table.load.votable", "web pages", "url", url);
        refused(desk.image, Fakes.webProgram(), "image.load.fits", "web pages", "url", url);
        refused(
                desk.highlight,
                Fakes.webProgram(),
                "table.highlight.row",
                "web pages",
                "url",
                url,
                "table-id",
                "bad",
                "row",
                "0");
        desk.web.put("http://h/good", "<VOTABLE>1");
        desk.send(desk.load, Fakes.webProgram(), "table.load.votable", "url", "http://h/good", "name", "theirs");
        assertThat(desk.known()).containsExactly("good", "theirs");
    }

    @Test
    void missingParameters() throws Exception {
        refused(desk.load, desk.topcat, "table.load.votable", "'url'");
        refused(desk.load, desk.topcat, "table.load.votable", "'url'", "url", "  ");
        refused(desk.image, desk.topcat, "image.load.fits", "'url'", "name", "x");
        refused(desk.highlight, desk.topcat, "table.highlight.row", "'row'", "table-id", "good");
        refused(desk.highlight, desk.topcat, "table.highlight.row", "'table-id' or 'url'", "row", "1");
        refused(desk.selection, desk.topcat, "table.select.rowList", "'row-list'", "table-id", "good");
        refused(desk.pointing, desk.topcat, "coord.pointAt.sky", "'dec'", "ra", "1");
    }

    @ParameterizedTest
    @CsvSource({
        "good, 3, 'no row 3 in good: it has rows 0 to 2'",
        "good, -1, 'row'",
        "good, 1.5, 'row'",
        "good, two, 'row'",
        "good, 1e999, 'row'",
        "good, 99999999999999999999, 'row'",
        "bad, 0, 'no table with table-id bad; send it first'",
    })
    void rows(String table, String row, String why) throws Exception {
        refused(desk.highlight, desk.topcat, "table.highlight.row", why, "table-id", table, "row", row);
    }

    @ParameterizedTest
    @CsvSource({
        "361, 0, right ascension 361.0 is not between 0 and 360 degrees",
        "-1, 0, right ascension",
        "10, 90.1, declination 90.1 is not between -90 and 90 degrees",
        "10, NaN, dec",
        "ten, 0, ra",
        "1e400, 0, ra",
    })
    void positions(String ra, String dec, String why) throws Exception {
        refused(desk.pointing, desk.topcat, "coord.pointAt.sky", why, "ra", ra, "dec", dec);
        assertThat(desk.last.get()).isEmpty();
    }

    @Test
    void whatNeverComesToAnEnd() throws Exception {
        try (LimitedStream slow = new LimitedStream(new ByteArrayOutputStream(), 10, Duration.ofNanos(1))) {
            assertThatThrownBy(() -> slow.write(1)).hasMessageContaining("has not come within");
        }
        try (LimitedStream small = new LimitedStream(new ByteArrayOutputStream(), 1, Duration.ofDays(1))) {
            small.write(1);
            assertThatThrownBy(() -> small.write(1)).isInstanceOf(LimitedStream.LimitException.class);
        }
    }

    @Test
    void tableThatCannotBeLoadedAgainStays() throws Exception {
        desk.web.put(KNOWN, "gone");
        assertThatThrownBy(() -> desk.send(desk.load, "table.load.votable", "url", KNOWN, "table-id", "good"))
                .isInstanceOf(InputException.class);
        desk.send(desk.highlight, "table.highlight.row", "table-id", "good", "row", "0");
        assertThat(desk.handled).containsExactly("row 0 of good");
    }
}
