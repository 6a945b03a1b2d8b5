package org.volans.image.internal.wcs;

import java.util.function.DoubleUnaryOperator;

/**
 * The cylindrical projections: x grows with native longitude alone (paper II, section 5.2).
 *
 * @param scale   x per radian of longitude
 * @param height  from latitude to y
 * @param inverse from y to latitude; NaN where there is none
 */
record Cylindrical(double scale, DoubleUnaryOperator height, DoubleUnaryOperator inverse) implements Projection {

    /** Images may run past a full turn (the usual whole-sky map does, by half a pixel), by at most one more. */
    private static final double FARTHEST = 3 * Math.PI;

    /** Plate carrée. */
    static Cylindrical car() {
        return new Cylindrical(1, t -> t, y -> y);
    }

    /** Mercator. */
    static Cylindrical mer() {
        return new Cylindrical(
                1,
                t -> Math.abs(t) < Math.PI / 2 ? Math.log(Math.tan((Math.PI / 2 + t) / 2)) : Double.NaN,
                y -> 2 * Math.atan(Math.exp(y)) - Math.PI / 2);
    }

    /** Cylindrical equal area; lambda is {@code PVi_1} of the latitude axis. */
    static Cylindrical cea(double lambda) {
        return new Cylindrical(1, t -> Math.sin(t) / lambda, y -> asin(y * lambda));
    }

    /** Cylindrical perspective; mu and lambda are {@code PVi_1} and {@code PVi_2} of the latitude axis. */
    static Cylindrical cyp(double mu, double lambda) {
        return new Cylindrical(lambda, t -> (mu + lambda) * Math.sin(t) / (mu + Math.cos(t)), y -> {
            double e = y / (mu + lambda);
            return Math.atan2(e, 1) + asin(e * mu / Math.sqrt(e * e + 1));
        });
    }

    private static double asin(double sine) {
        return Math.abs(sine) > 1 && Math.abs(sine) < 1 + 1e-13 ? Math.copySign(Math.PI / 2, sine) : Math.asin(sine);
    }

    @Override
    public double theta0() {
        return 0;
    }

    @Override
    public boolean toNative(double x, double y, double[] out) {
        double theta = inverse.applyAsDouble(y);
        double phi = x / scale;
        if (!(Math.abs(theta) <= Math.PI / 2 + 1e-14) || !(Math.abs(phi) <= FARTHEST)) {
            return false;
        }
        out[0] = phi;
        out[1] = theta;
        return true;
    }

    @Override
    public boolean toPlane(double phi, double theta, double[] out) {
        double y = height.applyAsDouble(theta);
        if (!Double.isFinite(y)) {
            return false;
        }
        out[0] = phi * scale;
        out[1] = y;
        return true;
    }

    @Override
    public boolean repeats() {
        return true;
    }
}
