package org.volans.sdk.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A web server on the loopback that answers every request with what the test says, and notes what it was asked. Safe for
 * concurrent use.
 */
public final class StubServer implements AutoCloseable {

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Reply reply = new Reply(404, "text/plain", "nothing here".getBytes(StandardCharsets.UTF_8));

    private record Reply(int status, String type, byte[] body) {}

    private StubServer(HttpServer server) {
        this.server = server;
    }

    /** Starts one on a free port. */
    public static StubServer start() {
        try {
            StubServer stub =
                    new StubServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            stub.server.createContext("/", stub::answer);
            stub.server.start();
            return stub;
        } catch (IOException e) {
            throw new IllegalStateException("no server can be started on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        asked.add(form.isEmpty() ? query : form);
        Reply now = reply;
        exchange.getResponseHeaders().set("Content-Type", now.type);
        exchange.sendResponseHeaders(now.status, now.body.length == 0 ? -1 : now.body.length);
        exchange.getResponseBody().write(now.body);
        exchange.close();
    }

    /** From now on the answer is this text, with status 200. */
    public StubServer says(String type, String body) {
        return says(200, type, body);
    }

    /** From now on the answer is this. */
    public StubServer says(int status, String type, String body) {
        reply = new Reply(status, type, body.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** From now on the answer is a VOTable: see {@link Votables}. */
    public StubServer saysVotable(String document) {
        return says("application/x-votable+xml", document);
    }

    /** A URL of this server. */
    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** The decoded query, or the form as it came, of each request so far. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
