package org.volans.handlers.internal.messages;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.io.WholeFile;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;

/** Brings what other programs send the URL of; not more than is sensible, not for ever. Safe for concurrent use. */
@Component(service = Download.class)
public final class Download {

    /** System property: most bytes of what another program sends the URL of. */
    static final String LIMIT = "volans.samp.limit";

    private static final long USUAL_LIMIT = 1L << 30;
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final HttpService http;
    private final long limit;
    private final Duration silence;

    /** Usual limits. */
    @Activate
    public Download(@Reference HttpService http) {
        this(http, Long.getLong(LIMIT, USUAL_LIMIT), SILENCE);
    }

    /** For tests. */
    Download(HttpService http, long limit, Duration silence) {
        this.http = http;
        this.limit = limit;
        this.silence = silence;
    }

    /**
     * Writes it into a new file.
     *
     * @param target does not exist; whoever calls removes what stands there after a failure
     */
    void to(URI url, Path target, IProgressMonitor monitor) throws VoException {
        // a program that has just sent it is there: no second try
        HttpCall call = HttpCall.get(url).timeout(silence).repeatable(false);
        try (HttpAnswer answer = http.send(call, monitor)) {
            if (answer.length().orElse(0) > limit) {
                throw LimitedStream.tooMuch(limit);
            }
            try (OutputStream out = new LimitedStream(Files.newOutputStream(target), limit, LONGEST)) {
                answer.copyTo(out, monitor);
            }
        } catch (LimitedStream.LimitException e) {
            throw new InputException("'" + url + "' is not taken: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new InputException("'" + url + "' cannot be kept: " + WholeFile.reason(e), e);
        }
    }
}
