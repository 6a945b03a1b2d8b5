package org.volans.api.geometry;

import java.util.List;

/**
 * A polygon whose sides are great circles; the inside is the smaller part of the sphere, whichever way round the
 * vertices run (DALI 1.1 wants them counter-clockwise seen from outside the sky; services do not always comply).
 *
 * @param vertices at least three, neighbours less than 180 degrees apart; one that repeats the first at the end is dropped
 */
public record Polygon(List<Position> vertices) implements Region {

    /** A last vertex this close to the first (in degrees, 0.4 micro-arcseconds) closes the polygon once more. */
    private static final double CLOSED = 1e-10;

    /** @throws IllegalArgumentException when there are fewer than three vertices */
    public Polygon {
        vertices = List.copyOf(vertices);
        if (vertices.size() > 3 && vertices.get(0).separation(vertices.get(vertices.size() - 1)) < CLOSED) {
            vertices = vertices.subList(0, vertices.size() - 1);
        }
        if (vertices.size() < 3) {
            throw new IllegalArgumentException("a polygon has at least 3 vertices, not " + vertices.size());
        }
    }

    @Override
    public boolean contains(Position position) {
        return PolygonInside.contains(vertices, position);
    }

    @Override
    public Circle boundingCircle() {
        Position middle = Spherical.middle(vertices);
        double radius = vertices.stream().mapToDouble(middle::separation).max().orElse(0);
        // the shorter arc between two points of a circle larger than a hemisphere may leave it
        return new Circle(middle, radius < 89.999 ? radius * (1 + 1e-12) + 1e-9 : 180);
    }

    @Override
    public String sodaParameter() {
        return "POLYGON";
    }

    @Override
    public String sodaValue() {
        return Spherical.numbers(vertices.stream()
                .flatMapToDouble(v -> java.util.stream.DoubleStream.of(v.ra(), v.dec()))
                .toArray());
    }

    @Override
    public String posValue() {
        return "POLYGON " + sodaValue();
    }
}
