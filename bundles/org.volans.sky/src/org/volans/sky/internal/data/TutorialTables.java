package org.volans.sky.internal.data;

import java.util.List;
import java.util.stream.IntStream;
import org.volans.api.geometry.Position;
import uk.ac.starlink.table.StarTable;

/** The two tables of the tutorial: real figures, CC0, carried as text. Safe for concurrent use. */
public final class TutorialTables {

    /**
     * One row of the published answer.
     *
     * @param name SDSS-DR12 name, which holds the object's position
     * @param asked the position of the list that it was found for
     * @param u model magnitude, AB; likewise {@code g}, {@code r}, {@code i}
     */
    record Published(String name, Position asked, float u, float g, float r, float i) {

        /** The position that the name says, {@code J160229.21+480600.4}: 0.15 arcsec in right ascension. */
        Position position() {
            double hours = sexagesimal(name.substring(1, 3), name.substring(3, 5), name.substring(5, 10));
            double degrees = sexagesimal(name.substring(11, 13), name.substring(13, 15), name.substring(15));
            return new Position(15 * hours, name.charAt(10) == '-' ? -degrees : degrees);
        }

        private static double sexagesimal(String whole, String minutes, String seconds) {
            return Integer.parseInt(whole) + Integer.parseInt(minutes) / 60.0 + Double.parseDouble(seconds) / 3600;
        }
    }

    private TutorialTables() {}

    /** The 19 positions: columns {@code ra}, {@code dec} in degrees ICRS. */
    public static StarTable objects() {
        List<Position> positions = positions();
        return Columns.of("objects_columns")
                .table(
                        "Objects",
                        positions.size(),
                        List.of(
                                positions.stream().mapToDouble(Position::ra).toArray(),
                                positions.stream().mapToDouble(Position::dec).toArray()));
    }

    /** The 23 rows: {@code SDSS12}, {@code ra}, {@code dec}, {@code gmag}, {@code imag}, {@code rmag}, {@code umag}. */
    public static StarTable publishedAnswer() {
        List<Published> rows = published();
        float[][] magnitudes = new float[4][rows.size()];
        IntStream.range(0, rows.size()).forEach(row -> {
            magnitudes[0][row] = rows.get(row).g();
            magnitudes[1][row] = rows.get(row).i();
            magnitudes[2][row] = rows.get(row).r();
            magnitudes[3][row] = rows.get(row).u();
        });
        return Columns.of("published_columns")
                .table(
                        "objects_colours",
                        rows.size(),
                        List.of(
                                rows.stream().map(Published::name).toArray(String[]::new),
                                rows.stream().mapToDouble(p -> p.asked().ra()).toArray(),
                                rows.stream().mapToDouble(p -> p.asked().dec()).toArray(),
                                magnitudes[0],
                                magnitudes[1],
                                magnitudes[2],
                                magnitudes[3]));
    }

    /** The 19 positions in the order of the list. */
    static List<Position> positions() {
        return Resources.rows("objects.tsv").stream()
                .map(f -> new Position(Double.parseDouble(f[0]), Double.parseDouble(f[1])))
                .toList();
    }

    /** The 23 published rows in their order. */
    static List<Published> published() {
        return Resources.rows("published.tsv").stream()
                .map(f -> new Published(
                        f[0],
                        new Position(Double.parseDouble(f[1]), Double.parseDouble(f[2])),
                        Float.parseFloat(f[6]),
                        Float.parseFloat(f[3]),
                        Float.parseFloat(f[5]),
                        Float.parseFloat(f[4])))
                .toList();
    }
}
