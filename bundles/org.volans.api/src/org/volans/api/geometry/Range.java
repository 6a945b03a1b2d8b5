package org.volans.api.geometry;

/**
 * A range of right ascension and of declination (SODA 1.0, section 3.3.1, {@code POS=RANGE}).
 *
 * @param raMin  in degrees, 0 to 360; when greater than {@code raMax} the range runs through 0
 * @param raMax  in degrees, 0 to 360
 * @param decMin in degrees
 * @param decMax in degrees, not less than {@code decMin}
 */
public record Range(double raMin, double raMax, double decMin, double decMax) implements Region {

    /** @throws IllegalArgumentException when a limit is off the sphere or the declinations are in the wrong order */
    public Range {
        if (!(raMin >= 0 && raMin <= 360 && raMax >= 0 && raMax <= 360)) {
            throw new IllegalArgumentException(
                    "right ascensions of a range are 0 to 360 degrees, not " + raMin + " and " + raMax);
        }
        if (!(decMin >= -90 && decMin <= decMax && decMax <= 90)) {
            throw new IllegalArgumentException(
                    "declinations of a range are -90 to 90 degrees in rising order, not " + decMin + " and " + decMax);
        }
    }

    /** The extent in right ascension in degrees, 0 to 360. */
    public double raExtent() {
        return raMax >= raMin ? raMax - raMin : raMax - raMin + 360;
    }

    @Override
    public boolean contains(Position position) {
        if (position.dec() < decMin || position.dec() > decMax) {
            return false;
        }
        double fromWest = (position.ra() - raMin + 720) % 360;
        return fromWest <= raExtent() || Math.abs(position.dec()) == 90;
    }

    @Override
    public Circle boundingCircle() {
        return RegionOverlap.boundingCircle(this);
    }

    @Override
    public String sodaParameter() {
        return "POS";
    }

    @Override
    public String sodaValue() {
        return posValue();
    }

    @Override
    public String posValue() {
        return "RANGE " + Spherical.numbers(raMin, raMax, decMin, decMax);
    }
}
