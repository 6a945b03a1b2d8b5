package org.volans.api.net;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.volans.api.net.HttpBody.Field;

/**
 * One HTTP request.
 *
 * @param method      GET, POST, DELETE or HEAD
 * @param uri         absolute http or https URI
 * @param headers     further request header fields
 * @param body        what to send
 * @param timeout     longest wait for the connection and for the head of the answer, and for each silence in the body;
 *                    {@link #USUAL_TIMEOUT} for what the program or its user holds right
 * @param followed    whether redirects are followed (UWS answers the creation of a job with one that must be read)
 * @param cached      whether an answer from the cache will do
 * @param repeatable  whether a failed exchange may be tried again: only for calls that change nothing
 */
public record HttpCall(
        String method,
        URI uri,
        List<Field> headers,
        HttpBody body,
        Duration timeout,
        boolean followed,
        boolean cached,
        boolean repeatable) {

    /** The wait when nobody says otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    /** Stands for the wait of {@link HttpDefaults}, else {@link #DEFAULT_TIMEOUT}. */
    public static final Duration USUAL_TIMEOUT = Duration.ZERO;

    /** @throws IllegalArgumentException when the URI is not an absolute http or https one */
    public HttpCall {
        String scheme = uri.getScheme();
        if (scheme == null || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
            throw new IllegalArgumentException("'" + uri + "' is not an http or https URL");
        }
        headers = List.copyOf(headers);
    }

    /** A GET that follows redirects and may be repeated. */
    public static HttpCall get(URI uri) {
        return new HttpCall("GET", uri, List.of(), new HttpBody.Empty(), USUAL_TIMEOUT, true, false, true);
    }

    /** A GET with parameters appended to the URI's query, which may be empty or end in {@code ?} or {@code &}. */
    public static HttpCall get(URI base, List<Field> parameters) {
        return get(withQuery(base, parameters));
    }

    /** A POST of a form. Not repeated by itself: see {@link #repeatable(boolean)}. */
    public static HttpCall post(URI uri, List<Field> fields) {
        return post(uri, new HttpBody.Form(fields));
    }

    /** A POST of any body. Not repeated by itself: see {@link #repeatable(boolean)}. */
    public static HttpCall post(URI uri, HttpBody body) {
        return new HttpCall("POST", uri, List.of(), body, USUAL_TIMEOUT, true, false, false);
    }

    /** A DELETE. */
    public static HttpCall delete(URI uri) {
        return new HttpCall("DELETE", uri, List.of(), new HttpBody.Empty(), USUAL_TIMEOUT, true, false, false);
    }

    /** The same call with another timeout. */
    public HttpCall timeout(Duration longest) {
        return new HttpCall(method, uri, headers, body, longest, followed, cached, repeatable);
    }

    /** The timeout, or the given one when this call leaves it open. */
    public Duration timeoutOr(Duration usual) {
        return timeout.equals(USUAL_TIMEOUT) ? usual : timeout;
    }

    /** The same call, following redirects or not. */
    public HttpCall followed(boolean follow) {
        return new HttpCall(method, uri, headers, body, timeout, follow, cached, repeatable);
    }

    /** The same call, content with a cached answer or not. */
    public HttpCall cached(boolean cache) {
        return new HttpCall(method, uri, headers, body, timeout, followed, cache, repeatable);
    }

    /** The same call, to be tried again after a passing failure or not. */
    public HttpCall repeatable(boolean repeat) {
        return new HttpCall(method, uri, headers, body, timeout, followed, cached, repeat);
    }

    /** The same call with an {@code Accept} header. */
    public HttpCall accept(String mediaTypes) {
        List<Field> more = new java.util.ArrayList<>(headers);
        more.add(new Field("Accept", mediaTypes));
        return new HttpCall(method, uri, more, body, timeout, followed, cached, repeatable);
    }

    /** The URI with parameters appended, percent-encoded; an existing query and fragment-less base are kept. */
    public static URI withQuery(URI base, List<Field> parameters) {
        if (parameters.isEmpty()) {
            return base;
        }
        String text = base.toString();
        String glue = text.endsWith("?") || text.endsWith("&") ? "" : text.contains("?") ? "&" : "?";
        return URI.create(text + glue + encode(parameters));
    }

    /** Parameters as {@code application/x-www-form-urlencoded}. */
    public static String encode(List<Field> parameters) {
        return parameters.stream()
                .map(p -> URLEncoder.encode(p.name(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(p.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
