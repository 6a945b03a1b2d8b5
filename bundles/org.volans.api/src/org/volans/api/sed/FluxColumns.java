package org.volans.api.sed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.ProtocolException;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Position;
import org.volans.api.sed.Sed.Problem;
import org.volans.api.spectral.SpectralUnits;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;

/**
 * The columns of a table that holds the fluxes of one object, one in each row, as photometry services give them. (A catalogue,
 * with an object in each row, is the business of {@link SedService}.)
 *
 * @param spectral frequency, wavelength or photon energy
 * @param flux     flux density
 * @param error    its standard deviation, in the same unit
 * @param filter   what names the filter or band
 */
public record FluxColumns(
        ColumnMeta spectral, ColumnMeta flux, Optional<ColumnMeta> error, Optional<ColumnMeta> filter) {

    private static final Set<String> SPECTRAL = Set.of("sed_freq", "freq", "frequency", "wavelength");
    private static final Set<String> FLUX = Set.of("sed_flux", "flux");
    private static final Set<String> ERROR = Set.of("sed_eflux", "e_flux", "eflux", "flux_err", "flux_error");
    private static final Set<String> FILTER = Set.of("sed_filter", "filter", "band");

    /**
     * Finds them by UCD ({@code em.freq}, {@code em.wl} or {@code em.energy}; {@code phot.flux.density}; {@code
     * stat.error;phot.flux.density}; {@code instr.filter} or {@code instr.bandpass}), each that has none by the usual names.
     *
     * @return empty when there is no spectral coordinate or no flux
     */
    public static Optional<FluxColumns> of(StarTable table) {
        List<ColumnMeta> columns = PositionColumns.columns(table);
        Optional<ColumnMeta> spectral = find(
                columns,
                c -> c.ucd().primaryUnder("em.freq")
                        || c.ucd().primaryUnder("em.wl")
                        || c.ucd().primaryUnder("em.energy"),
                SPECTRAL);
        Optional<ColumnMeta> flux = find(columns, c -> c.ucd().primaryUnder("phot.flux"), FLUX);
        Optional<ColumnMeta> error =
                find(columns, c -> c.ucd().primaryUnder("stat.error") && c.ucd().hasUnder("phot.flux"), ERROR);
        Optional<ColumnMeta> filter =
                find(columns, c -> c.ucd().hasUnder("instr.filter") || c.ucd().hasUnder("instr.bandpass"), FILTER);
        return spectral.flatMap(s -> flux.map(f -> new FluxColumns(s, f, error, filter)));
    }

    /**
     * The SED of a table that a service sent. Rows without a positive flux in a known unit are its problems.
     *
     * @param source   names where the table is from in messages
     * @param position of the object, whose name it is, too
     * @throws ProtocolException when the table has no such columns, or breaks off
     */
    public static Sed sed(StarTable table, String source, Position position) throws ProtocolException {
        FluxColumns columns = of(table)
                .orElseThrow(() -> new ProtocolException(source + " sent no table of fluxes: it needs columns with the"
                        + " UCDs em.freq or em.wl, and phot.flux.density"));
        try {
            return columns.sed(table, position.toString(), Optional.of(position));
        } catch (IOException e) {
            throw new ProtocolException("the table of " + source + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The SED of a table with these columns. Rows without a positive flux in a known unit are its problems.
     *
     * @param name     what to call the object
     * @param position where it is, if known
     */
    public Sed sed(StarTable table, String name, Optional<Position> position) throws IOException {
        List<ColumnMeta> all = PositionColumns.columns(table);
        List<SedPoint> points = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (RowSequence rows = table.getRowSequence()) {
            while (rows.next()) {
                Object value = rows.getCell(all.indexOf(flux));
                double coordinate = number(rows.getCell(all.indexOf(spectral)));
                double deviation = error.isPresent() ? number(rows.getCell(all.indexOf(error.get()))) : Double.NaN;
                Object band = filter.isPresent() ? rows.getCell(all.indexOf(filter.get())) : null;
                String label = band == null || band.toString().isBlank()
                        ? flux.name()
                        : band.toString().strip();
                add(label, coordinate, value, deviation, points, problems);
            }
        }
        return new Sed(name, position, points, problems);
    }

    private void add(
            String label,
            double coordinate,
            @Nullable Object value,
            double deviation,
            List<SedPoint> points,
            List<Problem> problems) {
        if (value == null) {
            problems.add(new Problem(label, "no value in this row"));
            return;
        }
        String original = value + " " + flux.unit();
        Optional<Interval> range = wavelength(coordinate);
        if (range.isEmpty()) {
            problems.add(new Problem(
                    label,
                    original + " is at no known wavelength: " + coordinate + " in unit '" + spectral.unit() + "'"));
            return;
        }
        double wavelength = range.get().low();
        OptionalDouble jansky = FluxUnits.jansky(flux.unit(), wavelength);
        if (jansky.isEmpty()) {
            problems.add(new Problem(label, "its unit '" + flux.unit() + "' is not one of flux density"));
        } else if (!(number(value) > 0)) {
            problems.add(new Problem(label, "the value " + original + " is not above zero"));
        } else {
            double known = deviation >= 0 ? deviation * jansky.getAsDouble() : Double.NaN;
            points.add(new SedPoint(
                    flux.name(),
                    label,
                    wavelength,
                    range.get(),
                    number(value) * jansky.getAsDouble(),
                    known,
                    original,
                    false));
        }
    }

    /** A unit that is not given is not guessed. */
    private Optional<Interval> wavelength(double coordinate) {
        return coordinate > 0 && !spectral.unit().isBlank()
                ? SpectralUnits.toMetres(new Interval(coordinate, coordinate), spectral.unit())
                : Optional.empty();
    }

    private static double number(@Nullable Object cell) {
        return cell instanceof Number n && Double.isFinite(n.doubleValue()) ? n.doubleValue() : Double.NaN;
    }

    private static Optional<ColumnMeta> find(List<ColumnMeta> columns, Predicate<ColumnMeta> ucd, Set<String> names) {
        return columns.stream()
                .filter(ucd)
                .findFirst()
                .or(() -> columns.stream()
                        .filter(c -> c.ucd().words().isEmpty()
                                && names.contains(c.name().toLowerCase(Locale.ROOT)))
                        .findFirst());
    }
}
