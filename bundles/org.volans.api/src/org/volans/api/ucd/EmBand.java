package org.volans.api.ucd;

import java.util.List;
import java.util.Optional;
import org.volans.api.geometry.Interval;
import org.volans.api.spectral.Light;

/**
 * The ranges of the electromagnetic spectrum that the {@code em.*} words of the UCD vocabulary name (UCD1+ 1.6, the
 * descriptions of the words).
 *
 * @param word       the UCD word, lower case
 * @param wavelength its range in metres in vacuum
 */
public record EmBand(String word, Interval wavelength) {

    private static final List<EmBand> ALL = List.of(
            metres("em.opt.u", 300e-9, 400e-9),
            metres("em.opt.b", 400e-9, 500e-9),
            metres("em.opt.v", 500e-9, 600e-9),
            metres("em.opt.r", 600e-9, 750e-9),
            metres("em.opt.i", 750e-9, 1000e-9),
            metres("em.ir.j", 1.0e-6, 1.5e-6),
            metres("em.ir.h", 1.5e-6, 2.0e-6),
            metres("em.ir.k", 2.0e-6, 3.0e-6),
            metres("em.ir.3-4um", 3e-6, 4e-6),
            metres("em.ir.4-8um", 4e-6, 8e-6),
            metres("em.ir.8-15um", 8e-6, 15e-6),
            metres("em.ir.15-30um", 15e-6, 30e-6),
            metres("em.ir.30-60um", 30e-6, 60e-6),
            metres("em.ir.60-100um", 60e-6, 100e-6),
            metres("em.uv.10-50nm", 10e-9, 50e-9),
            metres("em.uv.50-100nm", 50e-9, 100e-9),
            metres("em.uv.100-200nm", 100e-9, 200e-9),
            metres("em.uv.200-300nm", 200e-9, 300e-9),
            hertz("em.mm.30-50ghz", 30e9, 50e9),
            hertz("em.mm.50-100ghz", 50e9, 100e9),
            hertz("em.mm.100-200ghz", 100e9, 200e9),
            hertz("em.mm.200-400ghz", 200e9, 400e9),
            hertz("em.mm.400-750ghz", 400e9, 750e9),
            hertz("em.mm.750-1500ghz", 750e9, 1500e9),
            hertz("em.mm.1500-3000ghz", 1500e9, 3000e9),
            hertz("em.radio.20-100mhz", 20e6, 100e6),
            hertz("em.radio.100-200mhz", 100e6, 200e6),
            hertz("em.radio.200-400mhz", 200e6, 400e6),
            hertz("em.radio.400-750mhz", 400e6, 750e6),
            hertz("em.radio.750-1500mhz", 750e6, 1500e6),
            hertz("em.radio.1500-3000mhz", 1500e6, 3000e6),
            hertz("em.radio.3-6ghz", 3e9, 6e9),
            hertz("em.radio.6-12ghz", 6e9, 12e9),
            hertz("em.radio.12-30ghz", 12e9, 30e9),
            kev("em.x-ray.soft", 0.12, 2),
            kev("em.x-ray.medium", 2, 12),
            kev("em.x-ray.hard", 12, 120));

    /** The band of a UCD's first {@code em.*} word, when that word names one range (not a whole branch). */
    public static Optional<EmBand> of(Ucd ucd) {
        String word = ucd.firstUnder("em");
        return ALL.stream().filter(band -> band.word.equals(word)).findFirst();
    }

    /** Geometric mean of the ends, in metres. */
    public double center() {
        return Math.sqrt(wavelength.low() * wavelength.high());
    }

    private static EmBand metres(String word, double low, double high) {
        return new EmBand(word, new Interval(low, high));
    }

    private static EmBand hertz(String word, double low, double high) {
        return new EmBand(word, new Interval(Light.wavelength(high), Light.wavelength(low)));
    }

    private static EmBand kev(String word, double low, double high) {
        double product = Light.METRE_ELECTRONVOLTS / 1e3;
        return new EmBand(word, new Interval(product / high, product / low));
    }
}
