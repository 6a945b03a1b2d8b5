package org.volans.sky.internal.data;

/** Colours (u-g, g-r, r-i, i-z in AB magnitudes) of stars and galaxies, as they lie in SDSS's colour planes. */
final class SimulatedColours {

    private SimulatedColours() {}

    /** A star of the main sequence: everything follows from g-r (the shape of the locus as in Covey et al. 2007). */
    static double[] star(SeededRandom random) {
        double gr = random.uniform() < 0.55
                ? Math.clamp(0.45 + 0.18 * random.normal(), 0.15, 1.2)
                : Math.clamp(1.38 + 0.07 * random.normal(), 1.1, 1.6);
        double ug = gr < 1.2 ? 0.65 + 1.75 * gr - 0.25 * gr * gr : 2.45 + 0.1 * random.normal();
        // on the M-dwarf branch g-r stays and r-i grows
        double ri = gr < 1.2 ? 0.02 + 0.38 * gr : random.uniform(0.55, 1.7);
        return new double[] {ug + 0.04 * random.normal(), gr, ri + 0.02 * random.normal(), 0.55 * ri};
    }

    /** A galaxy of the red sequence or the blue cloud at a redshift. */
    static double[] galaxy(double z, SeededRandom random) {
        double shift = Math.min(z, 0.6);
        return random.uniform() < 0.45
                ? new double[] {
                    1.75 + 0.12 * random.normal(),
                    0.72 + 1.6 * shift + 0.05 * random.normal(),
                    0.37 + 0.5 * shift + 0.03 * random.normal(),
                    0.30 + 0.1 * shift + 0.03 * random.normal()
                }
                : new double[] {
                    1.15 + 0.2 * random.normal(),
                    0.45 + 0.7 * shift + 0.12 * random.normal(),
                    0.22 + 0.3 * shift + 0.07 * random.normal(),
                    0.12 + 0.1 * shift + 0.06 * random.normal()
                };
    }
}
