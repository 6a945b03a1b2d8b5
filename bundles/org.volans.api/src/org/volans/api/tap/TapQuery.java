package org.volans.api.tap;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.volans.api.net.HttpCall;
import uk.ac.starlink.table.StarTable;

/**
 * A query of a TAP service.
 *
 * @param service base URL of the service
 * @param adql    the text
 * @param uploads tables by the names they get in {@code TAP_UPLOAD}
 * @param maxrec  most rows wanted; empty for the service's default
 * @param timeout longest silence of the service, or {@link HttpCall#USUAL_TIMEOUT}
 */
public record TapQuery(
        URI service, String adql, Map<String, StarTable> uploads, OptionalLong maxrec, Duration timeout) {

    /** @throws IllegalArgumentException when an upload's name is no ADQL identifier */
    public TapQuery {
        uploads = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(uploads));
        for (String name : uploads.keySet()) {
            if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
                throw new IllegalArgumentException("'" + name + "' cannot name an upload: letters, digits and _ only");
            }
        }
    }

    /** A query without uploads and with the default limit and timeout. */
    public static TapQuery of(URI service, String adql) {
        return new TapQuery(service, adql, Map.of(), OptionalLong.empty(), HttpCall.USUAL_TIMEOUT);
    }

    /** The same query with one more upload. */
    public TapQuery upload(String name, StarTable table) {
        Map<String, StarTable> more = new LinkedHashMap<>(uploads);
        more.put(name, table);
        return new TapQuery(service, adql, more, maxrec, timeout);
    }

    /** The same query with a row limit. */
    public TapQuery maxrec(long rows) {
        return new TapQuery(service, adql, uploads, OptionalLong.of(rows), timeout);
    }

    /** The same query with a timeout. */
    public TapQuery timeout(Duration longest) {
        return new TapQuery(service, adql, uploads, maxrec, longest);
    }
}
