package org.volans.sdk.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.ServiceException;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpBody;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;

/** The HTTP service with nothing but the Java library: no cache, no second try. Safe for concurrent use. */
public final class PlainHttp implements HttpService {

    private static final String BOUNDARY = "volans-sdk-boundary";
    private static final int WORDS = 2000;
    /** How often a monitor is asked; it cannot be waited for. */
    private static final long LOOK_MILLIS = 20;

    private final HttpClient following =
            HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();
    private final HttpClient staying =
            HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();

    @Override
    public HttpAnswer send(HttpCall call, IProgressMonitor monitor) throws ServiceException {
        String host = call.uri().getHost();
        HttpClient client = call.followed() ? following : staying;
        try {
            HttpResponse<InputStream> answer =
                    wait(client.sendAsync(request(call), BodyHandlers.ofInputStream()), monitor);
            if (answer.statusCode() >= 400) {
                try (InputStream body = answer.body()) {
                    String words = new String(body.readNBytes(WORDS), StandardCharsets.UTF_8).strip();
                    String line = words.isEmpty() ? "HTTP " + answer.statusCode() : words.replaceAll("\\s+", " ");
                    throw new ServiceException(call.uri(), answer.statusCode(), host + ": " + line, null);
                }
            }
            return new Answer(answer, monitor);
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new ServiceException(call.uri(), 0, host + " does not answer: " + why, e);
        }
    }

    private static <T> T wait(CompletableFuture<T> future, IProgressMonitor monitor) throws IOException {
        try {
            while (!monitor.isCanceled()) {
                try {
                    return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    continue; // not yet
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException fault ? fault : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        future.cancel(true);
        throw new OperationCanceledException();
    }

    private static HttpRequest request(HttpCall call) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(call.uri()).timeout(call.timeoutOr(HttpCall.DEFAULT_TIMEOUT));
        call.headers().forEach(field -> request.header(field.name(), field.value()));
        switch (call.body()) {
            case HttpBody.Empty none -> request.method(call.method(), BodyPublishers.noBody());
            case HttpBody.Form form ->
                request.header("Content-Type", "application/x-www-form-urlencoded")
                        .method(call.method(), BodyPublishers.ofString(HttpCall.encode(form.fields())));
            case HttpBody.Multipart parts ->
                request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .method(call.method(), multipart(parts));
        }
        return request.build();
    }

    private static BodyPublisher multipart(HttpBody.Multipart body) throws IOException {
        List<InputStream> parts = new ArrayList<>();
        for (HttpBody.Field field : body.fields()) {
            parts.add(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.name()
                    + "\"\r\n\r\n" + field.value() + "\r\n"));
        }
        for (HttpBody.FilePart file : body.files()) {
            parts.add(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + file.name()
                    + "\"; filename=\"" + file.fileName() + "\"\r\nContent-Type: " + file.mediaType() + "\r\n\r\n"));
            parts.add(Files.newInputStream(file.content()));
            parts.add(bytes("\r\n"));
        }
        parts.add(bytes("--" + BOUNDARY + "--\r\n"));
        try (InputStream all = new SequenceInputStream(Collections.enumeration(parts))) {
            return BodyPublishers.ofByteArray(all.readAllBytes());
        }
    }

    private static InputStream bytes(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private record Answer(HttpResponse<InputStream> answer, IProgressMonitor monitor) implements HttpAnswer {

        @Override
        public int status() {
            return answer.statusCode();
        }

        @Override
        public URI uri() {
            return answer.uri();
        }

        @Override
        public Optional<String> header(String name) {
            return answer.headers().firstValue(name);
        }

        @Override
        public InputStream body() {
            return new CancelledStream(answer.body(), monitor);
        }

        @Override
        public void close() {
            try {
                answer.body().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
