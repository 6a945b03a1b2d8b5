package org.volans.sky.internal.data;

import java.util.List;
import org.volans.api.geometry.Position;

/**
 * A part of the sky between two meridians and two parallels, filled evenly, with holes round given positions.
 *
 * @param raMin  in degrees; likewise the other limits
 * @param holes  positions to keep clear of
 * @param radius of the holes in degrees
 */
record Field(double raMin, double raMax, double decMin, double decMax, List<Position> holes, double radius) {

    Field {
        holes = List.copyOf(holes);
    }

    /** An even deviate on the sphere, outside the holes: right ascension and declination in degrees. */
    double[] draw(SeededRandom random) {
        double sinMin = Math.sin(Math.toRadians(decMin));
        double sinMax = Math.sin(Math.toRadians(decMax));
        while (true) {
            double ra = random.uniform(raMin, raMax);
            double dec = Math.toDegrees(Math.asin(random.uniform(sinMin, sinMax)));
            if (clear(ra, dec)) {
                return new double[] {ra, dec};
            }
        }
    }

    private boolean clear(double ra, double dec) {
        for (Position hole : holes) {
            // most are far away in declination, which costs no trigonometry
            if (Math.abs(dec - hole.dec()) <= radius && hole.separation(new Position(ra, dec)) <= radius) {
                return false;
            }
        }
        return true;
    }
}
