package org.volans.engine.internal;

import java.util.List;
import org.volans.api.geometry.Position;

/** A position at run time. */
record SkyPoint(Position position) implements SkyShape {

    static SkyPoint parse(String text) {
        String[] words = text.strip().replaceAll("[(),']", " ").strip().split("\\s+");
        if (words.length < 3) {
            throw new IllegalArgumentException("'" + text + "' is no position");
        }
        return new SkyPoint(Position.parse(words[words.length - 2] + "," + words[words.length - 1]));
    }

    @Override
    public boolean contains(double ra, double dec) {
        return Double.isFinite(ra) && dec >= -90 && dec <= 90 && position.equals(new Position(ra, dec));
    }

    @Override
    public boolean contains(SkyShape inner) {
        return equals(inner);
    }

    @Override
    public boolean intersects(SkyShape other) {
        return other.contains(position.ra(), position.dec());
    }

    @Override
    public double area() {
        return 0;
    }

    @Override
    public List<Position> outline() {
        return List.of(position);
    }

    @Override
    public Position centroid() {
        return position;
    }

    @Override
    public String numbers() {
        return position.ra() + " " + position.dec();
    }
}
