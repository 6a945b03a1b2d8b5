package org.volans.image.internal.wcs;

import java.util.function.DoubleUnaryOperator;

/**
 * The zenithal projections whose radius depends on the native latitude alone (paper II, section 5.1).
 *
 * @param radius  from the distance to the native pole to the radius in the plane
 * @param inverse from the radius to the distance to the native pole; NaN where there is none
 * @param limit   largest distance to the pole that can be shown
 */
record Zenithal(DoubleUnaryOperator radius, DoubleUnaryOperator inverse, double limit) implements Projection {

    /** Gnomonic; the horizon itself is at infinity. */
    static Zenithal tan() {
        return new Zenithal(Math::tan, Math::atan, Math.nextDown(Math.PI / 2));
    }

    /** Stereographic; all but the opposite pole. */
    static Zenithal stg() {
        return new Zenithal(z -> 2 * Math.tan(z / 2), r -> 2 * Math.atan(r / 2), Math.PI * (1 - 1e-15));
    }

    /** Zenithal equidistant. */
    static Zenithal arc() {
        return new Zenithal(z -> z, r -> r <= Math.PI * (1 + 1e-14) ? r : Double.NaN, Math.PI);
    }

    /** Zenithal equal area. */
    static Zenithal zea() {
        return new Zenithal(
                z -> 2 * Math.sin(z / 2), r -> 2 * Math.asin(r / 2 > 1 && r / 2 < 1 + 1e-13 ? 1 : r / 2), Math.PI);
    }

    @Override
    public double theta0() {
        return Math.PI / 2;
    }

    @Override
    public boolean toNative(double x, double y, double[] out) {
        double z = inverse.applyAsDouble(Math.hypot(x, y));
        if (!(z <= Math.PI * (1 + 1e-14))) {
            return false;
        }
        out[0] = x == 0 && y == 0 ? 0 : Math.atan2(x, -y);
        out[1] = Math.PI / 2 - z;
        return true;
    }

    @Override
    public boolean toPlane(double phi, double theta, double[] out) {
        double z = Math.PI / 2 - theta;
        if (z > limit) {
            return false;
        }
        double r = radius.applyAsDouble(z);
        out[0] = r * Math.sin(phi);
        out[1] = -r * Math.cos(phi);
        return true;
    }
}
