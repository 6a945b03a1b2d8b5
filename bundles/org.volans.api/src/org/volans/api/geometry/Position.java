package org.volans.api.geometry;

/**
 * A direction on the sky in ICRS.
 *
 * @param ra  right ascension in degrees, 0 &le; ra &lt; 360 (values outside are wrapped)
 * @param dec declination in degrees, -90 to 90
 */
public record Position(double ra, double dec) {

    /** @throws IllegalArgumentException when a coordinate is not finite or the declination is off the sphere */
    public Position {
        if (!Double.isFinite(ra) || !Double.isFinite(dec)) {
            throw new IllegalArgumentException("a position needs two finite numbers, not " + ra + ", " + dec);
        }
        if (dec < -90 || dec > 90) {
            throw new IllegalArgumentException("declination " + dec + " is not between -90 and 90 degrees");
        }
        ra = wrap(ra);
        // no negative zero: it equals zero but is not equal to it in a record
        dec = dec + 0.0;
    }

    private static double wrap(double ra) {
        double wrapped = ra % 360;
        return wrapped < 0 ? (wrapped + 360) % 360 : wrapped + 0.0;
    }

    /** Great-circle distance in degrees, accurate at every scale (Vincenty's formula). */
    public double separation(Position other) {
        return Spherical.separation(this, other);
    }

    /** Direction to the other position in degrees, east of north, 0 to 360. */
    public double positionAngle(Position other) {
        return Spherical.positionAngle(this, other);
    }

    /**
     * The position at a distance along a great circle.
     *
     * @param angle    position angle of departure in degrees, east of north
     * @param distance in degrees
     */
    public Position offset(double angle, double distance) {
        return Spherical.offset(this, angle, distance);
    }

    /** Reads {@code "RA,DEC"} or {@code "RA DEC"} in decimal degrees. */
    public static Position parse(String text) {
        String[] parts = text.strip().split("\\s*,\\s*|\\s+");
        if (parts.length != 2) {
            throw new IllegalArgumentException("a position is RA,DEC in degrees, not '" + text + "'");
        }
        try {
            return new Position(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a position is RA,DEC in decimal degrees, not '" + text + "'", e);
        }
    }

    /** For people: {@code 240.484000 +46.768000}. */
    @Override
    public String toString() {
        return PositionText.degrees(this, 6);
    }
}
