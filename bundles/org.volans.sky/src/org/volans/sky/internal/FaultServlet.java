package org.volans.sky.internal;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Services that misbehave, for tests of clients; the registry does not know them. {@code /_fault/<kind>/tap} and everything
 * below it answers every request in the same way: {@code html} a page with status 200, {@code error500} a page with status
 * 500, {@code hang} nothing for a minute, {@code truncated} the first part of a VOTable that was announced longer,
 * {@code votable-error} an error document with status 200, {@code empty} no content with status 200.
 */
public final class FaultServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final transient Set<AsyncContext> hanging = ConcurrentHashMap.newKeySet();

    @Override
    @NonNullByDefault({})
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] path = request.getRequestURI().split("/");
        switch (path.length < 3 ? "" : path[2]) {
            case "html" -> page(response, 200, "Welcome", "This is a page for people.");
            case "error500" -> page(response, 500, "Internal error", "The database did not answer.");
            case "hang" -> hang(request);
            case "truncated" -> truncated(response);
            case "votable-error" -> Answers.error(response, 200, "the disk of this service is full");
            case "empty" -> response.setContentLength(0);
            default -> Answers.error(response, 404, "there is no such fault");
        }
    }

    private static void page(HttpServletResponse response, int status, String title, String text) throws IOException {
        Answers.send(
                response,
                status,
                "text/html",
                "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><h1>" + title + "</h1><p>" + text
                        + "</p></body></html>");
    }

    private static void truncated(HttpServletResponse response) throws IOException {
        byte[] start = """
                <?xml version="1.0" encoding="UTF-8"?>
                <VOTABLE version="1.4" xmlns="http://www.ivoa.net/xml/VOTable/v1.3">
                <RESOURCE type="results">
                <INFO name="QUERY_STATUS" value="OK"/>
                <TABLE><FIELD name="ra" datatype="double" unit="deg" ucd="pos.eq.ra;meta.main"/>
                <DATA><TABLEDATA>
                <TR><TD>240.5</TD></TR>
                <TR><TD>240.""".getBytes(StandardCharsets.UTF_8);
        response.setContentType(Answers.VOTABLE);
        response.setContentLength(start.length + 1000);
        response.getOutputStream().write(start);
        response.flushBuffer();
    }

    private void hang(HttpServletRequest request) {
        AsyncContext exchange = request.startAsync();
        exchange.setTimeout(PATIENCE.toMillis());
        hanging.add(exchange);
        exchange.addListener(new Release(exchange));
    }

    /** Lets go of all exchanges that hang. */
    @Override
    public void destroy() {
        for (AsyncContext exchange : hanging) {
            if (hanging.remove(exchange)) {
                exchange.complete();
            }
        }
    }

    /** Forgets an exchange that is over. */
    private final class Release implements AsyncListener {

        private final AsyncContext exchange;

        Release(AsyncContext exchange) {
            this.exchange = exchange;
        }

        @Override
        @NonNullByDefault({})
        public void onComplete(AsyncEvent event) {
            hanging.remove(exchange);
        }

        @Override
        @NonNullByDefault({})
        public void onTimeout(AsyncEvent event) {
            exchange.complete();
        }

        @Override
        @NonNullByDefault({})
        public void onError(AsyncEvent event) {
            hanging.remove(exchange);
        }

        @Override
        @NonNullByDefault({})
        public void onStartAsync(AsyncEvent event) {
            hanging.add(exchange);
        }
    }
}
