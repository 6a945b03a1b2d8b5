package org.volans.net.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.Map;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.ServiceException;
import org.volans.api.net.HttpAnswer;

/** An answer with a status of 400 and more, as an exception with the server's own words. */
final class Refusals {

    private static final int MOST_BYTES = 1 << 16;

    private static final Map<Integer, String> MEANINGS = Map.of(
            400, "the request is not understood",
            401, "it wants a login",
            403, "access is forbidden",
            404, "there is no such page",
            405, "this kind of request is not allowed here",
            413, "what was sent is too big",
            429, "too many requests: ask again later",
            500, "the service failed",
            503, "the service is busy or down: ask again later",
            504, "the service took too long");

    private Refusals() {}

    static ServiceException of(URI asked, HttpAnswer answer) {
        try (answer) {
            String words = ServerWords.of(answer.mediaType(), start(answer));
            if (words.isEmpty()) {
                words = MEANINGS.getOrDefault(answer.status(), "no reason given") + " (" + Transport.shown(asked) + ")";
            } else if (answer.status() == 404 || answer.status() == 405) {
                // Such words seldom say what was not found.
                words += " (" + Transport.shown(asked) + ")";
            }
            return new ServiceException(
                    asked,
                    answer.status(),
                    Transport.host(asked) + ": " + words + " (HTTP " + answer.status() + ")",
                    null);
        }
    }

    /** As much of the body as comes: words that are cut off are still words. */
    private static byte[] start(HttpAnswer answer) {
        java.io.ByteArrayOutputStream start = new java.io.ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int n; start.size() < MOST_BYTES && (n = answer.body().read(buffer)) >= 0; ) {
                start.write(buffer, 0, n);
            }
        } catch (InterruptedIOException e) {
            throw new OperationCanceledException();
        } catch (IOException e) {
            return start.toByteArray(); // the status is the news; the rest of the words is lost with the connection
        }
        return start.toByteArray();
    }
}
