package org.volans.sed.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.volans.api.sed.FluxUnits;
import org.volans.api.sed.PhotometricFilter;
import org.volans.api.sed.Sed.Problem;
import org.volans.api.sed.SedPoint;
import org.volans.api.table.ColumnMeta;
import org.volans.api.ucd.Ucd;

/** From a value with its metadata to a flux density, or to the reason why not. */
final class Photometry {

    /** Catalogues write 99, -99 or 999 for a magnitude that was not measured. */
    private static final double NO_MAGNITUDE = 90;

    private static final double PER_MAGNITUDE = Math.log(10) / 2.5;

    private Photometry() {}

    /** What became of one value: exactly one of the two is there. */
    record Outcome(Optional<SedPoint> point, Optional<Problem> problem) {

        static Outcome of(SedPoint point) {
            return new Outcome(Optional.of(point), Optional.empty());
        }

        static Outcome problem(ColumnMeta column, String reason) {
            return new Outcome(Optional.empty(), Optional.of(new Problem(column.name(), reason)));
        }
    }

    /** Whether a column holds a brightness as such, not its error, its number of measurements or a colour. */
    static boolean isBrightness(Ucd ucd) {
        boolean brightness = ucd.primary().equals("phot.mag") || ucd.primaryUnder("phot.flux");
        boolean derived = ucd.hasUnder("stat.error")
                || ucd.hasUnder("stat.stdev")
                || ucd.hasUnder("stat.snr")
                || ucd.has("phot.color")
                || ucd.has("arith.diff")
                || ucd.has("arith.ratio");
        return brightness && !derived;
    }

    /** The column with the standard deviation of another one: same quantity by UCD, and a name that says so. */
    static Optional<ColumnMeta> errorColumn(ColumnMeta column, List<ColumnMeta> columns) {
        String name = column.name().toLowerCase(Locale.ROOT);
        List<String> names = List.of(
                "e_" + name,
                name + "_err",
                name + "err",
                "err_" + name,
                name + "_error",
                "sigma_" + name,
                name.replaceFirst("mag$", "") + "magerr");
        return columns.stream()
                .filter(c ->
                        c.ucd().primaryUnder("stat.error") || c.ucd().words().isEmpty())
                .filter(c -> names.contains(c.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * The column that says of another one whether it holds a limit: {@code l_Fpeak} of {@code Fpeak}, with {@code <} or
     * {@code >} in it (Standard Description of Astronomical Catalogues 2.0, section 3.2.4).
     */
    static Optional<ColumnMeta> limitColumn(ColumnMeta column, List<ColumnMeta> columns) {
        String name = "l_" + column.name();
        return columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }

    /** Whether a limit flag means that the object is not brighter than the value. */
    static boolean isUpperLimit(ColumnMeta column, String flag) {
        boolean magnitude = column.ucd().primary().equals("phot.mag");
        return flag.strip().startsWith(magnitude ? ">" : "<");
    }

    /** @param original the value's own digits: a float made a double would show more than were measured */
    static Outcome convert(ColumnMeta column, double value, String original, double error, PhotometricFilter filter) {
        if (!Double.isFinite(value)) {
            return Outcome.problem(column, "no value in this row");
        }
        return column.ucd().primary().equals("phot.mag")
                ? magnitude(column, value, original, error, filter)
                : fluxDensity(column, value, original, error, filter);
    }

    private static Outcome magnitude(
            ColumnMeta column, double value, String original, double error, PhotometricFilter filter) {
        if (Math.abs(value) >= NO_MAGNITUDE) {
            return Outcome.problem(column, "the value " + value + " stands for 'not measured'");
        }
        if (Double.isNaN(filter.zeroPoint())) {
            return Outcome.problem(
                    column,
                    "its filter and magnitude system are not known (UCD " + column.ucd()
                            + "; neither its name, its description nor its table says which)");
        }
        double flux = filter.zeroPoint() * Math.pow(10, -0.4 * value);
        return Outcome.of(point(column, filter, flux, flux * PER_MAGNITUDE * error, original + " mag"));
    }

    private static Outcome fluxDensity(
            ColumnMeta column, double value, String original, double error, PhotometricFilter filter) {
        OptionalDouble factor = FluxUnits.jansky(column.unit(), filter.wavelength());
        if (factor.isEmpty()) {
            return Outcome.problem(
                    column,
                    column.unit().isEmpty()
                            ? "its unit is not given"
                            : "its unit '" + column.unit() + "' is not one of flux density");
        }
        if (!(value > 0)) {
            return Outcome.problem(column, "the value " + value + " " + column.unit() + " is not above zero");
        }
        return Outcome.of(point(
                column,
                filter,
                value * factor.getAsDouble(),
                error * factor.getAsDouble(),
                original + " " + column.unit()));
    }

    private static SedPoint point(
            ColumnMeta column, PhotometricFilter filter, double flux, double error, String original) {
        double known = error >= 0 && Double.isFinite(error) ? error : Double.NaN;
        return new SedPoint(
                column.name(), filter.id(), filter.wavelength(), filter.range(), flux, known, original, false);
    }
}
