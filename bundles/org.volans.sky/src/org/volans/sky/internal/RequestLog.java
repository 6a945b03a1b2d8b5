package org.volans.sky.internal;

import com.google.gson.Gson;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.InputException;

/**
 * Remembers the latest requests, so that a test can count what a client sends instead of timing it. {@code GET /_log} answers
 * {@code {"next": n, "requests": [{"number", "method", "path", "query", "status"} …]}}; {@code GET /_log?since=n} only those
 * numbered {@code n} and later. Its own requests are not counted. A request is listed when its answer has been given, with
 * the number of its arrival. Safe for concurrent use.
 */
public final class RequestLog {

    /** Where it can be read. */
    public static final String PATH = "/_log";

    private static final int KEPT = 10_000;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long next;

    /**
     * A request.
     *
     * @param number counts arrivals from 0
     * @param path   below the root
     * @param query  of the URL, or empty
     * @param status of the answer
     */
    record Entry(long number, String method, String path, String query, int status) {}

    private synchronized long arrive() {
        return next++;
    }

    private synchronized void add(Entry entry) {
        entries.add(entry);
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }

    /** Those that arrived as number {@code since} or later and have been answered. */
    synchronized List<Entry> since(long since) {
        return entries.stream().filter(e -> e.number() >= since).toList();
    }

    private synchronized String json(long since) {
        return new Gson().toJson(Map.of("next", next, "requests", since(since)));
    }

    /** Counts all requests that pass it, and says who answers. */
    public Filter filter() {
        return new Filter() {
            @Override
            @NonNullByDefault({})
            public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                    throws IOException, ServletException {
                HttpServletRequest http = (HttpServletRequest) request;
                String path = http.getRequestURI();
                ((HttpServletResponse) response).setHeader("Server", "Volans-sky");
                if (path.equals(PATH)) {
                    chain.doFilter(request, response);
                    return;
                }
                long number = arrive();
                try {
                    chain.doFilter(request, response);
                } catch (EOFException e) {
                    // the client has left before the answer was written: there is nobody to tell, and no fault of ours
                    return;
                } finally {
                    int status = ((HttpServletResponse) response).getStatus();
                    add(new Entry(number, http.getMethod(), path, VotableType.text(http.getQueryString()), status));
                }
            }
        };
    }

    /** Shows them. */
    public SkyServlet servlet() {
        return new SkyServlet(PATH, new HttpServlet() {
            private static final long serialVersionUID = 1L;

            @Override
            @NonNullByDefault({})
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                try {
                    String since = Parameters.of(request).first("since").orElse("0");
                    Answers.send(response, 200, "application/json", json(Long.parseLong(since)));
                } catch (InputException | NumberFormatException e) {
                    Answers.error(response, 400, "since is a number: " + e.getMessage());
                }
            }
        });
    }
}
