package org.volans.image.internal.wcs;

import java.util.Optional;

/**
 * The TPV polynomial on projected plane coordinates in degrees (registry of FITS conventions, "TPV"; also written as TAN
 * with PV cards by SCAMP).
 */
final class Tpv implements Distortion {

    private static final int TERMS = 40;

    private final double[] lon;
    private final double[] lat;

    private Tpv(double[] lon, double[] lat) {
        this.lon = lon;
        this.lat = lat;
    }

    /** The polynomial of TPV, or of TAN with cards that only the polynomial can mean. */
    static Optional<Distortion> read(Cards cards, String projection, int lon, int lat) throws WcsProblem {
        boolean scamp = projection.equals("TAN") && (any(cards, lat, 0) || any(cards, lon, 5));
        if (!projection.equals("TPV") && !scamp) {
            return Optional.empty();
        }
        return Optional.of(new Tpv(coefficients(cards, lon), coefficients(cards, lat)));
    }

    private static boolean any(Cards cards, int axis, int from) {
        for (int m = from; m < TERMS; m++) {
            if (cards.has("PV" + (axis + 1) + "_" + m)) {
                return true;
            }
        }
        return false;
    }

    private static double[] coefficients(Cards cards, int axis) throws WcsProblem {
        double[] c = new double[TERMS];
        for (int m = 0; m < TERMS; m++) {
            c[m] = cards.number("PV" + (axis + 1) + "_" + m, m == 1 ? 1 : 0);
        }
        return c;
    }

    /** Terms in the convention's order: all of one degree by falling powers of x, then odd powers of r. */
    private static double value(double[] c, double x, double y) {
        double r = Math.hypot(x, y);
        double sum = c[0];
        int m = 1;
        for (int degree = 1; degree <= 7; degree++) {
            for (int q = 0; q <= degree; q++) {
                sum += c[m++] * power(x, degree - q) * power(y, q);
            }
            if (degree % 2 == 1) {
                sum += c[m++] * power(r, degree);
            }
        }
        return sum;
    }

    private static double power(double base, int exponent) {
        double product = 1;
        for (int i = 0; i < exponent; i++) {
            product *= base;
        }
        return product;
    }

    @Override
    public void apply(double[] pair) {
        double x = pair[0];
        double y = pair[1];
        pair[0] = value(lon, x, y);
        pair[1] = value(lat, y, x);
    }
}
