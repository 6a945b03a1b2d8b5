package org.volans.api.geometry;

/**
 * A direction on the sky in Galactic coordinates.
 *
 * @param l longitude in degrees, 0 to 360
 * @param b latitude in degrees
 */
public record Galactic(double l, double b) {

    /** ICRS to Galactic as the Hipparcos catalogue defines it (ESA 1997, SP-1200, volume 1, section 1.5.3). */
    private static final double[][] FROM_ICRS = {
        {-0.0548755604162154, -0.8734370902348850, -0.4838350155487132},
        {+0.4941094278755837, -0.4448296299600112, +0.7469822444972189},
        {-0.8676661490190047, -0.1980763734312015, +0.4559837761750669}
    };

    /** Of an ICRS position. */
    public static Galactic of(Position position) {
        double ra = Math.toRadians(position.ra());
        double dec = Math.toRadians(position.dec());
        double[] v = {Math.cos(dec) * Math.cos(ra), Math.cos(dec) * Math.sin(ra), Math.sin(dec)};
        double[] g = new double[3];
        for (int i = 0; i < 3; i++) {
            g[i] = FROM_ICRS[i][0] * v[0] + FROM_ICRS[i][1] * v[1] + FROM_ICRS[i][2] * v[2];
        }
        double l = Math.toDegrees(Math.atan2(g[1], g[0]));
        double b = Math.toDegrees(Math.atan2(g[2], Math.hypot(g[0], g[1])));
        return new Galactic(l < 0 ? l + 360 : l, b);
    }
}
