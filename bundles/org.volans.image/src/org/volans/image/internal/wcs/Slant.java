package org.volans.image.internal.wcs;

/**
 * SIN, the (slant) orthographic projection of synthesis telescopes, of which NCP is a case (paper II, section 5.1.5).
 *
 * @param xi  {@code PVi_1} of the latitude axis
 * @param eta {@code PVi_2} of the latitude axis
 */
record Slant(double xi, double eta) implements Projection {

    @Override
    public double theta0() {
        return Math.PI / 2;
    }

    /** Solves for 1 - sin(theta) in the form that keeps its digits near the reference point. */
    @Override
    public boolean toNative(double x, double y, double[] out) {
        double a = xi * xi + eta * eta + 1;
        double b = xi * x + eta * y + 1;
        double c = x * x + y * y;
        double root = b * b - a * c;
        if (root < 0 && root > -1e-13) {
            root = 0;
        }
        double z = c / (b + Math.sqrt(root));
        if (!(root >= 0) || !(z >= 0 && z <= 2)) {
            return false;
        }
        double u = x - xi * z;
        double v = y - eta * z;
        out[0] = u == 0 && v == 0 ? 0 : Math.atan2(u, -v);
        out[1] = Math.atan2(1 - z, Math.hypot(u, v));
        return true;
    }

    @Override
    public boolean toPlane(double phi, double theta, double[] out) {
        double horizon = -Math.atan(xi * Math.sin(phi) - eta * Math.cos(phi));
        if (theta < horizon - 1e-15) {
            return false;
        }
        double s = Math.sin((Math.PI / 2 - theta) / 2);
        double z = 2 * s * s;
        out[0] = Math.cos(theta) * Math.sin(phi) + xi * z;
        out[1] = -Math.cos(theta) * Math.cos(phi) + eta * z;
        return true;
    }
}
