package org.volans.table.ui.internal.rows;

import java.util.Collection;
import java.util.Set;
import java.util.stream.IntStream;

/** Which rows of a table are shown, in which order. Immutable. */
public final class RowOrder {

    private final boolean natural;
    private final int count;
    private final int[] rows;

    private RowOrder(boolean natural, int count, int... rows) {
        this.natural = natural;
        this.count = count;
        this.rows = rows;
    }

    /** The first rows, as they stand. */
    public static RowOrder all(int count) {
        return new RowOrder(true, count);
    }

    /** These rows; the array is not copied. */
    static RowOrder of(int... rows) {
        return new RowOrder(false, rows.length, rows);
    }

    /** Those that are shown here at some places, in the order of the places. */
    public RowOrder at(int... places) {
        return of(IntStream.of(places).map(this::row).toArray());
    }

    /** How many are shown. */
    public int size() {
        return count;
    }

    /** Whether the rows are shown as they stand in the table. */
    public boolean natural() {
        return natural;
    }

    /** The table's row that is shown at a place. */
    public int row(int index) {
        return natural ? index : rows[index];
    }

    /** Where a row is shown, or -1. */
    public int indexOf(long row) {
        if (natural) {
            return row < count ? (int) row : -1;
        }
        for (int i = 0; i < count; i++) {
            if (rows[i] == row) {
                return i;
            }
        }
        return -1;
    }

    /** The places of rows, ascending; those that are not shown have none. */
    public int[] places(Collection<Long> wanted) {
        if (natural) {
            return wanted.stream()
                    .filter(row -> row >= 0 && row < count)
                    .mapToInt(Long::intValue)
                    .sorted()
                    .toArray();
        }
        Set<Long> set = Set.copyOf(wanted);
        return IntStream.range(0, count)
                .filter(i -> set.contains((long) rows[i]))
                .toArray();
    }
}
