package org.volans.api.image;

import java.util.Locale;
import org.volans.api.geometry.Position;

/**
 * A position as it is read out.
 *
 * @param position ICRS
 * @param l        Galactic longitude in degrees, 0 to 360
 * @param b        Galactic latitude in degrees
 */
public record SkyReading(Position position, double l, double b) {

    /** ICRS to Galactic as the Hipparcos catalogue defines it (ESA 1997, SP-1200, volume 1, section 1.5.3). */
    private static final double[][] GALACTIC = {
        {-0.0548755604162154, -0.8734370902348850, -0.4838350155487132},
        {+0.4941094278755837, -0.4448296299600112, +0.7469822444972189},
        {-0.8676661490190047, -0.1980763734312015, +0.4559837761750669}
    };

    /** Of an ICRS position. */
    public static SkyReading of(Position position) {
        double ra = Math.toRadians(position.ra());
        double dec = Math.toRadians(position.dec());
        double[] v = {Math.cos(dec) * Math.cos(ra), Math.cos(dec) * Math.sin(ra), Math.sin(dec)};
        double[] g = new double[3];
        for (int i = 0; i < 3; i++) {
            g[i] = GALACTIC[i][0] * v[0] + GALACTIC[i][1] * v[1] + GALACTIC[i][2] * v[2];
        }
        double l = Math.toDegrees(Math.atan2(g[1], g[0]));
        double b = Math.toDegrees(Math.atan2(g[2], Math.hypot(g[0], g[1])));
        return new SkyReading(position, l < 0 ? l + 360 : l, b);
    }

    /**
     * Right ascension and declination in hours and degrees, minutes, seconds: {@code 16:03:20.12 +46:46:30.1}.
     *
     * @param digits decimals of the seconds of declination, 0 to 9; right ascension has one more
     */
    public String sexagesimal(int digits) {
        return parts(position.ra() / 15, digits + 1, 24)
                + (position.dec() < 0 ? " -" : " +")
                + parts(Math.abs(position.dec()), digits, 1000);
    }

    /** Rounded as a whole, so that no part ever reads 60. */
    private static String parts(double value, int digits, int turn) {
        long unit = Math.round(Math.pow(10, digits));
        long all = Math.round(value * 3600 * unit);
        long first = all / (3600 * unit) % turn;
        String seconds = String.format(Locale.ROOT, "%02d", all / unit % 60);
        String decimals = digits == 0 ? "" : "." + String.format(Locale.ROOT, "%0" + digits + "d", all % unit);
        return String.format(Locale.ROOT, "%02d:%02d:", first, all / (60 * unit) % 60) + seconds + decimals;
    }

    /** Decimals of the seconds that pixels of a size, in degrees, deserve: a tenth of a pixel. */
    public static int digits(double pixel) {
        return pixel > 0 ? (int) Math.max(0, Math.min(6, Math.ceil(-Math.log10(pixel * 3600) + 0.5))) : 2;
    }
}
