package org.volans.api.geometry;

/**
 * A circle on the sky.
 *
 * @param center its middle
 * @param radius in degrees, 0 &lt; radius &le; 180
 */
public record Circle(Position center, double radius) implements Region {

    /** Positions this close to the border (in degrees, 0.4 micro-arcseconds) count as on it, as they do for polygons. */
    private static final double ON_EDGE = 1e-10;

    /** @throws IllegalArgumentException when the radius is no size */
    public Circle {
        if (!(radius > 0 && radius <= 180)) {
            throw new IllegalArgumentException("a radius is more than 0 and at most 180 degrees, not " + radius);
        }
    }

    @Override
    public boolean contains(Position position) {
        return center.separation(position) <= radius + ON_EDGE;
    }

    @Override
    public Circle boundingCircle() {
        return this;
    }

    @Override
    public String sodaParameter() {
        return "CIRCLE";
    }

    @Override
    public String sodaValue() {
        return Spherical.numbers(center.ra(), center.dec(), radius);
    }

    @Override
    public String posValue() {
        return "CIRCLE " + sodaValue();
    }
}
