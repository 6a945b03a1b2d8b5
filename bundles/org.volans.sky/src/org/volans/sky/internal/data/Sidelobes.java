package org.volans.sky.internal.data;

/**
 * The rings and spokes round bright sources that direction-dependent calibration errors leave in low-frequency images.
 * They vanish at the source itself, so that its brightness stays what the catalogue says.
 */
final class Sidelobes {

    private static final double STRENGTH = 0.011;
    private static final double DECAY = 8;
    private static final double FAINTEST = 0.25;

    private final ImageSpec spec;
    private final double beam;

    Sidelobes(ImageSpec spec) {
        this.spec = spec;
        beam = spec.beam() / spec.pixel();
    }

    /**
     * Adds the pattern of a source.
     *
     * @param x    FITS pixel coordinates of the source
     * @param peak its brightness in Jy/beam
     */
    void paint(ImageWriter.Strip strip, double x, double y, double peak) {
        double strength = STRENGTH * peak;
        double ratio = strength / (FAINTEST * spec.noise());
        if (ratio <= 1) {
            return;
        }
        // the pattern depends on where the source is, as the ionosphere's state does
        double phase = x * 0.37 + y * 0.91;
        strip.forEach(x, y, beam * DECAY * Math.log(ratio), spec.size(), (dx, dy) -> {
            double u = Math.hypot(dx, dy) / beam;
            double angle = Math.atan2(dy, dx);
            double envelope = u * u / (u * u + 3) * Math.exp(-u / DECAY);
            double spokes = 0.6 * Math.cos(5 * angle + phase + 0.25 * u) + 0.4 * Math.cos(11 * angle - phase);
            double rings = 0.65 + 0.35 * Math.cos(2 * Math.PI * u / 2.3);
            return strength * envelope * (spokes * rings - 0.12);
        });
    }
}
