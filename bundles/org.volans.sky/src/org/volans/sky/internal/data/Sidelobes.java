package org.volans.sky.internal.data;

/**
 * The rings and spokes round bright sources that direction-dependent calibration errors leave in low-frequency images.
 * They vanish at the source itself, so that its brightness stays what the catalogue says.
 */
final class Sidelobes {

    private static final double STRENGTH = 0.007;
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
            // several numbers of spokes that turn against each other make no regular flower
            double spokes = 0.45 * Math.cos(3 * angle + phase + 0.3 * u)
                    + 0.35 * Math.cos(7 * angle - 1.7 * phase - 0.5 * u)
                    + 0.35 * Math.cos(13 * angle + 2.9 * phase + 0.2 * u);
            double rings = 0.6 + 0.4 * Math.cos(2 * Math.PI * u / 2.3 + 2 * angle + phase);
            return strength * envelope * (spokes * rings - 0.1);
        });
    }
}
