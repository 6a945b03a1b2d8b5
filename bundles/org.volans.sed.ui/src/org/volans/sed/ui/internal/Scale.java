package org.volans.sed.ui.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.volans.api.sed.SedPlot.XAxis;
import org.volans.api.sed.SedPlot.YAxis;
import org.volans.api.sed.SedPoint;

/**
 * What an axis shows, for people.
 *
 * @param title    of the axis
 * @param log      whether it is logarithmic
 * @param reversed whether values grow downwards
 * @param label    a value of the axis, as at a tick
 */
record Scale(String title, boolean log, boolean reversed, DoubleFunction<String> label) {

    static Scale of(XAxis axis) {
        return switch (axis) {
            case WAVELENGTH -> new Scale("Wavelength", true, false, v -> Quantity.of(v, "m"));
            case FREQUENCY -> new Scale("Frequency", true, false, v -> Quantity.of(v, "Hz"));
            case ENERGY -> new Scale("Photon energy", true, false, v -> Quantity.of(v, "eV"));
        };
    }

    static Scale of(YAxis axis) {
        return switch (axis) {
            case FNU -> new Scale("Flux density F\u03bd", true, false, v -> Quantity.of(v, "Jy"));
            case NU_FNU -> new Scale("\u03bdF\u03bd  (W/m\u00b2)", true, false, Quantity::scientific);
            case AB_MAGNITUDE -> new Scale("AB magnitude", false, true, Quantity::plain);
        };
    }

    /** Names for menus. */
    static String name(XAxis axis) {
        return of(axis).title();
    }

    /** Names for menus. */
    static String name(YAxis axis) {
        return switch (axis) {
            case FNU -> "Flux density F\u03bd (Jy)";
            case NU_FNU -> "\u03bdF\u03bd (W/m\u00b2)";
            case AB_MAGNITUDE -> "AB magnitude";
        };
    }

    /** A point's brightness with its error, in the axis's quantity: {@code 12.5 ± 0.3 µJy}. */
    static String brightness(YAxis axis, SedPoint point) {
        String sign = point.limit() ? (axis == YAxis.AB_MAGNITUDE ? "> " : "< ") : "";
        double value = axis.of(point.flux(), point.wavelength());
        boolean known = !Double.isNaN(point.error());
        return sign
                + switch (axis) {
                    case FNU -> withError(Quantity.of(point.flux(), "Jy"), known, point.error() / point.flux());
                    case NU_FNU ->
                        Quantity.scientific(value)
                                + (known ? " \u00b1 " + Quantity.scientific(value * point.error() / point.flux()) : "")
                                + " W/m\u00b2";
                    case AB_MAGNITUDE ->
                        String.format(Locale.ROOT, "%.3f", value)
                                + (known
                                        ? String.format(
                                                Locale.ROOT,
                                                " \u00b1 %.3f",
                                                2.5 / Math.log(10) * point.error() / point.flux())
                                        : "")
                                + " mag";
                };
    }

    private static String withError(String quantity, boolean known, double relative) {
        List<String> parts = List.of(quantity.split(" ", 2));
        if (!known || parts.size() < 2) {
            return quantity;
        }
        double value = Double.parseDouble(parts.get(0));
        return parts.get(0) + " \u00b1 " + Quantity.plain(round(value * relative)) + " " + parts.get(1);
    }

    /** Two digits: an error is not known better. */
    private static double round(double error) {
        if (error == 0 || !Double.isFinite(error)) {
            return error;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(error))) - 1);
        return Math.rint(error / unit) * unit;
    }
}
