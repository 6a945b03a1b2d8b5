package org.volans.samp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.astrogrid.samp.httpd.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@SuppressWarnings("null")
class OrderedServerTest {

    private static final int MANY = 1500;

    /** More would wait than could be served if each that is served woke up all others. */
    @Test
    @Timeout(60)
    void servesThousandsInTheOrderOfTheirConnections() throws Exception {
        List<String> served = new CopyOnWriteArrayList<>();
        OrderedServer server = new OrderedServer();
        server.addHandler(request -> {
            served.add(request.getUrl());
            return HttpServer.createErrorResponse(404, "nothing", new IllegalStateException());
        });
        server.start();
        InetAddress host = InetAddress.getLoopbackAddress();
        int port = server.getSocket().getLocalPort();
        List<Socket> sockets = new ArrayList<>();
        try (Socket silent = new Socket(host, port)) {
            for (int i = 0; i < MANY; i++) {
                sockets.add(new Socket(host, port));
            }
            for (int i = MANY - 1; i >= 0; i--) {
                String request = "GET /" + i + " HTTP/1.0\r\n\r\n";
                sockets.get(i).getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            }
            long sent = System.nanoTime();
            for (Socket socket : sockets) {
                socket.getInputStream().readAllBytes();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(Duration.ofSeconds(10));
            assertThat(silent.isConnected()).isTrue();
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
            server.stop();
        }
        assertThat(served)
                .containsExactlyElementsOf(
                        IntStream.range(0, MANY).mapToObj(i -> "/" + i).toList());
    }
}
