package org.volans.ui.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.volans.ui.services.ServiceEntry;

/**
 * TAP services on the loopback that misbehave, each in the way that the first part of its path names. On plain sockets, so that it is
 * seen when a client leaves.
 */
final class RudeService implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");
    private static final String VOTABLE = "application/x-votable+xml";
    private static final String TABLES = "<tableset><schema><name>sch</name><table><name>sch.stars</name></table>"
            + "<table><name>sch.\"odd, name\"</name></table></schema></tableset>";
    private static final String COLUMNS = "<table><name>%s</name><column><name>ra</name></column>"
            + "<column><name>ra</name></column><column><name>select</name></column>"
            + "<column><name>with blank</name></column><column><name>Größe</name></column></table>";
    private static final String RESULT = votable(
            List.of("a", "b b", "a", "Größe"), List.of(List.of("1", "2", "3", "Ω"), List.of("4", "", "5", "日本")));

    /** A permit lets one answer of {@code late} go. */
    final Semaphore let = new Semaphore(0);

    /** Clients that wait for an answer that does not come. */
    final AtomicInteger waiting = new AtomicInteger();

    /** Clients that have waited and have left. */
    final AtomicInteger left = new AtomicInteger();

    /** Queries as they arrived. */
    final List<String> queries = new CopyOnWriteArrayList<>();

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final ServerSocket server;

    RudeService() throws IOException {
        server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    ServiceEntry entry(String way) {
        return new ServiceEntry("Rude " + way, "", url(way));
    }

    URI url(String way) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/" + way);
    }

    /** How often a resource has been asked for, such as {@code ok/tables}. */
    int asked(String path) {
        return Optional.ofNullable(asked.get(path)).map(AtomicInteger::get).orElse(0);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            String head = head(in);
            Matcher length = LENGTH.matcher(head);
            String body = new String(
                    in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0), StandardCharsets.UTF_8);
            String[] line = head.split(" ", 3);
            String path = line[1].replaceFirst("\\?.*", "").substring(1);
            asked.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
            if (body.contains("QUERY=")) {
                queries.add(URLDecoder.decode(
                        body.replaceFirst("(?s).*QUERY=", "").replaceFirst("&.*", ""), StandardCharsets.UTF_8));
            }
            String way = path.replaceFirst("/.*", "");
            answer(client, line[0], way, path.substring(way.length()));
        } catch (IOException | RuntimeException e) {
            // the client has left, or the test is over
            return;
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private void answer(Socket client, String method, String way, String what) throws IOException {
        switch (way) {
            case "hang" -> hang(client);
            case "midhang" -> {
                begin(client, "<VOTABLE><RESOURCE type=\"results\">");
                hang(client);
            }
            case "early" -> begin(client, "<VOTABLE><RESOURCE type=\"results\">");
            case "silent" -> client.close();
            case "page" -> send(client, "200 OK", "text/html", "<html><h1>Please log in</h1></html>", "");
            case "broken" ->
                send(
                        client,
                        "500 Oops",
                        "text/html",
                        "<html><h1>Server Error</h1><pre>java.lang.NullPointerException\n\tat org.foo.Bar.baz(Bar.java:17)"
                                + "\n\tat org.foo.Bar.run(Bar.java:4)</pre></html>",
                        "");
            case "loop" -> send(client, "302 Found", "text/plain", "", "Location: /loop" + what + "\r\n");
            case "locked" -> send(client, "401 Unauthorized", "text/plain", "Log in first", "");
            case "busy" -> send(client, "429 Too Many", "text/plain", "Slow down", "Retry-After: 3600\r\n");
            default -> service(client, method, way, what);
        }
    }

    /** One that answers, if late, in part or wrongly. */
    private void service(Socket client, String method, String way, String what) throws IOException {
        if (way.equals("late")) {
            let.acquireUninterruptibly();
        }
        if (what.startsWith("/tables/")) {
            send(
                    client,
                    "200 OK",
                    "text/xml",
                    COLUMNS.formatted(URI.create(what).getPath().substring(8)),
                    "");
        } else if (what.equals("/tables")) {
            send(client, "200 OK", "text/xml", TABLES, "");
        } else if (what.equals("/sync")) {
            sync(client, way);
        } else if (what.startsWith("/async")) {
            job(client, method, way, what);
        } else {
            send(client, "404 Not Found", "text/plain", "nothing here", "");
        }
    }

    private static void sync(Socket client, String way) throws IOException {
        switch (way) {
            case "error" -> send(client, "200 OK", VOTABLE, failed("the database <fell> over"), "");
            case "lateerror" ->
                send(
                        client,
                        "200 OK",
                        VOTABLE,
                        RESULT.replace(
                                "</RESOURCE>",
                                "<INFO name=\"QUERY_STATUS\" value=\"ERROR\">disk full</INFO></RESOURCE>"),
                        "");
            default -> send(client, "200 OK", VOTABLE, RESULT, "");
        }
    }

    private void job(Socket client, String method, String way, String what) throws IOException {
        if (method.equals("POST")) {
            send(client, "303 See Other", "text/plain", "", "Location: /" + way + "/async/j1\r\n");
        } else if (way.equals("vanishing") && asked(way + what) > 2) {
            send(client, "404 Not Found", "text/plain", "no such job", "");
        } else {
            String phase = way.equals("odd") ? "PONDERING" : "EXECUTING";
            send(
                    client,
                    "200 OK",
                    "text/xml",
                    "<job xmlns=\"http://www.ivoa.net/xml/UWS/v1.0\"><jobId>j1</jobId><phase>" + phase
                            + "</phase><startTime>2026-01-02T03:04:05Z</startTime></job>",
                    "");
        }
    }

    /** A head that promises more than comes. */
    private static void begin(Socket client, String some) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(("HTTP/1.1 200 OK\r\nContent-Type: " + VOTABLE + "\r\nContent-Length: 100000\r\n\r\n" + some)
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void send(Socket client, String status, String type, String body, String more) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        OutputStream out = client.getOutputStream();
        out.write(("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n"
                        + more + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.flush();
    }

    private void hang(Socket client) {
        waiting.incrementAndGet();
        try {
            client.getInputStream().read();
        } catch (IOException e) {
            // reset instead of closed: it has left all the same
            return;
        } finally {
            waiting.decrementAndGet();
            left.incrementAndGet();
        }
    }

    private static String failed(String words) {
        return "<VOTABLE><RESOURCE type=\"results\"><INFO name=\"QUERY_STATUS\" value=\"ERROR\"><![CDATA[" + words
                + "]]></INFO></RESOURCE></VOTABLE>";
    }

    private static String votable(List<String> fields, List<List<String>> rows) {
        return "<VOTABLE version=\"1.4\"><RESOURCE type=\"results\"><INFO name=\"QUERY_STATUS\" value=\"OK\"/><TABLE>"
                + fields.stream()
                        .map(f -> "<FIELD name=\"" + f + "\" datatype=\"unicodeChar\" arraysize=\"*\"/>")
                        .collect(Collectors.joining())
                + "<DATA><TABLEDATA>"
                + rows.stream()
                        .map(r -> r.stream().collect(Collectors.joining("</TD><TD>", "<TR><TD>", "</TD></TR>")))
                        .collect(Collectors.joining())
                + "</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>";
    }

    @Override
    public void close() throws IOException {
        let.release(1_000_000);
        server.close();
    }
}
