package org.volans.cli.internal.commands;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.cli.CliContext;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.PositionText;
import org.volans.api.io.ByteSize;
import org.volans.api.spectral.SpectralUnits;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.Tables;

/** A table of data sets (ObsCore 1.1) on the screen: what one chooses by, in lines of at most 160 characters. */
final class DataSetList {

    private static final MathContext DIGITS = new MathContext(3);

    private static final int DECIMALS = 4;

    private static final String DATALINK = "content=datalink";

    /** A column of the screen, with the most characters that its cells have. */
    private record Column(String heading, int width, Cell cell) {}

    /** Makes a cell. */
    @FunctionalInterface
    private interface Cell {
        String of(Row row);
    }

    private final List<Position> positions;

    /** @param positions what {@code position_index} counts */
    DataSetList(List<Position> positions) {
        this.positions = positions;
    }

    /** A row of the table by the names of its columns. */
    private record Row(long number, Map<String, Integer> columns, Object[] cells) {

        @Nullable
        Object cell(String column) {
            Integer index = columns.get(column);
            return index == null ? null : cells[index];
        }

        String text(String column) {
            return Texts.show(cell(column)).strip();
        }

        double number(String column) {
            return cell(column) instanceof Number number ? number.doubleValue() : Double.NaN;
        }
    }

    void print(StarTable table, CliContext context) throws IOException {
        List<Column> shown = columns();
        Map<String, Integer> names = IntStream.range(0, table.getColumnCount())
                .boxed()
                .collect(Collectors.toMap(
                        i -> String.valueOf(table.getColumnInfo(i).getName()), i -> i));
        List<List<String>> lines = new ArrayList<>();
        try (RowSequence rows = table.getRowSequence()) {
            while (lines.size() < TableOutput.SCREEN_ROWS && rows.next()) {
                Row row = new Row(lines.size() + 1L, names, rows.getRow());
                lines.add(shown.stream()
                        .map(column -> Texts.shorten(column.cell.of(row), column.width))
                        .toList());
            }
        }
        context.printTable(shown.stream().map(Column::heading).toList(), lines);
        TableOutput.sayWhatIsLeft(table, lines.size(), context);
        if (!lines.isEmpty()) {
            context.err()
                    .println("To go on: -o FILE keeps all " + Tables.getColumnInfos(table).length
                            + " columns, then 'volans links FILE --row N', 'volans cutout FILE --row N …'.");
        }
    }

    /** With the gaps of two between them 160 characters at most. */
    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("row", 4, row -> Long.toString(row.number)));
        if (positions.size() > 1) {
            columns.add(new Column("index", 5, row -> row.text("position_index")));
        }
        Collections.addAll(
                columns,
                new Column("dist [']", 8, this::distance),
                new Column("service", 18, row -> row.text("service_name")),
                new Column("collection", 14, row -> row.text("obs_collection")),
                new Column("type", 10, row -> row.text("dataproduct_type")),
                new Column("cal", 3, row -> row.text("calib_level")),
                new Column("target", 16, DataSetList::target),
                new Column("field [']", 9, row -> number(row.number("s_fov") * 60)),
                new Column("band", 15, DataSetList::band),
                new Column("res [\"]", 7, row -> number(row.number("s_resolution"))),
                new Column("date", 10, row -> date(row.number("t_min"))),
                new Column("format", 8, row -> format(row.text("access_format"))),
                new Column("size", 7, DataSetList::size));
        return columns;
    }

    /** In arcminutes, from the position that was asked for to the middle of the data set. */
    private String distance(Row row) {
        double index = row.number("position_index");
        double ra = row.number("s_ra");
        double dec = row.number("s_dec");
        if (!(index >= 0 && index < positions.size()) || Double.isNaN(ra) || !(Math.abs(dec) <= 90)) {
            return "";
        }
        return number(positions.get((int) index).separation(new Position(ra, dec)) * 60);
    }

    /** What was observed, or else where. */
    private static String target(Row row) {
        String name = row.text("target_name");
        double ra = row.number("s_ra");
        double dec = row.number("s_dec");
        return name.isEmpty() && Double.isFinite(ra) && Math.abs(dec) <= 90
                ? PositionText.degrees(new Position(ra, dec), 2)
                : name;
    }

    private static String band(Row row) {
        double low = row.number("em_min");
        double high = row.number("em_max");
        if (!(low > 0 && high >= low && high < Double.POSITIVE_INFINITY)) {
            return "";
        }
        Interval metres = new Interval(low, high);
        String unit = SpectralUnits.usual(metres);
        return SpectralUnits.fromMetres(metres, unit)
                .map(band -> range(number(band.low()), number(band.high())) + " " + unit)
                .orElse("");
    }

    private static String range(String low, String high) {
        return low.equals(high) ? low : low + "-" + high;
    }

    /** @param mjd modified Julian date */
    private static String date(double mjd) {
        // outside of this it is no date of an observation, but 0 for one that is not known, or a Julian date
        return mjd > 0 && mjd < 1e5
                ? LocalDate.EPOCH
                        .with(JulianFields.MODIFIED_JULIAN_DAY, (long) mjd)
                        .toString()
                : "";
    }

    /** {@code datalink} for a document of links, else the subtype: {@code fits}. */
    private static String format(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        return type.contains(DATALINK)
                ? "datalink"
                : type.replaceFirst(";.*$", "").replaceFirst("^[^/]*/", "").replaceAll("^x-|\\+xml$", "");
    }

    /** ObsCore counts in thousands of bytes. */
    private static String size(Row row) {
        double kilobytes = row.number("access_estsize");
        return kilobytes > 0 ? ByteSize.text(Math.round(kilobytes * 1000)) : "";
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        // what is smaller is rounding, and would be a long row of zeros
        return rounded.setScale(Math.min(DECIMALS, Math.max(0, rounded.scale())), RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
