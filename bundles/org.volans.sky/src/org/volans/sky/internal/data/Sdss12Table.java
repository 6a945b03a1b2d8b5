package org.volans.sky.internal.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.ac.starlink.table.StarTable;

/**
 * {@code V/147/sdss12} in the tutorial's field: the 23 published rows with their published figures and nothing else, and
 * 100,000 simulated ones at least 10 arcsec away from the 19 positions.
 */
final class Sdss12Table {

    static final int SIMULATED = 100_000;
    private static final double CLEAR = 10.0 / 3600;
    private static final long SEED = 20151204;
    /** Magnitude at which the error is 0.2 mag, of u, g, r, i, z (York et al. 2000). */
    private static final double[] LIMIT = {22.0, 22.2, 22.2, 21.3, 20.5};

    private final int rows;
    private final double[] ra;
    private final double[] dec;
    private final float[] errorRa;
    private final float[] errorDec;
    private final Short[] mode;
    private final String[] clean;
    private final Short[] type;
    private final String[] name;
    private final String[] shared;
    private final double[] date;
    private final Short[] quality;
    private final float[][] magnitude;
    private final float[][] error;
    private final float[] redshift;
    private final float[] redshiftError;
    private final float[] photometricRedshift;

    private Sdss12Table(int rows) {
        this.rows = rows;
        ra = new double[rows];
        dec = new double[rows];
        errorRa = nothing();
        errorDec = nothing();
        mode = new Short[rows];
        clean = new String[rows];
        type = new Short[rows];
        name = new String[rows];
        shared = new String[rows];
        date = new double[rows];
        Arrays.fill(date, Double.NaN);
        quality = new Short[rows];
        magnitude = new float[][] {nothing(), nothing(), nothing(), nothing(), nothing()};
        error = new float[][] {nothing(), nothing(), nothing(), nothing(), nothing()};
        redshift = nothing();
        redshiftError = nothing();
        photometricRedshift = nothing();
    }

    static StarTable make() {
        List<TutorialTables.Published> real = TutorialTables.published();
        Sdss12Table table = new Sdss12Table(real.size() + SIMULATED);
        for (int row = 0; row < real.size(); row++) {
            table.publish(row, real.get(row));
        }
        Field field = new Field(236, 243, 45, 49.5, TutorialTables.positions(), CLEAR);
        SeededRandom random = new SeededRandom(SEED);
        for (int row = real.size(); row < table.rows; row++) {
            table.simulate(row, field, random);
        }
        table.markShared();
        return table.table();
    }

    private void publish(int row, TutorialTables.Published object) {
        name[row] = object.name();
        ra[row] = object.position().ra();
        dec[row] = object.position().dec();
        mode[row] = 1;
        magnitude[0][row] = object.u();
        magnitude[1][row] = object.g();
        magnitude[2][row] = object.r();
        magnitude[3][row] = object.i();
    }

    private void simulate(int row, Field field, SeededRandom random) {
        double[] at = field.draw(random);
        ra[row] = Math.rint(at[0] * 1e6) / 1e6;
        dec[row] = Math.rint(at[1] * 1e6) / 1e6;
        name[row] = "J" + Names.designation(ra[row], dec[row], 2, 1);
        mode[row] = (short) (random.uniform() < 0.92 ? 1 : 2);
        clean[row] = random.uniform() < 0.85 ? "+" : null;
        date[row] = Math.rint(random.uniform(2001.2, 2004.5) * 1e4) / 1e4;
        quality[row] = (short) (random.uniform() < 0.9 ? 3 : 2);
        // number counts rise as 10^(0.3 m) up to r = 22.8
        double r = 22.8 + Math.log10(random.uniform() * (1 - 1e-3) + 1e-3) / 0.3;
        boolean star = random.uniform() < Math.clamp(0.85 - 0.13 * (r - 16), 0.15, 0.85);
        type[row] = (short) (star ? 6 : 3);
        double z = star ? 0 : redshift(r, random);
        observe(row, r, star ? SimulatedColours.star(random) : SimulatedColours.galaxy(z, random), random);
        errorRa[row] = errorDec[row] = (float) (0.02 + 0.1 * error[2][row]);
        if (!star) {
            redshifts(row, r, z, random);
        }
    }

    private static double redshift(double r, SeededRandom random) {
        return 0.03 + 0.09 * Math.pow(10, 0.12 * (r - 17)) * (0.5 + random.uniform());
    }

    private void redshifts(int row, double r, double z, SeededRandom random) {
        photometricRedshift[row] = (float) Math.abs(z + 0.03 * random.normal());
        if (r < 17.8) {
            redshift[row] = (float) z;
            redshiftError[row] = (float) random.uniform(1e-5, 3e-5);
        }
    }

    /** Adds noise to the true magnitudes; rounds as the catalogue does. */
    private void observe(int row, double r, double[] colours, SeededRandom random) {
        double[] truth = {
            r + colours[1] + colours[0], r + colours[1], r, r - colours[2], r - colours[2] - colours[3],
        };
        for (int band = 0; band < truth.length; band++) {
            double sigma = Math.min(2, 0.008 + 0.2 * Math.pow(10, 0.4 * (truth[band] - LIMIT[band])));
            magnitude[band][row] = round(truth[band] + Math.min(sigma, 0.6) * random.normal());
            error[band][row] = round(sigma);
        }
    }

    private void markShared() {
        Set<String> seen = new HashSet<>(2 * rows);
        Set<String> twice = new HashSet<>();
        for (String one : name) {
            if (!seen.add(one)) {
                twice.add(one);
            }
        }
        for (int row = 0; row < rows; row++) {
            shared[row] = twice.contains(name[row]) ? "*" : null;
        }
    }

    private StarTable table() {
        return Columns.of("sdss12")
                .table(
                        "V/147/sdss12",
                        rows,
                        List.of(
                                ra,
                                dec,
                                errorRa,
                                errorDec,
                                mode,
                                clean,
                                type,
                                name,
                                shared,
                                date,
                                quality,
                                magnitude[0],
                                error[0],
                                magnitude[1],
                                error[1],
                                magnitude[2],
                                error[2],
                                magnitude[3],
                                error[3],
                                magnitude[4],
                                error[4],
                                redshift,
                                redshiftError,
                                photometricRedshift));
    }

    private float[] nothing() {
        float[] values = new float[rows];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    private static float round(double value) {
        return (float) (Math.rint(value * 1e3) / 1e3);
    }
}
