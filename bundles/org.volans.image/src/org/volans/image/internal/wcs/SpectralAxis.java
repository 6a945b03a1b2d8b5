package org.volans.image.internal.wcs;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.volans.api.geometry.Interval;
import org.volans.api.spectral.Light;

/**
 * The spectral axis of a cube in wavelengths: linear in its quantity, logarithmic, or linear in another (FITS WCS paper
 * III). Immutable.
 */
public final class SpectralAxis {

    private static final Map<String, Double> UNITS = Map.ofEntries(
            Map.entry("hz", 1.0),
            Map.entry("khz", 1e3),
            Map.entry("mhz", 1e6),
            Map.entry("ghz", 1e9),
            Map.entry("thz", 1e12),
            Map.entry("m", 1.0),
            Map.entry("cm", 1e-2),
            Map.entry("mm", 1e-3),
            Map.entry("um", 1e-6),
            Map.entry("micron", 1e-6),
            Map.entry("nm", 1e-9),
            Map.entry("angstrom", 1e-10),
            Map.entry("a", 1e-10),
            Map.entry("m/s", 1.0),
            Map.entry("m s-1", 1.0),
            Map.entry("km/s", 1e3),
            Map.entry("km s-1", 1e3),
            Map.entry("m-1", 1.0),
            Map.entry("/m", 1.0),
            Map.entry("1/m", 1.0),
            Map.entry("cm-1", 100.0),
            Map.entry("/cm", 100.0),
            Map.entry("1/cm", 100.0),
            Map.entry("j", 1.0),
            Map.entry("erg", 1e-7),
            Map.entry("ev", Light.ELECTRONVOLT),
            Map.entry("kev", 1e3 * Light.ELECTRONVOLT),
            Map.entry("mev", 1e6 * Light.ELECTRONVOLT));

    private final int axis;
    private final long length;
    private final double crpix;
    private final double crval;
    private final double step;
    private final SpectralKind kind;
    private final char along;
    private final double rest;

    private SpectralAxis(int axis, long length, double[] line, SpectralKind kind, char along, double rest) {
        this.axis = axis;
        this.length = length;
        this.crpix = line[0];
        this.crval = line[1];
        this.step = line[2];
        this.kind = kind;
        this.along = along;
        this.rest = rest;
    }

    /** The spectral axis of a header; empty when there is none, or none whose wavelengths can be told. */
    public static Optional<SpectralAxis> read(Map<String, String> header, long[] shape) {
        Cards cards = new Cards(header);
        for (int i = 0; i < shape.length; i++) {
            String type = cards.text("CTYPE" + (i + 1)).orElse("").toUpperCase(Locale.ROOT);
            Optional<SpectralAxis> found = type.length() < 4 ? Optional.empty() : read(cards, i, shape[i], type);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<SpectralAxis> read(Cards cards, int i, long length, String type) {
        String name = type.substring(0, 4);
        String algorithm = type.length() > 5 ? type.substring(5).strip() : "";
        if (name.equals("FELO")) {
            name = "VOPT";
            algorithm = "F2W";
        } else if (name.equals("VELO") && !algorithm.isEmpty()) {
            // AIPS: the velocity's kind is in VELREF (Greisen's memo 114)
            name = cards.find("VELREF").orElse(257) > 256 ? "VRAD" : "VOPT";
        }
        Optional<SpectralKind> kind = SpectralKind.of(name);
        char along = along(algorithm);
        Double unit = UNITS.get(
                cards.text("CUNIT" + (i + 1)).orElse(defaultUnit(name)).toLowerCase(Locale.ROOT));
        double rest = rest(cards).orElse(Double.NaN);
        if (kind.isEmpty() || along == '?' || unit == null || kind.get().needsRest() && Double.isNaN(rest)) {
            return Optional.empty();
        }
        try {
            LinearAxes linear = LinearAxes.read(cards);
            double crval = cards.find("CRVAL" + (i + 1)).orElse(0) * unit;
            double[] line = {linear.crpix(i), crval, linear.element(i, i) * unit};
            return Optional.of(new SpectralAxis(i, length, line, kind.get(), along, rest));
        } catch (LinearAxes.LinearProblem e) {
            // the celestial part reports unreadable CRPIX, CD or PC cards; without them there is no band either
            return Optional.empty();
        }
    }

    private static String defaultUnit(String name) {
        return switch (name) {
            case "FREQ" -> "Hz";
            case "ENER" -> "J";
            case "WAVN" -> "/m";
            default -> "m";
        };
    }

    /** What the axis is linear in: itself (' '), its logarithm, frequency, wavelength, air wavelength, velocity; else '?'. */
    private static char along(String algorithm) {
        if (algorithm.equals("LOG")) {
            return 'L';
        }
        if (algorithm.matches("[FWAV]2[FWAV]")) {
            return algorithm.charAt(0);
        }
        return algorithm.matches("TAB|GRI|GRA") ? '?' : ' ';
    }

    /** Rest wavelength in metres from RESTFRQ, RESTFREQ or RESTWAV. */
    private static OptionalDouble rest(Cards cards) {
        for (String key : new String[] {"RESTFRQ", "RESTFREQ"}) {
            double frequency = cards.find(key).orElse(0);
            if (frequency > 0) {
                return OptionalDouble.of(Light.SPEED / frequency);
            }
        }
        double wavelength = cards.find("RESTWAV").orElse(0);
        return wavelength > 0 ? OptionalDouble.of(wavelength) : OptionalDouble.empty();
    }

    /** The wavelength of a header that has no spectral axis but names its frequency. */
    public static Optional<Interval> single(Map<String, String> header) {
        OptionalDouble rest = rest(new Cards(header));
        return rest.isEmpty() ? Optional.empty() : Optional.of(new Interval(rest.getAsDouble(), rest.getAsDouble()));
    }

    /** 0-based number of the axis. */
    public int axis() {
        return axis;
    }

    /** Wavelength in metres at a pixel coordinate; NaN where there is none. */
    public double wavelength(double pixel) {
        double w = (pixel - crpix) * step;
        if (along == 'L') {
            return kind.wavelength(crval * Math.exp(w / crval), rest);
        }
        if (along == ' ') {
            return kind.wavelength(crval + w, rest);
        }
        double reference = kind.wavelength(crval, rest);
        double slope = slope(kind.scale(crval) * 1e-4);
        return fromLinear(linear(reference) + slope * w);
    }

    /** Derivative at the reference value by differences of fourth order. */
    private double slope(double h) {
        double near = linear(kind.wavelength(crval + h, rest)) - linear(kind.wavelength(crval - h, rest));
        double far = linear(kind.wavelength(crval + 2 * h, rest)) - linear(kind.wavelength(crval - 2 * h, rest));
        return (8 * near - far) / (12 * h);
    }

    private double linear(double wavelength) {
        return switch (along) {
            case 'F' -> Light.SPEED / wavelength;
            case 'V' -> {
                double q = wavelength / rest * (wavelength / rest);
                yield Light.SPEED * (q - 1) / (q + 1);
            }
            default -> wavelength;
        };
    }

    private double fromLinear(double x) {
        return switch (along) {
            case 'F' -> Light.SPEED / x;
            case 'V' -> SpectralKind.VELO.wavelength(x, rest);
            default -> x;
        };
    }

    /** Wavelengths that a run of planes covers, from edge to edge; planes are 1-based. */
    public Optional<Interval> band(long from, long to) {
        double a = wavelength(from - 0.5);
        double b = wavelength(to + 0.5);
        boolean usable = a > 0 && b > 0 && Double.isFinite(a) && Double.isFinite(b);
        return usable ? Optional.of(new Interval(Math.min(a, b), Math.max(a, b))) : Optional.empty();
    }

    /** Wavelengths of the whole axis. */
    public Optional<Interval> band() {
        return band(1, length);
    }

    /** First and last plane (1-based) that share a wavelength with the band; empty when none does. */
    public Optional<long[]> planes(Interval band) {
        long first = 0;
        long last = 0;
        for (long plane = 1; plane <= length; plane++) {
            Optional<Interval> own = band(plane, plane);
            if (own.isPresent() && overlaps(own.get(), band)) {
                first = first == 0 ? plane : first;
                last = plane;
            }
        }
        return first == 0 ? Optional.empty() : Optional.of(new long[] {first, last});
    }

    /** Planes that only touch with their edge are left out, unless the band is a single wavelength. */
    private static boolean overlaps(Interval plane, Interval band) {
        if (plane.low() == plane.high() || band.low() == band.high()) {
            return plane.intersects(band);
        }
        double slack = 1e-9 * (plane.high() - plane.low());
        return plane.low() + slack < band.high() && band.low() < plane.high() - slack;
    }
}
