package org.volans.table.ui.internal.save;

import java.util.Arrays;
import java.util.List;
import org.volans.table.ui.internal.rows.RowOrder;
import uk.ac.starlink.table.ColumnPermutedStarTable;
import uk.ac.starlink.table.RowPermutedStarTable;
import uk.ac.starlink.table.StarTable;

/** A part of a table as a table; nothing is copied. */
public final class Selected {

    private final boolean all;
    private final RowOrder order;
    private final int[] places;

    private Selected(boolean all, RowOrder order, int... places) {
        this.all = all;
        this.order = order;
        this.places = places;
    }

    /** All rows. */
    public static Selected all() {
        return new Selected(true, RowOrder.all(0));
    }

    /** The rows that are shown, in their order. */
    public static Selected shown(RowOrder order) {
        return new Selected(false, order);
    }

    /** Rows at some places of those that are shown. */
    public static Selected places(RowOrder order, int... places) {
        return new Selected(false, order, places);
    }

    /** @param columns indexes in the order wanted; empty for all */
    public StarTable of(StarTable table, List<Integer> columns) {
        StarTable rows = all ? table : new RowPermutedStarTable(table, map());
        return columns.isEmpty()
                ? rows
                : new ColumnPermutedStarTable(
                        rows, columns.stream().mapToInt(Integer::intValue).toArray());
    }

    private long[] map() {
        long[] map = new long[places.length > 0 ? places.length : order.size()];
        Arrays.setAll(map, i -> order.row(places.length > 0 ? places[i] : i));
        return map;
    }
}
