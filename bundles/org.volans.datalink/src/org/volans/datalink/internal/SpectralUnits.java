package org.volans.datalink.internal;

import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.geometry.Interval;

/**
 * Wavelength intervals in the unit of a descriptor. SODA 1.0 (section 3.3.4) has metres; services write others.
 */
final class SpectralUnits {

    /** Speed of light in m/s (exact, SI). */
    private static final double C = 299_792_458.0;

    /** Planck's constant times the speed of light, in eV m (exact in the SI of 2019, here to double precision). */
    private static final double HC = 1.239_841_984_332_002_6e-6;

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

    private SpectralUnits() {}

    /**
     * The same band in another unit; frequencies and energies turn the ends round.
     *
     * @param metres wavelengths in metres
     * @return empty when the unit is not known
     */
    static Optional<Interval> convert(Interval metres, @Nullable String unit) {
        String name = unit == null || unit.isBlank() ? "m" : unit.strip();
        Double length = METRES.get(name);
        if (length != null) {
            return Optional.of(length == 1 ? metres : new Interval(metres.low() / length, metres.high() / length));
        }
        Double hertz = HERTZ.get(name);
        if (hertz != null) {
            return Optional.of(turned(metres, C / hertz));
        }
        Double ev = EV.get(name);
        return ev == null ? Optional.empty() : Optional.of(turned(metres, HC / ev));
    }

    private static Interval turned(Interval metres, double product) {
        double low = Double.isInfinite(metres.high()) ? Double.NEGATIVE_INFINITY : product / metres.high();
        double high = metres.low() <= 0 ? Double.POSITIVE_INFINITY : product / metres.low();
        return new Interval(low, high);
    }
}
