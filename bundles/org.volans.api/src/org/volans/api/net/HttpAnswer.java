package org.volans.api.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The answer to an {@link HttpCall}: head at once, body as a stream that must be closed. */
@ProviderType
public interface HttpAnswer extends AutoCloseable {

    /** The HTTP status. */
    int status();

    /** Where the answer came from, after redirects. */
    URI uri();

    /** The first value of a header field, whose name is taken without regard to case. */
    Optional<String> header(String name);

    /** The body, decompressed; reading it throws {@link java.io.InterruptedIOException} once the call is cancelled. */
    InputStream body();

    /** The media type without parameters, lower case; empty when the server did not say. */
    default String mediaType() {
        String type = header("Content-Type").orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** Reads at most so many bytes of the body as UTF-8. */
    default String text(int maxBytes) throws IOException {
        return new String(body().readNBytes(maxBytes), StandardCharsets.UTF_8);
    }

    /** Ends the exchange; never throws. */
    @Override
    void close();
}
