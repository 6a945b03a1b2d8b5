package org.volans.tour.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.ProtocolException;
import org.volans.api.geometry.Position;
import org.volans.api.table.TableCells;
import uk.ac.starlink.table.ColumnPermutedStarTable;
import uk.ac.starlink.table.RowPermutedStarTable;
import uk.ac.starlink.table.StarTable;

/** Cells of random-access tables that are held in memory or on disk. */
final class Cells {

    private Cells() {}

    static @Nullable Object cell(StarTable table, long row, int column) {
        try {
            return TableCells.cell(table, row, column);
        } catch (IOException e) {
            // the table was read whole before: what fails here is the disk under our own scratch file
            throw new UncheckedIOException("cannot read a table that was stored already: " + e.getMessage(), e);
        }
    }

    /** A number, or NaN when the cell holds none. */
    static double number(StarTable table, long row, int column) {
        return cell(table, row, column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** A text, empty when the cell holds nothing. */
    static String text(StarTable table, long row, int column) {
        Object value = cell(table, row, column);
        return value == null ? "" : value.toString().strip();
    }

    /** A column by its name, without regard to case. */
    static OptionalInt column(StarTable table, String name) {
        return IntStream.range(0, table.getColumnCount())
                .filter(i -> name.equalsIgnoreCase(table.getColumnInfo(i).getName()))
                .findFirst();
    }

    /** As {@link #column}, for a column that is known to be there. */
    static int index(StarTable table, String name) {
        return column(table, name)
                .orElseThrow(() -> new IllegalStateException("the answer has no column '" + name + "'"));
    }

    /**
     * As {@link #column}, for a column that was asked for.
     *
     * @throws ProtocolException when the service sent others
     */
    static int answered(StarTable table, String name) throws ProtocolException {
        return column(table, name)
                .orElseThrow(() -> new ProtocolException(
                        "the service was asked for the column '" + name + "' and sent a table without it"));
    }

    /** A position in degrees, or empty when the row has none. */
    static Optional<Position> position(StarTable table, long row, int ra, int dec) {
        double alpha = number(table, row, ra);
        double delta = number(table, row, dec);
        return Double.isFinite(alpha) && Math.abs(delta) <= 90
                ? Optional.of(new Position(alpha, delta))
                : Optional.empty();
    }

    /** The table without one column. */
    static StarTable without(StarTable table, String name) {
        int[] kept = IntStream.range(0, table.getColumnCount())
                .filter(i -> !name.equalsIgnoreCase(table.getColumnInfo(i).getName()))
                .toArray();
        return new ColumnPermutedStarTable(table, kept);
    }

    /** The table with its rows in another order, or only some of them. */
    static StarTable rows(StarTable table, List<Long> rows) {
        return new RowPermutedStarTable(
                table, rows.stream().mapToLong(Long::longValue).toArray());
    }

    /** A name for people or JSON, shortened in the middle of long numbers. */
    static String display(@Nullable Object value) {
        if (value == null || value instanceof Double d && d.isNaN() || value instanceof Float f && f.isNaN()) {
            return "";
        }
        return value instanceof Double d && Math.abs(d) < 1e6 && Math.abs(d) > 1e-3
                ? String.format(Locale.ROOT, "%.7g", d)
                : value.toString();
    }
}
