package org.volans.net.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpCall;

/** The timeouts of these tests only end a hang: nothing here is measured. */
@SuppressWarnings("null")
@Timeout(30)
class CancellationTest {

    @TempDir
    java.nio.file.Path folder;

    private RudeServer server;
    private HttpServiceImpl http;
    private final NullProgressMonitor monitor = new NullProgressMonitor();

    @BeforeEach
    void start() throws Exception {
        server = new RudeServer();
        http = new HttpServiceImpl(() -> folder);
    }

    @AfterEach
    void stop() {
        http.stop();
        server.close();
    }

    @Test
    void endsAWaitForTheHead() {
        server.on("/hang", e -> {
            monitor.setCanceled(true);
            server.hang();
        });
        for (boolean cached : new boolean[] {false, true}) {
            monitor.setCanceled(false);
            assertThatThrownBy(() -> http.send(HttpCall.get(server.uri("/hang")).cached(cached), monitor))
                    .isInstanceOf(OperationCanceledException.class);
        }
        assertThat(server.asked).as("not tried again").hasSize(2);
    }

    @Test
    void endsAWaitForTheBodyAndTheServerNotices() throws Exception {
        CountDownLatch noticed = new CountDownLatch(1);
        server.on("/stream", e -> {
            e.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 16];
            try {
                while (server.over.getCount() > 0) {
                    e.getResponseBody().write(block);
                }
            } finally {
                noticed.countDown(); // writing fails once the connection is gone
            }
        });
        try (HttpAnswer answer = http.send(HttpCall.get(server.uri("/stream")), monitor)) {
            InputStream body = answer.body();
            assertThat(body.readNBytes(100_000)).hasSize(100_000);
            monitor.setCanceled(true);
            assertThatThrownBy(() -> body.readAllBytes()).isInstanceOf(InterruptedIOException.class);
            assertThatThrownBy(() -> body.read()).isInstanceOf(InterruptedIOException.class);
            noticed.await();
        }
    }

    @Test
    void endsAWaitInASilentBody() throws Exception {
        server.on("/silent", e -> {
            e.sendResponseHeaders(200, 0);
            e.getResponseBody().write("x".getBytes(StandardCharsets.US_ASCII));
            e.getResponseBody().flush();
            monitor.setCanceled(true);
            server.hang();
        });
        NullProgressMonitor opening = new NullProgressMonitor() {
            private final AtomicInteger asked = new AtomicInteger();

            @Override
            public boolean isCanceled() {
                return asked.incrementAndGet() > 20 && monitor.isCanceled();
            }
        };
        try (HttpAnswer answer = http.send(HttpCall.get(server.uri("/silent")), opening)) {
            assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(InterruptedIOException.class);
        }
    }

    @Test
    void sendsNothingWhenAlreadyCancelled() {
        server.on("/a", e -> RudeServer.send(e, 200, "text/plain", "a"));
        monitor.setCanceled(true);
        assertThatThrownBy(() -> http.send(HttpCall.get(server.uri("/a")), monitor))
                .isInstanceOf(OperationCanceledException.class);
        assertThat(server.asked).isEmpty();
    }

    @Test
    void openAnswersFillAHostAndClosingThemMakesRoom() throws Exception {
        server.on("/a", e -> RudeServer.send(e, 200, "text/plain", "a"));
        List<HttpAnswer> open = new ArrayList<>();
        for (int i = 0; i < HostLimits.EXCHANGES_PER_HOST; i++) {
            open.add(http.send(HttpCall.get(server.uri("/a")), monitor));
        }
        CountDownLatch waiting = new CountDownLatch(3);
        NullProgressMonitor seventh = new NullProgressMonitor() {
            @Override
            public boolean isCanceled() {
                waiting.countDown();
                return super.isCanceled();
            }
        };
        List<String> got = new ArrayList<>();
        Thread late = Thread.startVirtualThread(() -> {
            try (HttpAnswer answer = http.send(HttpCall.get(server.uri("/a")), seventh)) {
                got.add(answer.text(1));
            } catch (Exception e) {
                got.add(e.toString());
            }
        });
        waiting.await();
        assertThat(server.asked).hasSize(HostLimits.EXCHANGES_PER_HOST);
        open.getFirst().close();
        late.join();
        assertThat(got).containsExactly("a");
        open.forEach(HttpAnswer::close);
    }

    @Test
    void failedExchangesLeaveTheirPlaces() throws Exception {
        server.on("/bad", e -> RudeServer.send(e, 500, "text/plain", "no"));
        server.on("/good", e -> RudeServer.send(e, 200, "text/plain", "yes"));
        for (int i = 0; i < 3 * HostLimits.EXCHANGES_PER_HOST; i++) {
            assertThatThrownBy(() -> http.send(HttpCall.get(server.uri("/bad")), monitor))
                    .hasMessage("127.0.0.1: no (HTTP 500)");
            try (HttpAnswer answer = http.send(HttpCall.get(server.uri("/good")), monitor)) {
                assertThat(answer.text(9)).isEqualTo("yes");
            }
        }
    }
}
