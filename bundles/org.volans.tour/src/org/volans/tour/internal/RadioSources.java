package org.volans.tour.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.volans.api.ProtocolException;
import org.volans.api.cutout.NearbySource;
import org.volans.api.geometry.Position;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import org.volans.api.ucd.Ucd;
import uk.ac.starlink.table.StarTable;

/** The nearest catalogue source of each object, and its size, by the UCDs of the catalogue's columns. */
final class RadioSources {

    private static final double ARCSEC = 1 / 3600.0;

    private RadioSources() {}

    /** Picks the nearest source of each object from rows that name their object. */
    static List<Optional<NearbySource>> of(
            StarTable answer, List<Position> objects, PositionColumns columns, String context)
            throws ProtocolException {
        int number = Cells.answered(answer, Objects.ROW_COLUMN);
        int ra = Cells.answered(answer, columns.ra().name());
        int dec = Cells.answered(answer, columns.dec().name());
        List<Optional<NearbySource>> best = new ArrayList<>(Collections.nCopies(objects.size(), Optional.empty()));
        for (long row = 0; row < answer.getRowCount(); row++) {
            int object = (int) Cells.number(answer, row, number);
            Optional<Position> position = Cells.position(answer, row, ra, dec);
            if (position.isPresent() && object >= 0 && object < objects.size()) {
                double distance = position.get().separation(objects.get(object));
                if (best.get(object).isEmpty()
                        || distance < best.get(object).get().separation()) {
                    best.set(object, Optional.of(source(answer, row, position.get(), distance, context)));
                }
            }
        }
        return best;
    }

    private static NearbySource source(StarTable table, long row, Position at, double separation, String context) {
        return new NearbySource(name(table, row), at, separation, majorAxis(table, row), table, row, context);
    }

    /** The column with the source's major axis, by its UCD. */
    static Optional<ColumnMeta> majorAxis(List<ColumnMeta> columns) {
        return first(columns, "phys.angsize.smajaxis").or(() -> first(columns, "phys.angsize"));
    }

    private static Optional<ColumnMeta> first(List<ColumnMeta> columns, String word) {
        return columns.stream().filter(c -> c.ucd().primary().equals(word)).findFirst();
    }

    /** The major axis of a source in degrees, or empty when the catalogue does not say. */
    private static Optional<Double> majorAxis(StarTable table, long row) {
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
    private static String name(StarTable table, long row) {
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
