package org.volans.sky.internal.data;

import java.util.List;
import org.volans.api.geometry.Position;

/**
 * A radio source of the simulated sky: the truth, before any telescope looks at it.
 *
 * @param position   where a catalogue lists it, ICRS
 * @param components what it consists of
 * @param alpha      spectral index: flux density goes as frequency to this power
 */
record RadioSource(Position position, List<Component> components, double alpha) {

    /** Frequency in Hz of the components' flux densities. */
    static final double REFERENCE = 54e6;

    /** Full width at half maximum of a Gaussian in its standard deviations. */
    static final double FWHM = 2 * Math.sqrt(2 * Math.log(2));

    /**
     * An elliptical Gaussian.
     *
     * @param east  offset of its centre from the source's position in arcsec
     * @param north likewise
     * @param flux  flux density in Jy at {@link #REFERENCE}
     * @param major full width at half maximum in arcsec, without any beam; 0 for a point
     * @param minor likewise
     * @param angle position angle of the major axis in degrees, east of north
     */
    record Component(double east, double north, double flux, double major, double minor, double angle) {}

    RadioSource {
        components = List.copyOf(components);
    }

    /** Integrated flux density in Jy at {@link #REFERENCE}. */
    double flux() {
        return components.stream().mapToDouble(Component::flux).sum();
    }

    /** Factor from {@link #REFERENCE} to another frequency in Hz. */
    double scale(double frequency) {
        return Math.pow(frequency / REFERENCE, alpha);
    }

    /**
     * Brightness in Jy/beam at {@link #REFERENCE} as a circular beam sees it.
     *
     * @param east  offset from the source's position in arcsec
     * @param north likewise
     * @param beam  full width at half maximum in arcsec
     */
    double brightness(double east, double north, double beam) {
        double sum = 0;
        for (Component c : components) {
            Ellipse seen = Ellipse.seen(c, beam);
            sum += c.flux() * beam * beam / (seen.major() * seen.minor()) * seen.at(east - c.east(), north - c.north());
        }
        return sum;
    }

    /** The brightest point that a beam sees, in Jy/beam; components' centres are looked at. */
    double peak(double beam) {
        return components.stream()
                .mapToDouble(c -> brightness(c.east(), c.north(), beam))
                .max()
                .orElse(0);
    }

    /** The ellipse of the same second moments as the source seen with a beam. */
    Ellipse extent(double beam) {
        double total = flux();
        double east = components.stream().mapToDouble(c -> c.flux() * c.east()).sum() / total;
        double north =
                components.stream().mapToDouble(c -> c.flux() * c.north()).sum() / total;
        double ee = 0;
        double en = 0;
        double nn = 0;
        for (Component c : components) {
            double weight = c.flux() / total;
            double[] m = Ellipse.seen(c, beam).moments();
            ee += weight * (m[0] + (c.east() - east) * (c.east() - east));
            en += weight * (m[1] + (c.east() - east) * (c.north() - north));
            nn += weight * (m[2] + (c.north() - north) * (c.north() - north));
        }
        return Ellipse.ofMoments(ee, en, nn);
    }

    /**
     * An elliptical Gaussian of height 1.
     *
     * @param major full width at half maximum in arcsec
     * @param minor likewise
     * @param angle of the major axis in degrees, east of north
     */
    record Ellipse(double major, double minor, double angle) {

        /** What a circular beam makes of a component. */
        static Ellipse seen(Component c, double beam) {
            return new Ellipse(Math.hypot(c.major(), beam), Math.hypot(c.minor(), beam), c.angle());
        }

        static Ellipse ofMoments(double ee, double en, double nn) {
            double mean = (ee + nn) / 2;
            double half = Math.hypot((nn - ee) / 2, en);
            double angle = Math.toDegrees(Math.atan2(2 * en, nn - ee) / 2);
            return new Ellipse(FWHM * Math.sqrt(mean + half), FWHM * Math.sqrt(mean - half), (angle + 180) % 180);
        }

        /** Second moments east-east, east-north, north-north in arcsec squared. */
        double[] moments() {
            double sin = Math.sin(Math.toRadians(angle));
            double cos = Math.cos(Math.toRadians(angle));
            double a = major * major / (FWHM * FWHM);
            double b = minor * minor / (FWHM * FWHM);
            return new double[] {a * sin * sin + b * cos * cos, (a - b) * sin * cos, a * cos * cos + b * sin * sin};
        }

        double at(double east, double north) {
            double[] m = moments();
            double determinant = m[0] * m[2] - m[1] * m[1];
            double chi = (m[2] * east * east - 2 * m[1] * east * north + m[0] * north * north) / determinant;
            return Math.exp(-chi / 2);
        }
    }
}
