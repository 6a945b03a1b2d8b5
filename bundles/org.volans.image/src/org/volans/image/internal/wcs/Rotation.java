package org.volans.image.internal.wcs;

/** Rotations of unit vectors: rows times vector. */
final class Rotation {

    private Rotation() {}

    static double[] apply(double[][] m, double[] v) {
        return new double[] {
            m[0][0] * v[0] + m[0][1] * v[1] + m[0][2] * v[2],
            m[1][0] * v[0] + m[1][1] * v[1] + m[1][2] * v[2],
            m[2][0] * v[0] + m[2][1] * v[1] + m[2][2] * v[2]
        };
    }

    static double[][] multiply(double[][] a, double[][] b) {
        double[][] product = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j] + a[i][2] * b[2][j];
            }
        }
        return product;
    }

    /** The inverse of a rotation. */
    static double[][] transpose(double[][] m) {
        double[][] turned = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                turned[i][j] = m[j][i];
            }
        }
        return turned;
    }

    static double[] vector(double longitude, double latitude) {
        double c = Math.cos(latitude);
        return new double[] {c * Math.cos(longitude), c * Math.sin(longitude), Math.sin(latitude)};
    }

    static double longitude(double[] v) {
        return v[0] == 0 && v[1] == 0 ? 0 : Math.atan2(v[1], v[0]);
    }

    static double latitude(double[] v) {
        return Math.atan2(v[2], Math.hypot(v[0], v[1]));
    }

    /**
     * From native to celestial vectors (paper II, equation 2).
     *
     * @param alphaPole celestial longitude of the native pole
     * @param deltaPole celestial latitude of the native pole
     * @param phiPole   native longitude of the celestial pole ({@code LONPOLE}); all in radians
     */
    static double[][] nativeToCelestial(double alphaPole, double deltaPole, double phiPole) {
        // turn the celestial pole's meridian to x, tilt pole on pole, turn by the pole's longitude
        double[][] turn = aboutZ(-phiPole);
        double s = Math.sin(deltaPole);
        double c = Math.cos(deltaPole);
        double[][] tilt = {{-s, 0, c}, {0, -1, 0}, {c, 0, s}};
        return multiply(aboutZ(alphaPole), multiply(tilt, turn));
    }

    private static double[][] aboutZ(double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new double[][] {{c, -s, 0}, {s, c, 0}, {0, 0, 1}};
    }
}
