package org.volans.ui.tests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A RegTAP 1.1 registry of many records on the loopback, which answers a page of records only when it is let. */
final class BigRegistry implements AutoCloseable {

    private static final Pattern TOP = Pattern.compile("TOP (\\d+) ");
    private static final Pattern BEHIND = Pattern.compile("s\\.ivoid > 'ivo://big/(\\d+)'");
    private static final List<String> FIELDS = List.of(
            "relevance", "ivoid", "short_name", "res_title", "waveband", "publisher", "standard_id", "access_url");

    /** A permit for each page. */
    final Semaphore pages = new Semaphore(0);

    private final HttpServer server;
    private final int records;

    BigRegistry(int records) throws IOException {
        this.records = records;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/tap/sync", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tap");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = URLDecoder.decode(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        byte[] votable = votable(query).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-votable+xml");
        exchange.sendResponseHeaders(200, votable.length);
        exchange.getResponseBody().write(votable);
        exchange.close();
    }

    private String votable(String query) {
        if (query.contains("tap_schema.columns")) {
            return table(
                    List.of("table_name", "column_name"),
                    List.of(
                            List.of("rr.resource", "ivoid"),
                            List.of("rr.capability", "ivoid"),
                            List.of("rr.interface", "ivoid"),
                            List.of("rr.res_role", "ivoid")));
        }
        if (query.contains("COUNT(*)")) {
            return table(List.of("records"), List.of(List.of(Integer.toString(records))));
        }
        if (query.contains("obscore")) {
            // other parts of the workbench ask each registry for these
            return table(FIELDS, List.of());
        }
        pages.acquireUninterruptibly();
        Matcher top = TOP.matcher(query);
        Matcher behind = BEHIND.matcher(query);
        int from = behind.find() ? Integer.parseInt(behind.group(1)) + 1 : 0;
        int size = top.find() ? Integer.parseInt(top.group(1)) : records;
        return table(
                FIELDS,
                IntStream.range(from, Math.min(records, from + size))
                        .mapToObj(BigRegistry::row)
                        .toList());
    }

    private static List<String> row(int n) {
        String number = String.format("%06d", n);
        return List.of(
                "0",
                "ivo://big/" + number,
                "R" + number,
                "Resource " + number + " of a big registry",
                n % 3 == 0 ? "radio" : "optical",
                "Publisher " + n % 40,
                "ivo://ivoa.net/std/tap",
                "http://127.0.0.1:9/" + number + "/tap");
    }

    private static String table(List<String> fields, List<List<String>> rows) {
        return "<VOTABLE version=\"1.4\"><RESOURCE type=\"results\"><INFO name=\"QUERY_STATUS\" value=\"OK\"/><TABLE>"
                + fields.stream()
                        .map(f -> "<FIELD name=\"" + f + "\" "
                                + (f.equals("relevance") || f.equals("records")
                                        ? "datatype=\"int\"/>"
                                        : "datatype=\"char\" arraysize=\"*\"/>"))
                        .collect(Collectors.joining())
                + "<DATA><TABLEDATA>"
                + rows.stream()
                        .map(r -> "<TR>"
                                + r.stream().map(c -> "<TD>" + c + "</TD>").collect(Collectors.joining()) + "</TR>")
                        .collect(Collectors.joining())
                + "</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>";
    }

    @Override
    public void close() {
        pages.release(1_000_000);
        server.stop(0);
    }
}
