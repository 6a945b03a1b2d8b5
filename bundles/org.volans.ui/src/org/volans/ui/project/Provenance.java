package org.volans.ui.project;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Where a file of the project comes from, as its sidecar (the file's name plus {@code .volans.json}) says.
 *
 * @param source   URL of the service
 * @param query    what was asked: ADQL, or a request URL
 * @param created  ISO 8601 UTC
 * @param seconds  how long it took
 * @param rows     rows of a table, -1 for anything else
 * @param overflow whether the service cut the result off
 * @param more     anything else worth knowing, for people
 */
public record Provenance(
        String source,
        String query,
        String created,
        double seconds,
        long rows,
        boolean overflow,
        Map<String, String> more) {

    public Provenance {
        more = Map.copyOf(more);
    }

    /** Of what is done now and was begun at {@code start}. */
    public static Provenance since(
            Instant start, String source, String query, long rows, boolean overflow, Map<String, String> more) {
        return new Provenance(
                source,
                query,
                start.truncatedTo(ChronoUnit.SECONDS).toString(),
                Duration.between(start, Instant.now()).toMillis() / 1000.0,
                rows,
                overflow,
                more);
    }
}
