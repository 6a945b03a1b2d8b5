package org.volans.tap.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.ServiceException;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpBody;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;

/** The contract of the HTTP service in its simplest form: a test of TAP sees no other provider. */
@SuppressWarnings("null")
final class PlainHttp implements HttpService {

    private final HttpClient following =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    private final HttpClient staying = HttpClient.newHttpClient();

    @Override
    public HttpAnswer send(HttpCall call, IProgressMonitor monitor) throws ServiceException {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(call.uri()).timeout(call.timeoutOr(HttpCall.DEFAULT_TIMEOUT));
            switch (call.body()) {
                case HttpBody.Empty e -> request.method(call.method(), BodyPublishers.noBody());
                case HttpBody.Form form ->
                    request.header("Content-Type", "application/x-www-form-urlencoded")
                            .method(call.method(), BodyPublishers.ofString(HttpCall.encode(form.fields())));
                case HttpBody.Multipart parts -> {
                    StringBuilder body = new StringBuilder();
                    parts.fields().forEach(f -> body.append(f.name() + "=" + f.value() + "\n"));
                    for (HttpBody.FilePart file : parts.files()) {
                        body.append("file " + file.name() + "\n" + Files.readString(file.content()));
                    }
                    request.header("Content-Type", "multipart/form-data; boundary=x")
                            .method(call.method(), BodyPublishers.ofString(body.toString()));
                }
            }
            HttpResponse<InputStream> answer = (call.followed() ? following : staying)
                    .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() >= 400) {
                String words = new String(answer.body().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                throw new ServiceException(
                        call.uri(),
                        answer.statusCode(),
                        "127.0.0.1: " + words + " (HTTP " + answer.statusCode() + ")",
                        null);
            }
            return new Plain(answer);
        } catch (IOException e) {
            throw new ServiceException(call.uri(), 0, "127.0.0.1 broke off: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new OperationCanceledException();
        }
    }

    private record Plain(HttpResponse<InputStream> answer) implements HttpAnswer {

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
            return answer.body();
        }

        @Override
        public void close() {
            try {
                answer.body().close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
