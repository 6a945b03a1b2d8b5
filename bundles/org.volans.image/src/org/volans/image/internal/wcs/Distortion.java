package org.volans.image.internal.wcs;

/** A smooth change of a pair of coordinates that is close to the identity. */
interface Distortion {

    /** How often the inverse tries; three or four steps are usual. */
    int STEPS = 60;

    /** Changes the pair in place. */
    void apply(double[] pair);

    /** Changes the pair in place to the one that {@link #apply} would change to it; false when none is found. */
    default boolean invert(double[] pair) {
        double wantX = pair[0];
        double wantY = pair[1];
        double scale = Math.max(1e-3, Math.hypot(wantX, wantY));
        double[] jacobian = new double[4];
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < STEPS; i++) {
            double[] got = {pair[0], pair[1]};
            apply(got);
            double fx = wantX - got[0];
            double fy = wantY - got[1];
            double miss = Math.hypot(fx, fy);
            if (!(miss < 1e6 * scale)) {
                return false;
            }
            if (miss == 0 || miss < 1e-10 * scale && miss >= best) {
                return true;
            }
            best = Math.min(best, miss);
            derive(pair, 1e-4 * scale, jacobian);
            double determinant = jacobian[0] * jacobian[3] - jacobian[1] * jacobian[2];
            if (!(Math.abs(determinant) > 1e-6)) {
                return false;
            }
            pair[0] += (fx * jacobian[3] - fy * jacobian[1]) / determinant;
            pair[1] += (fy * jacobian[0] - fx * jacobian[2]) / determinant;
        }
        return best < 1e-10 * scale;
    }

    /** The matrix of derivatives at a pair, by differences. */
    private void derive(double[] at, double step, double[] jacobian) {
        for (int k = 0; k < 2; k++) {
            double[] plus = {at[0], at[1]};
            double[] minus = {at[0], at[1]};
            plus[k] += step;
            minus[k] -= step;
            apply(plus);
            apply(minus);
            jacobian[k] = (plus[0] - minus[0]) / (2 * step);
            jacobian[2 + k] = (plus[1] - minus[1]) / (2 * step);
        }
    }
}
