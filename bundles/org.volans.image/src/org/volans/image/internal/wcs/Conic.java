package org.volans.image.internal.wcs;

import java.util.function.DoubleUnaryOperator;

/**
 * The conic projections (paper II, section 5.4).
 *
 * @param theta0  middle latitude, {@code PVi_1} of the latitude axis
 * @param c       the constant of the cone
 * @param y0      y of the reference point below the apex
 * @param radius  from latitude to the radius about the apex
 * @param inverse from that radius to latitude; NaN where there is none
 */
record Conic(double theta0, double c, double y0, DoubleUnaryOperator radius, DoubleUnaryOperator inverse)
        implements Projection {

    /** Perspective. */
    static Conic cop(double a, double eta) {
        double cot = 1 / Math.tan(a);
        return new Conic(
                a,
                Math.sin(a),
                Math.cos(eta) * cot,
                t -> Math.abs(t - a) < Math.PI / 2 ? Math.cos(eta) * (cot - Math.tan(t - a)) : Double.NaN,
                r -> a + Math.atan(cot - r / Math.cos(eta)));
    }

    /** Equal area. */
    static Conic coe(double a, double eta) {
        double s1 = Math.sin(a - eta);
        double s2 = Math.sin(a + eta);
        double gamma = s1 + s2;
        DoubleUnaryOperator radius = t -> 2 / gamma * Math.sqrt(1 + s1 * s2 - gamma * Math.sin(t));
        return new Conic(
                a,
                gamma / 2,
                radius.applyAsDouble(a),
                radius,
                r -> asin(1 / gamma + s1 * s2 / gamma - gamma * r * r / 4));
    }

    /** Equidistant. */
    static Conic cod(double a, double eta) {
        double cot = eta == 0 ? 1 / Math.tan(a) : eta / Math.tan(eta) / Math.tan(a);
        return new Conic(
                a, eta == 0 ? Math.sin(a) : Math.sin(a) * Math.sin(eta) / eta, cot, t -> a - t + cot, r -> a + cot - r);
    }

    /** Orthomorphic. */
    static Conic coo(double a, double eta) {
        double t1 = half(a - eta);
        double t2 = half(a + eta);
        double cone = eta == 0 ? Math.sin(a) : Math.log(Math.cos(a + eta) / Math.cos(a - eta)) / Math.log(t2 / t1);
        double psi = Math.cos(a - eta) / (cone * Math.pow(t1, cone));
        DoubleUnaryOperator radius = t -> psi * Math.pow(half(t), cone);
        return new Conic(
                a,
                cone,
                radius.applyAsDouble(a),
                radius,
                r -> Math.PI / 2 - 2 * Math.atan(Math.pow(r / psi, 1 / cone)));
    }

    private static double half(double theta) {
        return Math.tan((Math.PI / 2 - theta) / 2);
    }

    private static double asin(double sine) {
        return Math.abs(sine) > 1 && Math.abs(sine) < 1 + 1e-12 ? Math.copySign(Math.PI / 2, sine) : Math.asin(sine);
    }

    @Override
    public boolean toNative(double x, double y, double[] out) {
        double dy = y0 - y;
        double r = Math.copySign(Math.hypot(x, dy), theta0);
        double theta = inverse.applyAsDouble(r);
        double phi = r == 0 ? 0 : Math.atan2(x / r, dy / r) / c;
        if (!(Math.abs(theta) <= Math.PI / 2 + 1e-13) || !(Math.abs(phi) <= Math.PI * (1 + 1e-12))) {
            return false;
        }
        out[0] = phi;
        out[1] = theta;
        return true;
    }

    @Override
    public boolean toPlane(double phi, double theta, double[] out) {
        double r = radius.applyAsDouble(theta);
        if (!Double.isFinite(r)) {
            return false;
        }
        out[0] = r * Math.sin(c * phi);
        out[1] = y0 - r * Math.cos(c * phi);
        return true;
    }
}
