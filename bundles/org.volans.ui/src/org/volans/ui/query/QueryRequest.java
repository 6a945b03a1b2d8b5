package org.volans.ui.query;

import java.util.Map;
import java.util.OptionalLong;
import org.volans.ui.services.ServiceEntry;
import uk.ac.starlink.table.StarTable;

/**
 * A query to be run.
 *
 * @param service whom to ask
 * @param adql    the text
 * @param uploads tables by the names they get in {@code TAP_UPLOAD}
 * @param job     whether to ask by a UWS job, which outlives the workbench, instead of synchronously
 * @param maxrec  most rows wanted; empty for the preference, else the service's default
 * @param name    stem of the result's file name, such as the query file's name
 */
public record QueryRequest(
        ServiceEntry service,
        String adql,
        Map<String, StarTable> uploads,
        boolean job,
        OptionalLong maxrec,
        String name) {

    public QueryRequest {
        uploads = Map.copyOf(uploads);
    }
}
