package org.volans.sky.internal.links;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.eclipse.jdt.annotation.Nullable;
import uk.ac.starlink.table.RowPermutedStarTable;
import uk.ac.starlink.table.StarTable;

/** Looks at the rows of a random-access table by the names of its columns. Safe for concurrent use. */
final class Selection {

    private final StarTable table;
    private final Map<String, Integer> columns = new HashMap<>();

    /** Whether a row is wanted. */
    interface Wanted {
        boolean row(long row);
    }

    /**
     * Some rows of a table.
     *
     * @param table    the rows
     * @param overflow whether there were more
     */
    record Some(StarTable table, boolean overflow) {}

    Selection(StarTable table) {
        this.table = table;
        for (int i = 0; i < table.getColumnCount(); i++) {
            columns.put(table.getColumnInfo(i).getName(), i);
        }
    }

    @Nullable
    Object cell(long row, String column) {
        Integer index = columns.get(column);
        if (index == null) {
            throw new IllegalArgumentException(table.getName() + " has no column " + column);
        }
        try {
            return table.getCell(row, index);
        } catch (IOException e) {
            throw new UncheckedIOException(table.getName() + " cannot be read", e);
        }
    }

    /** A number, NaN where the cell is empty. */
    double number(long row, String column) {
        return cell(row, column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** A text, empty where the cell is. */
    String text(long row, String column) {
        Object cell = cell(row, column);
        return cell == null ? "" : cell.toString();
    }

    /** The rows that all conditions want, in their order. */
    Some select(List<Wanted> conditions, long maxrec) {
        long[] rows = LongStream.range(0, table.getRowCount())
                .filter(row -> conditions.stream().allMatch(c -> c.row(row)))
                .limit(maxrec == Long.MAX_VALUE ? maxrec : maxrec + 1)
                .toArray();
        boolean overflow = rows.length > maxrec;
        return new Some(
                new RowPermutedStarTable(table, overflow ? java.util.Arrays.copyOf(rows, (int) maxrec) : rows),
                overflow);
    }
}
