package org.volans.sed.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Units of flux density, per frequency or per wavelength, in VOUnits syntax and the spellings that catalogues use.
 */
final class FluxUnit {

    private static final double C = 299792458.0;
    private static final double JANSKY = 1e-26; // W m-2 Hz-1

    /** Jy in one of each. */
    private static final Map<String, Double> PER_FREQUENCY = Map.of(
            "jy", 1.0,
            "mjy", 1e-3,
            "ujy", 1e-6,
            "µjy", 1e-6,
            "njy", 1e-9,
            "w/m2/hz", 1 / JANSKY,
            "erg/s/cm2/hz", 1e-3 / JANSKY,
            "nmgy", 3.631e-6,
            "nanomaggy", 3.631e-6);

    /** W m-2 m-1 in one of each. */
    private static final Map<String, Double> PER_WAVELENGTH = Map.of(
            "w/m2/m",
            1.0,
            "w/m2/um",
            1e6,
            "w/m2/nm",
            1e9,
            "erg/s/cm2/angstrom",
            1e-3 * 1e10,
            "erg/s/cm2/a",
            1e-3 * 1e10,
            "erg/s/cm2/um",
            1e-3 * 1e6);

    private FluxUnit() {}

    /**
     * How many Jy one of the unit is at a wavelength.
     *
     * @param wavelength in metres
     * @return empty when it is no unit of flux density, such as {@code Jy/beam}
     */
    static OptionalDouble jansky(String unit, double wavelength) {
        if (unit.startsWith("MJy")) {
            return unit.equals("MJy") ? OptionalDouble.of(1e6) : OptionalDouble.empty();
        }
        String key = normal(unit);
        Optional<Double> nu = Optional.ofNullable(PER_FREQUENCY.get(key));
        if (nu.isPresent()) {
            return OptionalDouble.of(nu.get());
        }
        Optional<Double> lambda = Optional.ofNullable(PER_WAVELENGTH.get(key));
        return lambda.isPresent()
                ? OptionalDouble.of(lambda.get() * wavelength * wavelength / C / JANSKY)
                : OptionalDouble.empty();
    }

    /** {@code erg.s**-1.cm**-2.Angstrom**-1}, {@code erg s-1 cm-2 A-1} and the like to {@code erg/s/cm2/a}. */
    private static String normal(String unit) {
        String text = unit.strip()
                .toLowerCase(Locale.ROOT)
                .replace("10+-26w", "w")
                .replace("**", "")
                .replace("^", "");
        StringBuilder parts = new StringBuilder();
        for (String part : text.replace("(", "").replace(")", "").split("[.\\s*]+")) {
            boolean inverse = part.matches("[a-zµ]+-\\d");
            String factor = inverse ? part.replace("-1", "").replace("-", "") : part;
            parts.append(inverse ? "/" : parts.isEmpty() ? "" : ".").append(factor);
        }
        String joined = parts.toString();
        return joined.startsWith("erg/cm2/s") ? joined.replace("erg/cm2/s", "erg/s/cm2") : joined;
    }
}
