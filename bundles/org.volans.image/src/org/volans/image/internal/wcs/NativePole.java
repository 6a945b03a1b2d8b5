package org.volans.image.internal.wcs;

/** Where the native pole lies on the sky (paper II, section 2.4, equations 8 to 10). Angles in radians. */
final class NativePole {

    private static final double TINY = 1e-10;

    private final double alpha0;
    private final double delta0;
    private final double phi0;
    private final double theta0;
    private final double phiPole;
    private final double latPole;

    /**
     * @param alpha0  CRVAL of the longitude axis
     * @param delta0  CRVAL of the latitude axis
     * @param phi0    native longitude of the reference point
     * @param theta0  native latitude of the reference point
     * @param phiPole LONPOLE
     * @param latPole LATPOLE
     */
    NativePole(double alpha0, double delta0, double phi0, double theta0, double phiPole, double latPole) {
        this.alpha0 = alpha0;
        this.delta0 = delta0;
        this.phi0 = phi0;
        this.theta0 = theta0;
        this.phiPole = phiPole;
        this.latPole = latPole;
    }

    /** The rotation from native to celestial. */
    double[][] rotation() throws WcsProblem {
        if (Math.abs(theta0 - Math.PI / 2) < TINY) {
            return Rotation.nativeToCelestial(alpha0, delta0, phiPole);
        }
        double delta = latitude();
        return Rotation.nativeToCelestial(longitude(delta), delta, phiPole);
    }

    /** Of the two solutions the one nearer to LATPOLE. */
    private double latitude() throws WcsProblem {
        double cos = Math.cos(phiPole - phi0);
        double x = Math.cos(theta0) * cos;
        double y = Math.sin(theta0);
        double z = Math.hypot(x, y);
        if (z < TINY) {
            if (Math.abs(Math.sin(delta0)) > TINY) {
                throw new WcsProblem("CRVAL, LONPOLE and LATPOLE contradict each other: no celestial pole fits them");
            }
            return latPole;
        }
        double sine = Math.sin(delta0) / z;
        if (Math.abs(sine) > 1 + TINY) {
            throw new WcsProblem("CRVAL and LONPOLE contradict each other: no celestial pole fits them");
        }
        double u = Math.atan2(y, x);
        double v = Math.acos(Math.max(-1, Math.min(1, sine)));
        double first = normal(u + v);
        double second = normal(u - v);
        boolean firstFits = Math.abs(first) <= Math.PI / 2 + TINY;
        boolean secondFits = Math.abs(second) <= Math.PI / 2 + TINY;
        if (!firstFits && !secondFits) {
            throw new WcsProblem("CRVAL and LONPOLE contradict each other: no celestial pole fits them");
        }
        boolean useFirst = firstFits && (!secondFits || Math.abs(first - latPole) <= Math.abs(second - latPole));
        double delta = useFirst ? first : second;
        return Math.max(-Math.PI / 2, Math.min(Math.PI / 2, delta));
    }

    private double longitude(double delta) {
        double z = Math.cos(delta) * Math.cos(delta0);
        if (Math.abs(z) < TINY) {
            if (Math.abs(Math.cos(delta0)) < TINY) {
                return alpha0;
            }
            return delta > 0 ? alpha0 + phiPole - phi0 - Math.PI : alpha0 - phiPole + phi0;
        }
        double x = (Math.sin(theta0) - Math.sin(delta) * Math.sin(delta0)) / z;
        double y = Math.sin(phiPole - phi0) * Math.cos(theta0) / Math.cos(delta0);
        return alpha0 - Math.atan2(y, x);
    }

    private static double normal(double angle) {
        return Math.IEEEremainder(angle, 2 * Math.PI);
    }
}
