package org.volans.image.internal.wcs;

import java.util.Optional;

/**
 * The Simple Imaging Polynomial on pixel offsets from CRPIX (Shupe et al. 2005, ASP Conf. Ser. 347, 491). The inverse
 * coefficients AP, BP are fits to the forward ones and are not used.
 */
final class Sip implements Distortion {

    private final double[][] a;
    private final double[][] b;

    private Sip(double[][] a, double[][] b) {
        this.a = a;
        this.b = b;
    }

    /** The polynomial of a header, when it has one. */
    static Optional<Distortion> read(Cards cards) throws WcsProblem {
        if (!cards.has("A_ORDER") && !cards.has("B_ORDER")) {
            return Optional.empty();
        }
        return Optional.of(new Sip(coefficients(cards, "A"), coefficients(cards, "B")));
    }

    private static double[][] coefficients(Cards cards, String name) throws WcsProblem {
        double wanted = cards.number(name + "_ORDER", 0);
        if (!(wanted >= 0 && wanted <= 9)) {
            throw new WcsProblem(name + "_ORDER of the SIP distortion is " + wanted + ", not 0 to 9");
        }
        int order = (int) wanted;
        double[][] c = new double[order + 1][];
        for (int p = 0; p <= order; p++) {
            c[p] = new double[order - p + 1];
            for (int q = 0; p + q <= order; q++) {
                c[p][q] = cards.number(name + "_" + p + "_" + q, 0);
            }
        }
        return c;
    }

    private static double value(double[][] c, double u, double v) {
        double sum = 0;
        for (int p = c.length - 1; p >= 0; p--) {
            double inner = 0;
            for (int q = c[p].length - 1; q >= 0; q--) {
                inner = inner * v + c[p][q];
            }
            sum = sum * u + inner;
        }
        return sum;
    }

    @Override
    public void apply(double[] pair) {
        double u = pair[0];
        double v = pair[1];
        pair[0] = u + value(a, u, v);
        pair[1] = v + value(b, u, v);
    }
}
