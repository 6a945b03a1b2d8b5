package org.volans.engine.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Polygon;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Range;
import org.volans.api.geometry.Region;

/**
 * A position or a region at run time (ADQL 2.1, section 4.2).
 *
 * @param point  the position, when it is one
 * @param region the region, when it is one
 */
record SkyShape(@Nullable Position point, @Nullable Region region) {

    /** Points to a side where one region is tested for being inside another. */
    private static final int SIDE_STEPS = 8;

    static SkyShape parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        if (upper.startsWith("POINT") || upper.startsWith("POSITION")) {
            String[] words = text.strip().replaceAll("[(),']", " ").strip().split("\\s+");
            if (words.length < 3) {
                throw new IllegalArgumentException(text);
            }
            return new SkyShape(Position.parse(words[words.length - 2] + "," + words[words.length - 1]), null);
        }
        return new SkyShape(null, Region.parse(text));
    }

    boolean contains(double ra, double dec) {
        if (!Double.isFinite(ra) || !(dec >= -90 && dec <= 90)) {
            return false;
        }
        Position at = new Position(ra, dec);
        Region area = region;
        Position same = point;
        return area == null ? same != null && at.equals(same) : area.contains(at);
    }

    boolean contains(SkyShape inner) {
        Position at = inner.point;
        if (at != null) {
            return contains(at.ra(), at.dec());
        }
        Region area = region;
        Region other = inner.region;
        if (area == null || other == null) {
            return false;
        }
        if (area instanceof Circle big && other instanceof Circle small) {
            return big.center().separation(small.center()) + small.radius() <= big.radius();
        }
        return outline(other).stream().allMatch(area::contains);
    }

    boolean intersects(SkyShape other) {
        if (other.point != null) {
            return contains(other);
        }
        if (point != null) {
            return other.contains(this);
        }
        Region a = region;
        Region b = other.region;
        return a != null && b != null && a.intersects(b);
    }

    /** The border in small steps. */
    private static List<Position> outline(Region region) {
        List<Position> outline = new ArrayList<>();
        switch (region) {
            case Circle circle -> {
                for (int angle = 0; angle < 360; angle += 5) {
                    outline.add(circle.center().offset(angle, circle.radius()));
                }
            }
            case Polygon polygon -> sides(polygon.vertices(), outline);
            case Range range -> edges(range, outline);
        }
        return outline;
    }

    private static void sides(List<Position> vertices, List<Position> outline) {
        for (int i = 0; i < vertices.size(); i++) {
            Position from = vertices.get(i);
            Position to = vertices.get((i + 1) % vertices.size());
            double angle = from.positionAngle(to);
            double length = from.separation(to);
            for (int step = 0; step < SIDE_STEPS; step++) {
                outline.add(step == 0 ? from : from.offset(angle, length * step / SIDE_STEPS));
            }
        }
    }

    private static void edges(Range range, List<Position> outline) {
        int steps = Math.max(SIDE_STEPS, (int) range.raExtent());
        for (int i = 0; i <= steps; i++) {
            double part = (double) i / steps;
            double dec = range.decMin() + (range.decMax() - range.decMin()) * part;
            outline.add(new Position(range.raMin() + range.raExtent() * part, range.decMin()));
            outline.add(new Position(range.raMin() + range.raExtent() * part, range.decMax()));
            outline.add(new Position(range.raMin(), dec));
            outline.add(new Position(range.raMax(), dec));
        }
    }

    /** In square degrees. */
    double area() {
        double scale = Math.toDegrees(1) * Math.toDegrees(1);
        return switch (region) {
            case null -> 0;
            case Circle circle -> 4 * Math.PI * scale * Math.pow(Math.sin(Math.toRadians(circle.radius()) / 2), 2);
            case Range range ->
                Math.toRadians(range.raExtent())
                        * (Math.sin(Math.toRadians(range.decMax())) - Math.sin(Math.toRadians(range.decMin())))
                        * scale;
            case Polygon polygon -> excess(polygon.vertices()) * scale;
        };
    }

    /** Girard's theorem by triangles from the middle, each by L'Huilier's formula, signed by its sense. */
    private static double excess(List<Position> vertices) {
        Position middle = new Polygon(vertices).boundingCircle().center();
        double sum = 0;
        for (int i = 0; i < vertices.size(); i++) {
            Position a = vertices.get(i);
            Position b = vertices.get((i + 1) % vertices.size());
            double p = Math.toRadians(middle.separation(a));
            double q = Math.toRadians(middle.separation(b));
            double r = Math.toRadians(a.separation(b));
            double s = (p + q + r) / 2;
            double product = Math.tan(s / 2) * Math.tan((s - p) / 2) * Math.tan((s - q) / 2) * Math.tan((s - r) / 2);
            double turn = Math.toRadians(middle.positionAngle(b) - middle.positionAngle(a));
            sum += Math.signum(Math.sin(turn)) * 4 * Math.atan(Math.sqrt(Math.max(0, product)));
        }
        return Math.abs(sum);
    }

    /** The right ascension or declination of a position; NaN of a region. */
    double coordinate(boolean declination) {
        Position at = point;
        return at == null ? Double.NaN : declination ? at.dec() : at.ra();
    }

    /** The middle of a region (of a polygon, that of its vertices) or the position itself. */
    Position centroid() {
        Position at = point;
        Region area = region;
        if (area != null) {
            return area.boundingCircle().center();
        }
        if (at != null) {
            return at;
        }
        throw new IllegalStateException("neither position nor region");
    }

    /** DALI's numbers: two for a position, three for a circle, pairs for a polygon. */
    String numbers() {
        Position at = point;
        if (at != null) {
            return at.ra() + " " + at.dec();
        }
        return switch (region) {
            case null -> "";
            case Circle circle -> circle.sodaValue();
            case Polygon polygon -> polygon.sodaValue();
            case Range range -> range.posValue().substring("RANGE ".length());
        };
    }
}
