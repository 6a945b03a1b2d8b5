package org.volans.image.internal.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImageAxis;
import org.volans.api.spectral.Light;
import org.volans.image.internal.wcs.Cards;
import org.volans.image.internal.wcs.SpectralAxis;

/** Names of axes and of their coordinates for people. */
public final class AxisNames {

    private static final double GIGA = 1e9;

    /** Values of a STOKES axis (FITS 4.0, table 29). */
    private static final Map<Long, String> STOKES = Map.ofEntries(
            Map.entry(1L, "I"),
            Map.entry(2L, "Q"),
            Map.entry(3L, "U"),
            Map.entry(4L, "V"),
            Map.entry(-1L, "RR"),
            Map.entry(-2L, "LL"),
            Map.entry(-3L, "RL"),
            Map.entry(-4L, "LR"),
            Map.entry(-5L, "XX"),
            Map.entry(-6L, "YY"),
            Map.entry(-7L, "XY"),
            Map.entry(-8L, "YX"));

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("RA", "Right ascension"),
            Map.entry("DEC", "Declination"),
            Map.entry("GLON", "Galactic longitude"),
            Map.entry("GLAT", "Galactic latitude"),
            Map.entry("FREQ", "Frequency"),
            Map.entry("WAVE", "Wavelength"),
            Map.entry("AWAV", "Wavelength in air"),
            Map.entry("WAVN", "Wavenumber"),
            Map.entry("ENER", "Energy"),
            Map.entry("VRAD", "Radio velocity"),
            Map.entry("VOPT", "Optical velocity"),
            Map.entry("VELO", "Velocity"),
            Map.entry("FELO", "Optical velocity"),
            Map.entry("ZOPT", "Redshift"),
            Map.entry("BETA", "Velocity over that of light"),
            Map.entry("STOKES", "Polarisation"),
            Map.entry("TIME", "Time"));

    private static final List<String> CELESTIAL = List.of("RA", "DEC", "GLON", "GLAT", "ELON", "ELAT", "SLON", "SLAT");

    private AxisNames() {}

    private record Named(int number, String name, long length, Cards cards, Optional<SpectralAxis> spectral)
            implements ImageAxis {

        @Override
        public String value(long pixel) {
            if (spectral.isPresent()) {
                return wavelength(spectral.get().wavelength(pixel));
            }
            String n = Integer.toString(number + 1);
            if (cards.find("CRVAL" + n).isEmpty() || CELESTIAL.contains(kind(cards, number))) {
                return "";
            }
            double crpix = cards.find("CRPIX" + n).orElse(0);
            double step = cards.find("CDELT" + n)
                    .orElse(cards.find("CD" + n + "_" + n).orElse(1));
            double value = cards.find("CRVAL" + n).orElse(0) + (pixel - crpix) * step;
            if (kind(cards, number).equals("STOKES")) {
                return STOKES.getOrDefault(Math.round(value), "");
            }
            return String.format(
                            Locale.ROOT,
                            "%.6g %s",
                            value,
                            cards.text("CUNIT" + n).orElse(""))
                    .strip();
        }
    }

    /** The axes of an image in order. */
    public static List<ImageAxis> of(FitsImage image) {
        Cards cards = new Cards(image.header());
        long[] shape = image.shape().stream().mapToLong(Long::longValue).toArray();
        Optional<SpectralAxis> spectral = SpectralAxis.read(image.header(), shape);
        List<ImageAxis> axes = new ArrayList<>();
        for (int i = 0; i < shape.length; i++) {
            int axis = i;
            String type = cards.text("CTYPE" + (i + 1)).orElse("");
            String name = NAMES.getOrDefault(kind(cards, i), type.isEmpty() ? "Axis " + (i + 1) : type);
            axes.add(new Named(i, name, shape[i], cards, spectral.filter(s -> s.axis() == axis)));
        }
        return axes;
    }

    /** What stands before the hyphens of a CTYPE. */
    private static String kind(Cards cards, int axis) {
        return cards.text("CTYPE" + (axis + 1))
                .orElse("")
                .toUpperCase(Locale.ROOT)
                .split("-", 2)[0]
                .strip();
    }

    static boolean isSpectral(ImageAxis axis) {
        return axis instanceof Named named && named.spectral.isPresent();
    }

    /** As astronomers of that band say it: frequency for radio, wavelength for shorter waves; empty when it is none. */
    static String wavelength(double metres) {
        if (!(metres > 0) || Double.isInfinite(metres)) {
            return "";
        }
        double frequency = Light.frequency(metres);
        if (frequency < GIGA) {
            return String.format(Locale.ROOT, "%.4g MHz", frequency / 1e6);
        }
        if (frequency < 2000 * GIGA) {
            return String.format(Locale.ROOT, "%.4g GHz", frequency / GIGA);
        }
        return metres < 1e-6
                ? String.format(Locale.ROOT, "%.4g nm", metres * 1e9)
                : String.format(Locale.ROOT, "%.4g µm", metres * 1e6);
    }
}
