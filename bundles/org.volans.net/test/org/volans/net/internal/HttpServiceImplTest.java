package org.volans.net.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.ServiceException;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.net.HttpBody.FilePart;
import org.volans.api.net.HttpBody.Multipart;
import org.volans.api.net.HttpCall;

@SuppressWarnings("null")
class HttpServiceImplTest {

    @TempDir
    Path folder;

    private RudeServer server;
    private HttpServiceImpl http;
    private final NullProgressMonitor monitor = new NullProgressMonitor();

    @BeforeEach
    void start() throws IOException {
        server = new RudeServer();
        http = new HttpServiceImpl(() -> folder.resolve("cache"));
    }

    @AfterEach
    void stop() {
        http.stop();
        server.close();
    }

    private String text(HttpCall call) throws ServiceException, IOException {
        try (HttpAnswer answer = http.send(call, monitor)) {
            return answer.text(1 << 20);
        }
    }

    private ServiceException refusal(HttpCall call) {
        return catchThrowableOfType(ServiceException.class, () -> http.send(call, monitor));
    }

    @Test
    void passesAnAnswerAndNamesItself() throws Exception {
        server.on(
                "/a",
                e -> RudeServer.send(
                        e,
                        200,
                        "Text/Plain; charset=utf-8",
                        e.getRequestHeaders().getFirst("User-Agent") + "|"
                                + e.getRequestHeaders().containsKey("Upgrade")));
        try (HttpAnswer answer = http.send(HttpCall.get(server.uri("/a")), monitor)) {
            assertThat(answer.mediaType()).isEqualTo("text/plain");
            assertThat(answer.text(99)).matches("Volans/\\S+ Java/\\d+\\|false");
        }
        assertThat(Files.exists(folder.resolve("cache")))
                .as("no cache folder without need")
                .isFalse();
    }

    @Test
    void undoesGzipAndBothKindsOfDeflate() throws Exception {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write("zipped".getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(zlib)) {
            out.write("zipped".getBytes(StandardCharsets.UTF_8));
        }
        byte[] z = zlib.toByteArray();
        byte[] bare = java.util.Arrays.copyOfRange(z, 2, z.length - 4);
        encoded("/gzip", "gzip", gzip.toByteArray());
        encoded("/zlib", "deflate", z);
        encoded("/bare", "deflate", bare);
        encoded("/lie", "gzip", "zipped".getBytes(StandardCharsets.UTF_8));
        for (String path : List.of("/gzip", "/zlib", "/bare", "/lie")) {
            assertThat(text(HttpCall.get(server.uri(path)))).as(path).isEqualTo("zipped");
        }
    }

    private void encoded(String path, String encoding, byte[] body) {
        server.on(path, e -> {
            e.getResponseHeaders().set("Content-Encoding", encoding);
            RudeServer.send(e, 200, "text/plain", body);
        });
    }

    @Test
    void followsRedirectsAndTurnsAPostIntoAGet() throws Exception {
        server.on("/post", e -> {
            e.getResponseHeaders().set("Location", "/here it is");
            RudeServer.send(e, 303, "text/plain", "");
        });
        server.on("/here", e -> RudeServer.send(e, 200, "text/plain", e.getRequestMethod()));
        HttpCall call = HttpCall.post(server.uri("/post"), List.of(new Field("A", "b c&d")));
        assertThat(text(call)).isEqualTo("GET");
        assertThat(server.asked).containsExactly("POST /post", "GET /here%20it%20is");
        try (HttpAnswer answer = http.send(call.followed(false), monitor)) {
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("location")).contains("/here it is");
        }
    }

    @Test
    void leavesARedirectLoop() {
        server.on("/loop", e -> {
            e.getResponseHeaders().set("Location", "/loop");
            RudeServer.send(e, 302, "text/plain", "");
        });
        assertThat(refusal(HttpCall.get(server.uri("/loop"))).getMessage())
                .contains("127.0.0.1", "without end", "/loop");
        assertThat(server.asked).hasSizeBetween(2, 3);
    }

    @Test
    void repeatsOnlyWhatMayBeRepeated() throws Exception {
        AtomicInteger n = new AtomicInteger();
        server.on("/busy", e -> {
            e.getResponseHeaders().set("Retry-After", "0");
            if (n.incrementAndGet() % 3 == 0) {
                RudeServer.send(e, 200, "text/plain", "at last");
            } else {
                RudeServer.send(e, 503, "text/plain", "not now");
            }
        });
        assertThat(text(HttpCall.get(server.uri("/busy")))).isEqualTo("at last");
        assertThat(server.asked).hasSize(3);
        ServiceException refused = refusal(HttpCall.post(server.uri("/busy"), List.of()));
        assertThat(refused.getMessage()).isEqualTo("127.0.0.1: not now (HTTP 503)");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(server.asked).hasSize(4);
    }

    @Test
    void doesNotWaitForAServiceThatAsksForHours() {
        server.on("/busy", e -> {
            e.getResponseHeaders().set("Retry-After", "7200");
            RudeServer.send(e, 503, "text/plain", "maintenance until noon");
        });
        assertThat(refusal(HttpCall.get(server.uri("/busy"))).getMessage()).contains("maintenance until noon");
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void triesABrokenConnectionAgain() throws Exception {
        AtomicInteger n = new AtomicInteger();
        server.on("/break", e -> {
            if (n.incrementAndGet() < 3) {
                e.close(); // without any answer
            } else {
                RudeServer.send(e, 200, "text/plain", "whole");
            }
        });
        assertThat(text(HttpCall.get(server.uri("/break")))).isEqualTo("whole");
        ServiceException once = catchThrowableOfType(ServiceException.class, () -> {
            n.set(0);
            http.send(HttpCall.post(server.uri("/break"), List.of()), monitor);
        });
        assertThat(once.getMessage()).contains("closed the connection without an answer");
        assertThat(once.status()).isZero();
    }

    @Test
    void waitsNoLongerThanAsked() {
        server.on("/hang", e -> server.hang());
        HttpCall call = HttpCall.get(server.uri("/hang")).timeout(Duration.ofMillis(300));
        assertThat(refusal(call).getMessage())
                .isEqualTo("127.0.0.1 has not answered within 0.3 s: " + server.uri("/hang"));
        assertThat(server.asked).as("a timeout is not tried again").hasSize(1);
    }

    @Test
    void aCallThatLeavesItOpenWaitsAsLongAsIsUsual() {
        server.on("/hang", e -> server.hang());
        http.defaults = () -> Duration.ofMillis(300);
        assertThat(refusal(HttpCall.get(server.uri("/hang"))).getMessage()).contains("has not answered within 0.3 s");
        assertThat(refusal(HttpCall.get(server.uri("/hang")).timeout(Duration.ofMillis(200)))
                        .getMessage())
                .contains("has not answered within 0.2 s");
    }

    @Test
    void noticesSilenceInTheBody() throws Exception {
        server.on("/drip", e -> {
            e.sendResponseHeaders(200, 0);
            e.getResponseBody().write("some".getBytes(StandardCharsets.UTF_8));
            e.getResponseBody().flush();
            server.hang();
        });
        try (HttpAnswer answer =
                http.send(HttpCall.get(server.uri("/drip")).timeout(Duration.ofMillis(400)), monitor)) {
            InputStream body = answer.body();
            assertThat(new String(body.readNBytes(4), StandardCharsets.UTF_8)).isEqualTo("some");
            assertThatThrownBy(body::read)
                    .isInstanceOf(HttpTimeoutException.class)
                    .hasMessageContaining("silent for 0.4 s");
            assertThatThrownBy(body::read).isInstanceOf(IOException.class);
        }
    }

    @Test
    void saysThatAnAnswerWasCutOff() throws Exception {
        server.on("/cut", e -> {
            e.sendResponseHeaders(200, 1000);
            e.getResponseBody().write("some".getBytes(StandardCharsets.UTF_8));
            e.getResponseBody().flush();
        });
        try (HttpAnswer answer = http.send(HttpCall.get(server.uri("/cut")), monitor)) {
            assertThatThrownBy(() -> answer.body().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("127.0.0.1 broke off its answer after 4 bytes");
        }
    }

    @Test
    void namesWhatIsWrongWithTheConnection() throws Exception {
        assertThat(refusal(HttpCall.get(URI.create("http://no-such-host.invalid/x")))
                        .getMessage())
                .isEqualTo("there is no host named no-such-host.invalid: http://no-such-host.invalid/x");
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(refusal(HttpCall.get(URI.create("http://me:secret@127.0.0.1:" + port + "/x")))
                        .getMessage())
                .isEqualTo("127.0.0.1 refuses the connection: http://127.0.0.1:" + port + "/x");
    }

    @Test
    void noticesWhatIsNotHttp() throws Exception {
        try (ServerSocket ssh = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> greet(ssh));
            URI uri = URI.create("http://127.0.0.1:" + ssh.getLocalPort() + "/");
            assertThat(refusal(HttpCall.get(uri)).getMessage())
                    .startsWith("what answers at 127.0.0.1 does not speak HTTP");
        }
    }

    @Test
    void noticesWhatIsNotTls() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> greet(plain));
            URI uri = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/");
            assertThat(refusal(HttpCall.get(uri).timeout(Duration.ofSeconds(10)))
                            .getMessage())
                    .startsWith("no secure connection (TLS) with 127.0.0.1 (");
        }
    }

    /** Greets everyone until the socket is closed: the JDK's client may come back once more by itself. */
    private static void greet(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write("SSH-2.0-OpenSSH_9.2\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                socket.getInputStream().read();
            } catch (IOException e) {
                continue; // the client has gone, or the test is over
            }
        }
    }

    @Test
    void sendsTheNameAndPasswordOfAUrlAsAHeaderAndOnlyToTheirHost() throws Exception {
        try (RudeServer other = new RudeServer()) {
            other.on(
                    "/b",
                    e -> RudeServer.send(
                            e, 200, "text/plain", "" + e.getRequestHeaders().getFirst("Authorization")));
            server.on(
                    "/a",
                    e -> RudeServer.send(
                            e, 200, "text/plain", e.getRequestHeaders().getFirst("Authorization")));
            server.on("/go", e -> {
                e.getResponseHeaders().set("Location", other.uri("/b").toString());
                RudeServer.send(e, 302, "text/plain", "");
            });
            String base = server.uri("").toString().replace("http://", "http://me:p%40ss@");
            assertThat(text(HttpCall.get(URI.create(base + "/a")))).isEqualTo("Basic bWU6cEBzcw==");
            assertThat(text(HttpCall.get(URI.create(base + "/go")))).isEqualTo("null");
        }
    }

    @Test
    void sendsFieldsAndFilesInOneBody() throws Exception {
        server.on("/up", e -> {
            String body = new String(e.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String length = e.getRequestHeaders().getFirst("Content-Length");
            RudeServer.send(e, 200, "text/plain", length + "\n" + body);
        });
        Path file = Files.writeString(folder.resolve("t.vot"), "<VOTABLE/>");
        Multipart body = new Multipart(
                List.of(new Field("QUERY", "SELECT 'é'")),
                List.of(new FilePart("t", "t.vot", "application/x-votable+xml", file)));
        String sent = text(HttpCall.post(server.uri("/up"), body));
        assertThat(sent)
                .doesNotStartWith("null") // several services refuse chunked requests
                .contains("name=\"QUERY\"\r\n\r\nSELECT 'é'\r\n")
                .contains("name=\"t\"; filename=\"t.vot\"", "application/x-votable+xml", "<VOTABLE/>");
        Multipart missing =
                new Multipart(List.of(), List.of(new FilePart("t", "t", "text/xml", folder.resolve("none"))));
        assertThat(refusal(HttpCall.post(server.uri("/up"), missing)).getMessage())
                .contains("none", "cannot be read");
    }

    @Test
    void keepsAnswersThatMayBeKept() throws Exception {
        server.on("/keep", e -> {
            e.getResponseHeaders().set("Cache-Control", "max-age=600");
            RudeServer.send(e, 200, "text/plain", "kept");
        });
        HttpCall call = HttpCall.get(server.uri("/keep")).cached(true);
        int before;
        int calls = 0;
        do { // an answer is written behind its reader's back: the next call may come too early to find it
            before = server.asked.size();
            assertThat(text(call)).isEqualTo("kept");
        } while (server.asked.size() > before && ++calls < 1000);
        assertThat(server.asked).hasSize(before).hasSizeLessThan(1000);
        assertThat(text(call)).isEqualTo("kept");
        assertThat(server.asked).hasSize(before);
        HttpServiceImpl second = new HttpServiceImpl(() -> folder.resolve("cache"));
        try (HttpAnswer answer = second.send(call, monitor)) {
            assertThat(answer.text(10))
                    .as("a second program on the same folder")
                    .isEqualTo("kept");
        } finally {
            second.stop();
        }
        assertThat(text(call.cached(false))).isEqualTo("kept");
        assertThat(server.asked).hasSize(before + 2);
    }

    @Test
    void wordsOfARefusalComeFromTheDocument() {
        server.on(
                "/dali",
                e -> RudeServer.send(
                        e,
                        400,
                        "application/x-votable+xml",
                        "<?xml version='1.0'?><!DOCTYPE x SYSTEM 'file:///etc/passwd'><VOTABLE xmlns='http://www.ivoa.net/xml/VOTable/v1.3'>"
                                + "<RESOURCE type='results'><INFO name='QUERY_STATUS' value='ERROR'>No such\n   column: magg</INFO></RES"));
        ServiceException refused = refusal(HttpCall.get(server.uri("/dali")));
        assertThat(refused.getMessage()).isEqualTo("127.0.0.1: No such column: magg (HTTP 400)");
        assertThat(refused.uri()).isEqualTo(server.uri("/dali"));
        server.on("/none", e -> RudeServer.send(e, 404, "text/html", "<html><title>404</title><h1>Not Found</h1>"));
        @Nullable ServiceException none = refusal(HttpCall.get(server.uri("/none")));
        assertThat(none.getMessage()).isEqualTo("127.0.0.1: Not Found (" + server.uri("/none") + ") (HTTP 404)");
    }
}
