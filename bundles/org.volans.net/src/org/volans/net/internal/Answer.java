package org.volans.net.internal;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpCall;

/** The answer to a call, its body decoded as it is read. */
final class Answer implements HttpAnswer {

    private final int status;
    private final URI uri;
    private final HttpHeaders headers;
    private final BodyStream raw;
    private final InputStream decoded;

    Answer(HttpCall call, HttpResponse<?> head, BodyStream raw) {
        status = head.statusCode();
        uri = call.uri();
        headers = head.headers();
        this.raw = raw;
        String encoding = headers.firstValue("Content-Encoding").orElse("");
        decoded = encoding.isBlank() ? raw : new Decoding(raw, encoding);
    }

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
        return headers.firstValue(name);
    }

    @Override
    public InputStream body() {
        return decoded;
    }

    @Override
    public void close() {
        raw.close();
    }
}
