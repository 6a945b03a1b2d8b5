package org.volans.image.internal.wcs;

/**
 * From pixels to intermediate world coordinates (Greisen and Calabretta 2002, A&amp;A 395, 1061: "paper I"): CD, or PC with
 * CDELT, or CDELT with the old CROTA. Immutable.
 */
public final class LinearAxes {

    private final double[] crpix;
    private final double[][] matrix;

    private LinearAxes(double[] crpix, double[][] matrix) {
        this.crpix = crpix;
        this.matrix = matrix;
    }

    /** Reads the linear part for all axes; units stay as in the header. */
    static LinearAxes read(Cards cards, int lon, int lat) throws WcsProblem {
        int n = cards.axes();
        double[] crpix = new double[n];
        for (int i = 0; i < n; i++) {
            crpix[i] = cards.number("CRPIX" + (i + 1), 0);
        }
        double[][] matrix = new double[n][n];
        boolean cd = anyOf(cards, "CD", n);
        boolean pc = !cd && (anyOf(cards, "PC", n) || cards.has("PC001001"));
        for (int i = 0; i < n; i++) {
            double delta = cards.number("CDELT" + (i + 1), 1);
            for (int j = 0; j < n; j++) {
                double unit = i == j ? 1 : 0;
                matrix[i][j] =
                        cd ? element(cards, "CD", i, j, 0) : delta * (pc ? element(cards, "PC", i, j, unit) : unit);
            }
            completeRow(cards, matrix, i, cd);
        }
        if (!cd && !pc && lon >= 0 && lat >= 0) {
            rotate(cards, matrix, lon, lat);
        }
        return new LinearAxes(crpix, matrix);
    }

    /** For spectral axes alone, whose header may have unusable celestial cards. */
    public static LinearAxes read(Cards cards) throws LinearProblem {
        try {
            return read(cards, -1, -1);
        } catch (WcsProblem e) {
            throw new LinearProblem(e.sentence(), e);
        }
    }

    /** Why the linear part cannot be read. */
    public static final class LinearProblem extends Exception {
        private static final long serialVersionUID = 1L;

        LinearProblem(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** Many cubes give CD for the sky axes and CDELT for the others. */
    private static void completeRow(Cards cards, double[][] matrix, int i, boolean cd) throws WcsProblem {
        if (!cd) {
            return;
        }
        for (double element : matrix[i]) {
            if (element != 0) {
                return;
            }
        }
        matrix[i][i] = cards.number("CDELT" + (i + 1), 1);
    }

    private static boolean anyOf(Cards cards, String name, int n) {
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j <= n; j++) {
                if (cards.has(name + i + "_" + j)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double element(Cards cards, String name, int i, int j, double otherwise) throws WcsProblem {
        String old = String.format("%s%03d%03d", name, i + 1, j + 1);
        return cards.number(name + (i + 1) + "_" + (j + 1), cards.number(old, otherwise));
    }

    /** CROTA stands on the latitude axis (paper I, section 6.1; Hanisch et al. 2001 for its sense). */
    private static void rotate(Cards cards, double[][] matrix, int lon, int lat) throws WcsProblem {
        double angle = cards.number("CROTA" + (lat + 1), cards.number("CROTA" + (lon + 1), 0));
        if (angle == 0) {
            return;
        }
        double c = Math.cos(Math.toRadians(angle));
        double s = Math.sin(Math.toRadians(angle));
        double dLon = matrix[lon][lon];
        double dLat = matrix[lat][lat];
        matrix[lon][lon] = dLon * c;
        matrix[lon][lat] = -dLat * s;
        matrix[lat][lon] = dLon * s;
        matrix[lat][lat] = dLat * c;
    }

    /** CRPIX of a 0-based pixel axis. */
    public double crpix(int axis) {
        return crpix[axis];
    }

    /** World units of 0-based world axis {@code i} per pixel along pixel axis {@code j}. */
    public double element(int i, int j) {
        return matrix[i][j];
    }
}
