package org.volans.tap.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A TAP service that says what the test wants it to say, and keeps what it was asked. */
final class FakeTap implements AutoCloseable {

    interface Behaviour {
        void answer(HttpExchange exchange, String body) throws IOException;
    }

    /** Method, path and query; then the decoded body, if any. */
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    FakeTap() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    FakeTap on(String path, Behaviour behaviour) {
        server.createContext("/tap" + path, exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean form = "application/x-www-form-urlencoded"
                    .equals(exchange.getRequestHeaders().getFirst("Content-Type"));
            String text = form ? URLDecoder.decode(body, StandardCharsets.UTF_8) : body;
            String uri = exchange.getRequestURI().toString().replaceFirst("^/tap", "");
            asked.add((exchange.getRequestMethod() + " " + uri + " " + text).strip());
            try (exchange) {
                behaviour.answer(exchange, text);
            }
        });
        return this;
    }

    FakeTap on(String path, int status, String type, String answer) {
        return on(path, (e, body) -> send(e, status, type, answer));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tap");
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static void redirect(HttpExchange exchange, int status, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        send(exchange, status, "text/plain", "");
    }

    /** A VOTable of text columns; cells are written one after the other. */
    static String votable(String status, List<String> columns, String... cells) {
        StringBuilder text = new StringBuilder("<VOTABLE version='1.3' xmlns='http://www.ivoa.net/xml/VOTable/v1.3'>"
                + "<RESOURCE type='results'><INFO name='QUERY_STATUS' value='OK'/><TABLE>");
        columns.forEach(c -> text.append("<FIELD name='" + c + "' datatype='char' arraysize='*'/>"));
        text.append("<DATA><TABLEDATA>");
        for (int i = 0; i < cells.length; i++) {
            text.append(i % columns.size() == 0 ? "<TR>" : "").append("<TD>" + cells[i] + "</TD>");
            text.append(i % columns.size() == columns.size() - 1 ? "</TR>" : "");
        }
        text.append("</TABLEDATA></DATA></TABLE>");
        return text + (status.equals("OK") ? "" : "<INFO name='QUERY_STATUS' value='" + status + "'/>")
                + "</RESOURCE></VOTABLE>";
    }

    static String error(String words) {
        return "<VOTABLE xmlns='http://www.ivoa.net/xml/VOTable/v1.3'><RESOURCE type='results'>"
                + "<INFO name='QUERY_STATUS' value='ERROR'>" + words + "</INFO></RESOURCE></VOTABLE>";
    }

    static String job(String version, String id, String phase, String more) {
        return "<?xml version='1.0'?><u:job xmlns:u='http://www.ivoa.net/xml/UWS/v1.0' xmlns:xlink='http://www.w3.org/1999/xlink'"
                + (version.isEmpty() ? "" : " version='" + version + "'") + "><u:jobId>" + id + "</u:jobId><u:phase>"
                + phase
                + "</u:phase>" + more + "</u:job>";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
