package org.volans.adql.ui.internal.assist;

import java.util.List;

/**
 * Something wrong with a text, to be underlined.
 *
 * @param offset   in UTF-16 units
 * @param length   in UTF-16 units
 * @param message  with the suggestion
 * @param error    whether the query cannot run so; else it is a warning
 * @param fixes    what could stand in its place
 * @param addition what could stand behind it, or empty
 */
public record Problem(int offset, int length, String message, boolean error, List<String> fixes, String addition) {

    /** Type of its marker. */
    public static final String MARKER = "org.volans.adql.ui.problem";

    /** Marker attributes: the fixes, one a line; the addition; {@code true} when there is one of the two. */
    static final String FIXES = "org.volans.adql.fixes";

    static final String ADDITION = "org.volans.adql.addition";
    static final String FIXABLE = "org.volans.adql.fixable";

    public Problem {
        fixes = List.copyOf(fixes);
    }
}
