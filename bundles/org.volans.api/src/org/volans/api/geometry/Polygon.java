package org.volans.api.geometry;

import java.util.List;

/**
 * A polygon whose sides are great circles; the inside is the smaller part of the sphere, whichever way round the
 * vertices run (DALI 1.1 wants them counter-clockwise seen from outside the sky; services do not always comply).
 *
 * @param vertices at least three, not closed by repeating the first
 */
public record Polygon(List<Position> vertices) implements Region {

    /** @throws IllegalArgumentException when there are fewer than three vertices */
    public Polygon {
        vertices = List.copyOf(vertices);
        if (vertices.size() > 3 && vertices.get(0).equals(vertices.get(vertices.size() - 1))) {
            vertices = vertices.subList(0, vertices.size() - 1);
        }
        if (vertices.size() < 3) {
            throw new IllegalArgumentException("a polygon has at least 3 vertices, not " + vertices.size());
        }
    }

    @Override
    public boolean contains(Position position) {
        return Spherical.polygonContains(vertices, position);
    }

    @Override
    public Circle boundingCircle() {
        Position middle = Spherical.middle(vertices);
        double radius = vertices.stream().mapToDouble(middle::separation).max().orElse(0);
        return new Circle(middle, Math.min(180, radius * (1 + 1e-12) + 1e-12));
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
