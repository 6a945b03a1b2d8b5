package org.volans.image.internal.wcs;

import java.util.Optional;

/** ZPN, the radius as a polynomial of the distance to the pole (paper II, section 5.1.7). */
final class ZenithalPolynomial implements Projection {

    private final double[] coefficients;
    private final double limit;

    private ZenithalPolynomial(double[] coefficients, double limit) {
        this.coefficients = coefficients;
        this.limit = limit;
    }

    /**
     * @param coefficients {@code PVi_0}, {@code PVi_1}, … of the latitude axis
     * @return empty when no radius grows with the distance, so that nothing can be shown
     */
    static Optional<Projection> of(double[] coefficients) {
        ZenithalPolynomial whole = new ZenithalPolynomial(coefficients.clone(), Math.PI);
        if (!(whole.slope(0) > 0)) {
            return Optional.empty();
        }
        return Optional.of(new ZenithalPolynomial(whole.coefficients, whole.turning()));
    }

    private double radius(double z) {
        double sum = 0;
        for (int m = coefficients.length - 1; m >= 0; m--) {
            sum = sum * z + coefficients[m];
        }
        return sum;
    }

    private double slope(double z) {
        double sum = 0;
        for (int m = coefficients.length - 1; m >= 1; m--) {
            sum = sum * z + m * coefficients[m];
        }
        return sum;
    }

    /** Where the radius stops growing: beyond it two rings of sky share one ring of the plane. */
    private double turning() {
        double step = Math.PI / 180;
        double z = 0;
        while (z < Math.PI && slope(z + step) > 0) {
            z += step;
        }
        if (z >= Math.PI) {
            return Math.PI;
        }
        double low = z;
        double high = z + step;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (slope(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public double theta0() {
        return Math.PI / 2;
    }

    @Override
    public boolean toNative(double x, double y, double[] out) {
        double r = Math.hypot(x, y);
        if (r < radius(0) || r > radius(limit)) {
            return false;
        }
        out[0] = r == 0 ? 0 : Math.atan2(x, -y);
        out[1] = Math.PI / 2 - solve(r);
        return true;
    }

    /** Newton's steps, kept inside a bracket that halves where they leave it. */
    private double solve(double r) {
        double low = 0;
        double high = limit;
        double z = Math.min(limit, (r - radius(0)) / slope(0));
        for (int i = 0; i < 100 && high - low > 0; i++) {
            double f = radius(z) - r;
            if (f == 0) {
                break;
            }
            if (f > 0) {
                high = z;
            } else {
                low = z;
            }
            double next = z - f / slope(z);
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (next == z) {
                break;
            }
            z = next;
        }
        return z;
    }

    @Override
    public boolean toPlane(double phi, double theta, double[] out) {
        double z = Math.PI / 2 - theta;
        if (z > limit) {
            return false;
        }
        double r = radius(z);
        out[0] = r * Math.sin(phi);
        out[1] = -r * Math.cos(phi);
        return true;
    }
}
