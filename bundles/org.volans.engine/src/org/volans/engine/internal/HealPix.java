package org.volans.engine.internal;

import org.volans.api.geometry.Position;

/**
 * The nested HEALPix scheme (Górski et al. 2005, ApJ 622, 759, sections 5.1 and 5.2): 12 faces, each cut into squares of
 * 2<sup>order</sup> by 2<sup>order</sup> cells whose numbers follow a Z-order curve.
 */
final class HealPix {

    /** Finest order whose cells a long can number (MOC 2.0, section 4.1). */
    static final int MAX_ORDER = 29;

    private static final double EQUATORIAL = 2.0 / 3;

    private HealPix() {}

    /** The cell of an order, 0 to 29, that holds a position. */
    static long cell(int order, double ra, double dec) {
        long nside = 1L << order;
        double z = Math.sin(Math.toRadians(dec));
        double quarter = (((ra % 360) + 360) % 360) / 90;
        if (Math.abs(z) <= EQUATORIAL) {
            return equatorial(order, nside, z, quarter);
        }
        return polar(order, nside, z, quarter, dec);
    }

    private static long equatorial(int order, long nside, double z, double quarter) {
        double along = nside * (0.5 + quarter);
        double across = nside * z * 0.75;
        long rising = (long) (along - across);
        long falling = (long) (along + across);
        long risingFace = rising >> order;
        long fallingFace = falling >> order;
        long face = risingFace == fallingFace
                ? risingFace & 3 | 4
                : risingFace < fallingFace ? risingFace & 3 : (fallingFace & 3) + 8;
        return number(order, face, falling & nside - 1, nside - 1 - (rising & nside - 1));
    }

    private static long polar(int order, long nside, double z, double quarter, double dec) {
        int sector = Math.min(3, (int) quarter);
        double part = quarter - sector;
        // sqrt(3 (1 - |sin dec|)) without the cancellation near the pole
        double ring = nside * Math.sqrt(6) * Math.abs(Math.sin(Math.toRadians((90 - Math.abs(dec)) / 2)));
        long rising = Math.min(nside - 1, (long) (part * ring));
        long falling = Math.min(nside - 1, (long) ((1 - part) * ring));
        return z >= 0
                ? number(order, sector, nside - 1 - falling, nside - 1 - rising)
                : number(order, sector + 8, rising, falling);
    }

    private static long number(int order, long face, long x, long y) {
        long cell = face;
        for (int bit = order - 1; bit >= 0; bit--) {
            cell = cell << 2 | (y >> bit & 1) << 1 | x >> bit & 1;
        }
        return cell;
    }

    /** The middle of a cell. */
    static Position center(int order, long cell) {
        long x = 0;
        long y = 0;
        for (int bit = 0; bit < order; bit++) {
            x |= (cell >> 2 * bit & 1) << bit;
            y |= (cell >> 2 * bit + 1 & 1) << bit;
        }
        int face = (int) (cell >> 2 * order);
        double nside = 1L << order;
        return position(face, (x + 0.5) / nside, (y + 0.5) / nside);
    }

    /** A position by its place in a face, 0 to 1 each way. */
    private static Position position(int face, double x, double y) {
        double fromPole = face / 4 + 2 - x - y;
        int meridian = face / 4 == 1 ? face % 4 * 2 : face % 4 * 2 + 1;
        double ring = fromPole < 1 ? fromPole : fromPole > 3 ? 4 - fromPole : 1;
        double z =
                fromPole < 1 ? 1 - ring * ring / 3 : fromPole > 3 ? ring * ring / 3 - 1 : (2 - fromPole) * EQUATORIAL;
        double turn = (meridian * ring + x - y + 8 * ring) % (8 * ring);
        return new Position(45 * turn / ring, Math.toDegrees(Math.asin(z)));
    }
}
