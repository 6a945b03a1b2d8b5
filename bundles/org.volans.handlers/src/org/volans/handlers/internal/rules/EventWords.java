package org.volans.handlers.internal.rules;

import java.util.List;
import org.volans.api.handler.ImageHandler;
import org.volans.api.handler.LinkHandler;
import org.volans.api.handler.PositionHandler;
import org.volans.api.handler.RowHandler;
import org.volans.api.handler.RowsHandler;
import org.volans.api.handler.TableHandler;

/** The words for events in rules. */
public final class EventWords {

    /** The kinds of events, in the order in which handlers are listed. */
    public static final List<String> KINDS = List.of(
            RowHandler.KIND,
            RowsHandler.KIND,
            PositionHandler.KIND,
            TableHandler.KIND,
            ImageHandler.KIND,
            LinkHandler.KIND);

    private EventWords() {}

    /**
     * Refuses what is neither a kind of event, nor an MType possibly with a wildcard (SAMP 1.3, section 3.8), nor
     * {@code *}.
     *
     * @throws IllegalArgumentException that says what would be right
     */
    static void check(String event) {
        boolean mtype = event.matches("[\\w-]+(\\.[\\w-]+)*\\.([\\w-]+|\\*)");
        if (!event.equals("*") && !KINDS.contains(event) && !mtype) {
            throw new IllegalArgumentException("'" + event + "' is no event: it is one of " + String.join(", ", KINDS)
                    + ", an MType such as coord.pointAt.sky or coord.*, or *");
        }
    }
}
