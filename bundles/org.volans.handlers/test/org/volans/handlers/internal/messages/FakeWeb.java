package org.volans.handlers.internal.messages;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.ServiceException;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;

/** Answers by URL; nobody answers at other URLs. */
final class FakeWeb implements HttpService {

    private record Page(Supplier<InputStream> body, Map<String, String> headers) {}

    private final Map<String, Page> pages = new HashMap<>();
    private final List<HttpCall> calls = new ArrayList<>();

    void put(String url, String text) {
        put(url, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Map.of());
    }

    void put(String url, Supplier<InputStream> body, Map<String, String> headers) {
        pages.put(url, new Page(body, headers));
    }

    List<HttpCall> calls() {
        return calls;
    }

    /** A body that never ends. */
    static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            @org.eclipse.jdt.annotation.NonNullByDefault({})
            public int read(byte[] buffer, int offset, int length) {
                java.util.Arrays.fill(buffer, offset, offset + length, (byte) 'x');
                return length;
            }
        };
    }

    @Override
    public HttpAnswer send(HttpCall call, IProgressMonitor monitor) throws ServiceException {
        calls.add(call);
        Page page = pages.get(call.uri().toString());
        if (page == null) {
            throw new ServiceException(call.uri(), 0, call.uri().getHost() + " does not answer", null);
        }
        InputStream body = page.body().get();
        return new HttpAnswer() {
            @Override
            public int status() {
                return 200;
            }

            @Override
            public URI uri() {
                return call.uri();
            }

            @Override
            public Optional<String> header(String name) {
                return Optional.ofNullable(page.headers().get(name));
            }

            @Override
            public InputStream body() {
                return body;
            }

            @Override
            public void close() {
                // nothing held
            }
        };
    }
}
