package org.volans.sky.internal.data;

import java.util.List;
import uk.ac.starlink.table.StarTable;

/** Two other catalogues of the field, which a search for SDSS12 must tell apart: all rows are simulated. */
final class DecoyTables {

    private static final int TWOMASS_ROWS = 9_000;
    private static final int PANSTARRS_ROWS = 15_000;

    private DecoyTables() {}

    /** {@code II/246/out}: near-infrared, Vega magnitudes. */
    static StarTable twoMass() {
        int rows = TWOMASS_ROWS;
        SeededRandom random = new SeededRandom(2003);
        Field field = field();
        double[][] at = new double[2][rows];
        String[] names = new String[rows];
        float[][] values = new float[6][rows];
        String[] flags = new String[rows];
        for (int row = 0; row < rows; row++) {
            place(at, row, field.draw(random));
            names[row] = Names.designation(at[0][row], at[1][row], 2, 1).replace(".", "");
            double j = 16.4 + Math.log10(random.uniform() * (1 - 1e-3) + 1e-3) / 0.3;
            double jh = Math.clamp(0.5 + 0.18 * random.normal(), 0.1, 1.1);
            double hk = 0.02 + 0.25 * jh + 0.05 * random.normal();
            StringBuilder flag = new StringBuilder();
            double[] truth = {j, j - jh, j - jh - hk};
            double[] limit = {16.3, 15.6, 14.9};
            for (int band = 0; band < 3; band++) {
                double sigma = 0.02 + 0.1 * Math.pow(10, 0.4 * (truth[band] - limit[band]));
                values[2 * band][row] = round(truth[band] + sigma * random.normal());
                values[2 * band + 1][row] = round(sigma);
                flag.append(sigma < 0.11 ? 'A' : sigma < 0.16 ? 'B' : sigma < 0.22 ? 'C' : 'D');
            }
            flags[row] = flag.toString();
        }
        return Columns.of("twomass")
                .table(
                        "II/246/out",
                        rows,
                        List.of(
                                at[0], at[1], names, values[0], values[1], values[2], values[3], values[4], values[5],
                                flags));
    }

    /** {@code II/349/ps1}: optical, AB magnitudes, of another survey. */
    static StarTable panStarrs() {
        int rows = PANSTARRS_ROWS;
        SeededRandom random = new SeededRandom(2016);
        Field field = field();
        double[][] at = new double[2][rows];
        long[] identifiers = new long[rows];
        short[] detections = new short[rows];
        float[][] values = new float[10][rows];
        double[] limit = {22.3, 22.2, 22.1, 21.3, 20.3};
        for (int row = 0; row < rows; row++) {
            place(at, row, field.draw(random));
            // the survey's own rule: declination zone, then right ascension, then a running number
            identifiers[row] = (long) ((at[1][row] + 90) * 120) * 10_000_000_000_000L
                    + (long) (at[0][row] * 1e6) * 10_000L
                    + random.below(10_000);
            detections[row] = (short) (5 + random.below(90));
            double r = 21.5 + Math.log10(random.uniform() * (1 - 1e-3) + 1e-3) / 0.3;
            double[] c = SimulatedColours.star(random);
            double[] truth = {r + c[1], r, r - c[2], r - c[2] - c[3], r - c[2] - 1.5 * c[3]};
            for (int band = 0; band < 5; band++) {
                double sigma = 0.005 + 0.15 * Math.pow(10, 0.4 * (truth[band] - limit[band]));
                values[2 * band][row] = round(truth[band] + Math.min(sigma, 0.5) * random.normal());
                values[2 * band + 1][row] = round(sigma);
            }
        }
        return Columns.of("panstarrs")
                .table(
                        "II/349/ps1",
                        rows,
                        List.of(
                                at[0],
                                at[1],
                                identifiers,
                                detections,
                                values[0],
                                values[1],
                                values[2],
                                values[3],
                                values[4],
                                values[5],
                                values[6],
                                values[7],
                                values[8],
                                values[9]));
    }

    private static Field field() {
        return new Field(236, 243, 45, 49.5, List.of(), 0);
    }

    private static void place(double[][] at, int row, double[] position) {
        at[0][row] = Math.rint(position[0] * 1e6) / 1e6;
        at[1][row] = Math.rint(position[1] * 1e6) / 1e6;
    }

    private static float round(double value) {
        return (float) (Math.rint(value * 1e3) / 1e3);
    }
}
