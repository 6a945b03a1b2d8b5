package org.volans.api.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.OutputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.io.WholeFile;

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

    /** How many bytes {@link #body} has; empty when the server did not say, or said it of a compressed body. */
    default OptionalLong length() {
        String encoding = header("Content-Encoding").orElse("identity");
        String length = header("Content-Length").orElse("").strip();
        return encoding.equalsIgnoreCase("identity") && length.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(length))
                : OptionalLong.empty();
    }

    /**
     * Copies the whole body, and tells the monitor how far that is.
     *
     * @param out left open
     * @return bytes
     * @throws IOException      when {@code out} cannot be written to
     * @throws ServiceException when the body breaks off, or is shorter or longer than the server said
     */
    default long copyTo(OutputStream out, IProgressMonitor monitor) throws IOException, ServiceException {
        return new BodyCopy(this, monitor).to(out);
    }

    /**
     * Writes the whole body into a file, which appears whole or not at all, and tells the monitor how far that is.
     *
     * @throws OutputException  when the file cannot be written
     * @throws ServiceException as {@link #copyTo} throws it
     */
    default void saveTo(Path target, IProgressMonitor monitor) throws VoException {
        try (WholeFile file = WholeFile.begin(target)) {
            try (OutputStream out = Files.newOutputStream(file.part())) {
                copyTo(out, monitor);
            } catch (IOException e) {
                throw file.fault(e);
            }
            file.keep();
        }
    }

    /** Reads at most so many bytes of the body as UTF-8. */
    default String text(int maxBytes) throws IOException {
        return new String(body().readNBytes(maxBytes), StandardCharsets.UTF_8);
    }

    /** Ends the exchange; never throws. */
    @Override
    void close();
}
