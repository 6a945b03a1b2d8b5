package org.volans.api.spectral;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import org.volans.api.geometry.Interval;

/**
 * Wavelength intervals in the unit of a descriptor, or of a user. SODA 1.0 (section 3.3.4) has metres; services write
 * others. Units are written as VOUnits has them: {@code nm}, {@code um}, {@code GHz}, {@code keV}.
 */
public final class SpectralUnits {

    private static final Map<String, Double> METRES = Map.ofEntries(
            Map.entry("m", 1.0),
            Map.entry("cm", 1e-2),
            Map.entry("mm", 1e-3),
            Map.entry("um", 1e-6),
            Map.entry("micron", 1e-6),
            Map.entry("nm", 1e-9),
            Map.entry("Angstrom", 1e-10),
            Map.entry("angstrom", 1e-10),
            Map.entry("0.1nm", 1e-10),
            Map.entry("pm", 1e-12),
            Map.entry("km", 1e3));

    private static final Map<String, Double> HERTZ = Map.of("Hz", 1.0, "kHz", 1e3, "MHz", 1e6, "GHz", 1e9, "THz", 1e12);

    private static final Map<String, Double> EV = Map.of("eV", 1.0, "keV", 1e3, "MeV", 1e6, "GeV", 1e9, "TeV", 1e12);

    private static final MathContext DIGITS = new MathContext(15);

    private SpectralUnits() {}

    /**
     * A band in another unit; frequencies and energies turn the ends round.
     *
     * @param metres wavelengths in metres
     * @param unit   blank for metres
     * @return empty when the unit is not known
     */
    public static Optional<Interval> fromMetres(Interval metres, String unit) {
        return convert(metres, unit, true);
    }

    /**
     * The wavelengths in metres of a band in some unit: undoes {@link #fromMetres}.
     *
     * @param unit blank for metres
     * @return empty when the unit is not known
     */
    public static Optional<Interval> toMetres(Interval band, String unit) {
        return convert(band, unit, false);
    }

    /**
     * The unit that people of that part of the spectrum write, in which a band has the nicest numbers.
     *
     * @param metres wavelengths in metres
     */
    public static String usual(Interval metres) {
        double wavelength = Double.isFinite(metres.high()) ? metres.high() : metres.low();
        if (wavelength > 1e-3) {
            return wavelength > 0.3 ? "MHz" : "GHz";
        }
        if (wavelength > 1e-8) {
            return wavelength > 3e-6 ? "um" : "nm";
        }
        return "keV";
    }

    private static Optional<Interval> convert(Interval band, String unit, boolean from) {
        String name = unit.isBlank() ? "m" : unit.strip();
        Double length = METRES.get(name);
        if (length != null) {
            double factor = from ? 1 / length : length;
            return Optional.of(new Interval(tidy(band.low() * factor), tidy(band.high() * factor)));
        }
        Double hertz = HERTZ.get(name);
        if (hertz != null) {
            return Optional.of(turned(band, Light.SPEED / hertz));
        }
        Double ev = EV.get(name);
        return ev == null ? Optional.empty() : Optional.of(turned(band, Light.METRE_ELECTRONVOLTS / ev));
    }

    /** Without the last digits, which the powers of ten leave: 200 instead of 199.99999999999997. */
    private static double tidy(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
    }

    private static Interval turned(Interval band, double product) {
        double low = Double.isInfinite(band.high()) ? Double.NEGATIVE_INFINITY : product / band.high();
        double high = band.low() <= 0 ? Double.POSITIVE_INFINITY : product / band.low();
        return new Interval(low, high);
    }
}
