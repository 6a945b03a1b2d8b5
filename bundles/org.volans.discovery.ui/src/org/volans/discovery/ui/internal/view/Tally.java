package org.volans.discovery.ui.internal.view;

import java.util.List;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.ui.widgets.Count;

/**
 * How far the asking is.
 *
 * @param asked    services that have been asked
 * @param open     those of them that have not ended
 * @param answered those of them that have answered
 * @param matches  pairs of position and data set
 */
record Tally(long asked, long open, long answered, long matches) {

    static Tally of(List<ServiceRow> rows) {
        return new Tally(
                rows.stream()
                        .filter(r -> r.state() != ServiceRow.State.NOT_ASKED)
                        .count(),
                rows.stream().filter(r -> r.state() == ServiceRow.State.ASKING).count(),
                rows.stream().filter(r -> matches(r) >= 0).count(),
                rows.stream().mapToLong(r -> Math.max(0, matches(r))).sum());
    }

    /** -1 for one that has not answered. */
    private static int matches(ServiceRow row) {
        return row.outcome().orElse(null) instanceof ServiceOutcome.Answered a ? a.matches() : -1;
    }

    /** One line, with a link where there is something to open. */
    String words(String positions) {
        String data = matches == 0 ? open == 0 ? "no data" : "no data yet" : Count.of(matches, "match", "matches");
        return positions + ": " + data + " from " + answered + " of " + asked + (asked == 1 ? " service" : " services")
                + (open == 0 ? "." : "; " + open + " still asked.")
                + (matches == 0 ? "" : " <a>" + (open == 0 ? "Open table" : "Open these") + "</a>");
    }
}
