package org.volans.example.photometry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.ServiceException;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;

/** The contract of the HTTP service for a GET: a plug-in's test sees no provider. */
final class PlainHttp implements HttpService {

    @Override
    public HttpAnswer send(HttpCall call, IProgressMonitor monitor) throws ServiceException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer =
                    client.send(HttpRequest.newBuilder(call.uri()).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 400) {
                String words = new String(answer.body(), StandardCharsets.UTF_8);
                throw new ServiceException(
                        call.uri(), answer.statusCode(), call.uri().getHost() + ": " + words, null);
            }
            return new Plain(answer);
        } catch (IOException e) {
            throw new ServiceException(call.uri(), 0, call.uri().getHost() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new OperationCanceledException();
        }
    }

    private record Plain(HttpResponse<byte[]> answer) implements HttpAnswer {

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
            return new ByteArrayInputStream(answer.body());
        }

        @Override
        public void close() {
            // all of it is here
        }
    }
}
