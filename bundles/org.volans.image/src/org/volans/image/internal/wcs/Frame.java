package org.volans.image.internal.wcs;

import java.util.function.UnaryOperator;
import org.jastronomy.jsofa.JSOFA;
import org.jastronomy.jsofa.JSOFA.CatalogCoords;
import org.jastronomy.jsofa.JSOFA.JulianDate;
import org.jastronomy.jsofa.JSOFA.SphericalCoordinate;

/**
 * A celestial reference frame: unit vectors to ICRS and back. The numbers are those of IAU SOFA (release 2021-05-12).
 *
 * @param toIcrs   unit vector of the frame to ICRS
 * @param fromIcrs ICRS unit vector to the frame
 */
record Frame(UnaryOperator<double[]> toIcrs, UnaryOperator<double[]> fromIcrs) {

    /** The frame that image coordinates are given out in. */
    static Frame icrs() {
        return new Frame(v -> v, v -> v);
    }

    private static Frame rotated(double[][] fromIcrs) {
        double[][] back = Rotation.transpose(fromIcrs);
        return new Frame(v -> Rotation.apply(back, v), v -> Rotation.apply(fromIcrs, v));
    }

    private static double[][] icrsToFk5() {
        double[][] fk5ToHipparcos = new double[3][3];
        JSOFA.jauFk5hip(fk5ToHipparcos, new double[3]);
        return Rotation.transpose(fk5ToHipparcos);
    }

    /**
     * FK5: the Hipparcos link of Mignard and Froeschlé (2000) and the precession of Lieske et al. (1977), which defines
     * FK5 at other equinoxes.
     *
     * @param equinox Julian epoch, 2000 for J2000
     */
    static Frame fk5(double equinox) {
        double[][] matrix = icrsToFk5();
        if (equinox != 2000) {
            JulianDate date = JSOFA.jauEpj2jd(equinox);
            matrix = Rotation.multiply(JSOFA.jauPmat76(date.djm0, date.djm1), matrix);
        }
        return rotated(matrix);
    }

    /**
     * FK4 at equinox B1950 with E-terms (SOFA's fk45z and fk54z: no proper motion in FK5, zero parallax).
     *
     * @param epoch Besselian epoch of the observation
     */
    static Frame fk4(double epoch) {
        double[][] toFk5 = icrsToFk5();
        double[][] toIcrs = Rotation.transpose(toFk5);
        return new Frame(
                v -> {
                    SphericalCoordinate fk5 = JSOFA.jauFk45z(Rotation.longitude(v), Rotation.latitude(v), epoch);
                    return Rotation.apply(toIcrs, Rotation.vector(fk5.alpha, fk5.delta));
                },
                v -> {
                    double[] fk5 = Rotation.apply(toFk5, v);
                    CatalogCoords fk4 = JSOFA.jauFk54z(Rotation.longitude(fk5), Rotation.latitude(fk5), epoch);
                    return Rotation.vector(fk4.pos.alpha, fk4.pos.delta);
                });
    }

    private static double[][] icrsToGalactic() {
        double[][] matrix = new double[3][3];
        double[][] axes = {{0, 0}, {Math.PI / 2, 0}, {0, Math.PI / 2}};
        for (int j = 0; j < 3; j++) {
            SphericalCoordinate g = JSOFA.jauIcrs2g(axes[j][0], axes[j][1]);
            double[] v = Rotation.vector(g.alpha, g.delta);
            for (int i = 0; i < 3; i++) {
                matrix[i][j] = v[i];
            }
        }
        return matrix;
    }

    /** Galactic as the Hipparcos catalogue defines it from ICRS (ESA 1997, volume 1, section 1.5.3). */
    static Frame galactic() {
        return rotated(icrsToGalactic());
    }

    /** Supergalactic: pole at l 47.37, b 6.32 degrees, zero point at l 137.37 (de Vaucouleurs et al. 1991). */
    static Frame supergalactic() {
        double[] z = Rotation.vector(Math.toRadians(47.37), Math.toRadians(6.32));
        double[] x = Rotation.vector(Math.toRadians(137.37), 0);
        double[] y = {z[1] * x[2] - z[2] * x[1], z[2] * x[0] - z[0] * x[2], z[0] * x[1] - z[1] * x[0]};
        return rotated(Rotation.multiply(new double[][] {x, y, z}, icrsToGalactic()));
    }

    /**
     * Mean ecliptic and equinox of date (SOFA's ecm06, IAU 2006 precession).
     *
     * @param equinox Julian epoch
     */
    static Frame ecliptic(double equinox) {
        JulianDate date = JSOFA.jauEpj2jd(equinox);
        return rotated(JSOFA.jauEcm06(date.djm0, date.djm1));
    }
}
