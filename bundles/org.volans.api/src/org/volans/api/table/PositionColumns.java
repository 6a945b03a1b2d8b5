package org.volans.api.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import uk.ac.starlink.table.StarTable;

/**
 * The columns that hold a table's main ICRS position.
 *
 * @param ra  right ascension
 * @param dec declination
 */
public record PositionColumns(ColumnMeta ra, ColumnMeta dec) {

    private static final Set<String> RA_NAMES = Set.of("ra", "raj2000", "ra_icrs", "_ra", "s_ra", "ra_deg", "radeg");
    private static final Set<String> DEC_NAMES =
            Set.of("dec", "dej2000", "de_icrs", "_de", "s_dec", "dec_deg", "decdeg", "decj2000", "de");

    /**
     * Finds them by UCD ({@code pos.eq.ra;meta.main} first, then {@code pos.eq.ra}, then the UCD1
     * {@code POS_EQ_RA_MAIN}); only where no column has a position UCD, by the usual names. Positions in sexagesimal
     * text do not count.
     */
    public static Optional<PositionColumns> of(List<ColumnMeta> columns) {
        Optional<ColumnMeta> ra = byUcd(columns, "pos.eq.ra");
        Optional<ColumnMeta> dec = byUcd(columns, "pos.eq.dec");
        if (ra.isEmpty() && dec.isEmpty()) {
            ra = byName(columns, RA_NAMES);
            dec = byName(columns, DEC_NAMES);
        }
        Optional<ColumnMeta> decFound = dec;
        return ra.flatMap(r -> decFound.map(d -> new PositionColumns(r, d)));
    }

    /** As {@link #of(List)} for the columns of a table. */
    public static Optional<PositionColumns> of(StarTable table) {
        return of(columns(table));
    }

    /** The metadata of all columns of a table, in order. */
    public static List<ColumnMeta> columns(StarTable table) {
        List<ColumnMeta> columns = new ArrayList<>();
        for (int i = 0; i < table.getColumnCount(); i++) {
            columns.add(ColumnMeta.of(table.getColumnInfo(i)));
        }
        return columns;
    }

    /**
     * The positions of all rows of a table that a user gave.
     *
     * @param table random access
     * @param name  what to call it in messages
     * @return one for each row, at least one
     * @throws InputException when there are no position columns, no rows, or a row without a position
     */
    public static List<Position> positions(StarTable table, String name) throws InputException {
        List<ColumnMeta> columns = columns(table);
        PositionColumns found = of(columns)
                .orElseThrow(() -> new InputException(name + " has no position columns: give two columns the UCDs"
                        + " pos.eq.ra;meta.main and pos.eq.dec;meta.main, or call them ra and dec (degrees, ICRS)"));
        int ra = columns.indexOf(found.ra());
        int dec = columns.indexOf(found.dec());
        List<Position> positions = new ArrayList<>();
        for (long row = 0; row < table.getRowCount(); row++) {
            try {
                positions.add(new Position(number(table.getCell(row, ra)), number(table.getCell(row, dec))));
            } catch (IllegalArgumentException e) {
                throw new InputException(name + ", row " + (row + 1) + ": " + e.getMessage(), e);
            } catch (IOException e) {
                throw new InputException(name + ", row " + (row + 1) + " cannot be read: " + e.getMessage(), e);
            }
        }
        if (positions.isEmpty()) {
            throw new InputException(name + " has no rows: nothing to look for");
        }
        return positions;
    }

    /**
     * The position of one row.
     *
     * @param table random access
     * @param row   0-based
     * @return empty when the table has no position columns, or the row no position
     */
    public static Optional<Position> position(StarTable table, long row) throws IOException {
        List<ColumnMeta> columns = columns(table);
        Optional<PositionColumns> found = of(columns);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        double ra =
                number(TableCells.cell(table, row, columns.indexOf(found.get().ra())));
        double dec =
                number(TableCells.cell(table, row, columns.indexOf(found.get().dec())));
        return Double.isFinite(ra) && Math.abs(dec) <= 90 ? Optional.of(new Position(ra, dec)) : Optional.empty();
    }

    private static double number(@Nullable Object cell) {
        return cell instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static Optional<ColumnMeta> byUcd(List<ColumnMeta> columns, String word) {
        String old = word.replace('.', '_') + "_main";
        return columns.stream()
                .filter(c ->
                        numeric(c) && c.ucd().primary().equals(word) && c.ucd().has("meta.main"))
                .findFirst()
                .or(() -> columns.stream()
                        .filter(c -> numeric(c) && c.ucd().words().equals(List.of(word)))
                        .findFirst())
                .or(() -> columns.stream()
                        .filter(c -> numeric(c) && c.ucd().primary().equals(old))
                        .findFirst());
    }

    private static Optional<ColumnMeta> byName(List<ColumnMeta> columns, Set<String> names) {
        return columns.stream()
                .filter(c -> numeric(c) && names.contains(c.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static boolean numeric(ColumnMeta column) {
        String type = column.datatype().toLowerCase(Locale.ROOT);
        return !type.startsWith("char")
                && !type.startsWith("string")
                && !type.contains("varchar")
                && !type.startsWith("unicode");
    }
}
