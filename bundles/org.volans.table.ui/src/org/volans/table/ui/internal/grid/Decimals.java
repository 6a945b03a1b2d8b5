package org.volans.table.ui.internal.grid;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.table.ui.internal.rows.CellTexts;

/**
 * How many decimals a column is shown with, so that its points stand below each other: as many as the longest number seen
 * has, but not so many that short ones grow long. UI thread.
 */
final class Decimals {

    private static final int MOST = 10;

    private final Map<Integer, Integer> decimals = new HashMap<>();

    /** Takes note of a number of a column. */
    void learn(int column, @Nullable Object value) {
        if (!(value instanceof Double || value instanceof Float)) {
            return;
        }
        int needed = decimals(CellTexts.brief(value));
        @Nullable Integer before = decimals.get(column);
        if (needed > (before == null ? 0 : before) && needed <= MOST) {
            decimals.put(column, needed);
        }
    }

    private static int decimals(String text) {
        int point = text.indexOf('.');
        return point < 0 || text.indexOf('E') >= 0 ? 0 : text.length() - point - 1;
    }

    /** The text of a cell. */
    String text(int column, @Nullable Object value) {
        String text = CellTexts.brief(value);
        @Nullable Integer wanted = decimals.get(column);
        boolean real = value instanceof Double || value instanceof Float;
        if (wanted == null || !real || text.isEmpty() || text.indexOf('E') >= 0 || text.indexOf('∞') >= 0) {
            return text;
        }
        int missing = wanted - decimals(text);
        return missing <= 0 ? text : text + (text.indexOf('.') < 0 ? "." : "") + "0".repeat(missing);
    }
}
