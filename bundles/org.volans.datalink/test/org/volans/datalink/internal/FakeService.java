package org.volans.datalink.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.ServiceException;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;
import org.volans.sdk.testing.PlainHttp;

/** A service on the loopback that notes what it is asked, and a plain HTTP client to ask it. */
final class FakeService implements HttpService, AutoCloseable {

    /** What it answers. */
    record Reply(int status, String type, byte[] body) {

        static Reply of(int status, String type, String body) {
            return new Reply(status, type, body.getBytes(StandardCharsets.UTF_8));
        }

        static Reply votable(String body) {
            return of(200, "application/x-votable+xml;content=datalink", body);
        }
    }

    private final HttpServer server;
    private final HttpService http = new PlainHttp();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** @param replies from the raw query or form to the answer */
    FakeService(Function<String, Reply> replies) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, replies));
        server.start();
    }

    private void answer(HttpExchange exchange, Function<String, Reply> replies) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestMethod().equals("POST")
                ? form
                : Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        requests.add(exchange.getRequestMethod() + " " + query);
        Reply reply = replies.apply(query);
        if (!reply.type().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", reply.type());
        }
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body());
        exchange.close();
    }

    /** Method and raw query (of a POST: the form) of all requests so far. */
    List<String> requests() {
        return requests;
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** The identifiers in a query. */
    static List<String> ids(String query) {
        return Arrays.stream(query.split("&"))
                .filter(p -> p.startsWith("ID="))
                .map(p -> URLDecoder.decode(p.substring(3), StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public HttpAnswer send(HttpCall call, IProgressMonitor monitor) throws ServiceException {
        return http.send(call, monitor);
    }

    static HttpAnswer answer(URI uri, int status, Function<String, Optional<String>> headers, InputStream body) {
        return new HttpAnswer() {
            @Override
            public int status() {
                return status;
            }

            @Override
            public URI uri() {
                return uri;
            }

            @Override
            public Optional<String> header(String name) {
                return headers.apply(name);
            }

            @Override
            public InputStream body() {
                return body;
            }

            @Override
            public void close() {
                // the server's stop ends it
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
