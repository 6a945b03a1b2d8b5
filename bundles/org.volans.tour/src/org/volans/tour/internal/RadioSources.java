package org.volans.tour.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.volans.api.ProtocolException;
import org.volans.api.geometry.Position;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import org.volans.api.ucd.Ucd;
import uk.ac.starlink.table.StarTable;

/**
 * The nearest catalogue source of each object.
 *
 * @param table   random access
 * @param nearest for each object the row of its source, or empty
 * @param columns where the sources' positions are
 * @param context what is known of the catalogue
 */
record RadioSources(StarTable table, List<Optional<Long>> nearest, PositionColumns columns, String context) {

    private static final double ARCSEC = 1 / 3600.0;

    RadioSources {
        nearest = List.copyOf(nearest);
    }

    /** Picks the nearest source of each object from rows that name their object. */
    static RadioSources of(StarTable answer, List<Position> objects, PositionColumns columns, String context)
            throws ProtocolException {
        int number = Cells.answered(answer, Objects.ROW_COLUMN);
        Cells.answered(answer, columns.ra().name());
        Cells.answered(answer, columns.dec().name());
        Long[] best = new Long[objects.size()];
        double[] separation = new double[objects.size()];
        Arrays.fill(separation, Double.POSITIVE_INFINITY);
        for (long row = 0; row < answer.getRowCount(); row++) {
            int object = (int) Cells.number(answer, row, number);
            Optional<Position> position = position(answer, row, columns);
            if (position.isPresent() && object >= 0 && object < objects.size()) {
                double distance = position.get().separation(objects.get(object));
                if (distance < separation[object]) {
                    separation[object] = distance;
                    best[object] = row;
                }
            }
        }
        return new RadioSources(
                answer, Arrays.stream(best).map(Optional::ofNullable).toList(), columns, context);
    }

    Optional<Position> position(long row) {
        return position(table, row, columns);
    }

    private static Optional<Position> position(StarTable table, long row, PositionColumns columns) {
        return Cells.position(
                table,
                row,
                Cells.index(table, columns.ra().name()),
                Cells.index(table, columns.dec().name()));
    }

    /** The column with the source's major axis, by its UCD. */
    static Optional<ColumnMeta> majorAxis(List<ColumnMeta> columns) {
        return first(columns, "phys.angsize.smajaxis").or(() -> first(columns, "phys.angsize"));
    }

    private static Optional<ColumnMeta> first(List<ColumnMeta> columns, String word) {
        return columns.stream().filter(c -> c.ucd().primary().equals(word)).findFirst();
    }

    /** The major axis of a source in degrees, or empty when the catalogue does not say. */
    Optional<Double> majorAxis(long row) {
        Optional<ColumnMeta> column = majorAxis(PositionColumns.columns(table));
        if (column.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt index = Cells.column(table, column.get().name());
        double value = index.isPresent() ? Cells.number(table, row, index.getAsInt()) : Double.NaN;
        return value > 0 ? degreesPer(column.get().unit()).map(factor -> value * factor) : Optional.empty();
    }

    /** Whether sizes in a unit can be used. */
    static boolean isAngle(String unit) {
        return degreesPer(unit).isPresent();
    }

    /** How many degrees one of a unit is; a unit that is not known is no size. */
    private static Optional<Double> degreesPer(String unit) {
        return switch (unit.strip().toLowerCase(Locale.ROOT)) {
            case "deg", "degree", "degrees" -> Optional.of(1.0);
            case "arcmin", "arcminute", "arcminutes", "arcmins" -> Optional.of(60 * ARCSEC);
            case "arcsec", "\"", "arcsecond", "arcseconds", "arcsecs" -> Optional.of(ARCSEC);
            case "mas" -> Optional.of(ARCSEC / 1000);
            case "rad" -> Optional.of(Math.toDegrees(1));
            default -> Optional.empty();
        };
    }

    /** A name for the source of a row, or an empty text. */
    String name(long row) {
        return PositionColumns.columns(table).stream()
                .filter(c -> isName(c.ucd()))
                .findFirst()
                .map(c -> Cells.text(table, row, Cells.index(table, c.name())))
                .orElse("");
    }

    private static boolean isName(Ucd ucd) {
        return ucd.primary().equals("meta.id") || ucd.primary().equals("id_main");
    }
}
