package org.volans.api.geometry;

import java.util.ArrayList;
import java.util.List;

/** Whether two regions touch; ranges are approximated by polygons that follow their parallels. */
final class RegionOverlap {

    /** Longest step in degrees along a parallel; the sagitta at 0.5 degrees is below 2 arcsec at declination 60. */
    private static final double STEP = 0.5;

    private RegionOverlap() {}

    static boolean intersects(Region a, Region b) {
        Circle ca = a.boundingCircle();
        Circle cb = b.boundingCircle();
        if (ca.center().separation(cb.center()) > ca.radius() + cb.radius()) {
            return false;
        }
        if (a instanceof Circle && b instanceof Circle) {
            return true;
        }
        if (a instanceof Circle circle) {
            return touches(circle, b);
        }
        if (b instanceof Circle circle) {
            return touches(circle, a);
        }
        return overlap(a, b);
    }

    private static boolean touches(Circle circle, Region region) {
        if (region.contains(circle.center())) {
            return true;
        }
        List<Position> outline = outline(region);
        double[] center = Spherical.vector(circle.center());
        double limit = Math.toRadians(circle.radius());
        for (int i = 0; i < outline.size(); i++) {
            double[] from = Spherical.vector(outline.get(i));
            double[] to = Spherical.vector(outline.get((i + 1) % outline.size()));
            if (Spherical.distanceToArc(center, from, to) <= limit) {
                return true;
            }
        }
        return false;
    }

    private static boolean overlap(Region a, Region b) {
        List<Position> outlineA = outline(a);
        List<Position> outlineB = outline(b);
        return outlineA.stream().anyMatch(b::contains)
                || outlineB.stream().anyMatch(a::contains)
                || sidesCross(outlineA, outlineB);
    }

    private static boolean sidesCross(List<Position> a, List<Position> b) {
        for (int i = 0; i < a.size(); i++) {
            double[] a1 = Spherical.vector(a.get(i));
            double[] a2 = Spherical.vector(a.get((i + 1) % a.size()));
            for (int j = 0; j < b.size(); j++) {
                double[] b1 = Spherical.vector(b.get(j));
                double[] b2 = Spherical.vector(b.get((j + 1) % b.size()));
                if (cross(a1, a2, b1, b2)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean cross(double[] a1, double[] a2, double[] b1, double[] b2) {
        double[] na = Spherical.cross(a1, a2);
        double[] nb = Spherical.cross(b1, b2);
        double[] meet = Spherical.cross(na, nb);
        double sideA1 = Spherical.dot(nb, a1);
        double sideA2 = Spherical.dot(nb, a2);
        double sideB1 = Spherical.dot(na, b1);
        double sideB2 = Spherical.dot(na, b2);
        boolean straddle = sideA1 * sideA2 <= 0 && sideB1 * sideB2 <= 0;
        // the two great circles meet twice; both arcs must be near the same meeting point
        double[] middleA = {a1[0] + a2[0], a1[1] + a2[1], a1[2] + a2[2]};
        double[] middleB = {b1[0] + b2[0], b1[1] + b2[1], b1[2] + b2[2]};
        return straddle && Spherical.dot(meet, middleA) * Spherical.dot(meet, middleB) > 0;
    }

    /** The border as vertices of a polygon. */
    static List<Position> outline(Region region) {
        return switch (region) {
            case Polygon polygon -> polygon.vertices();
            case Range range -> outline(range);
            case Circle circle -> outline(circle);
        };
    }

    private static List<Position> outline(Circle circle) {
        List<Position> outline = new ArrayList<>();
        for (int angle = 0; angle < 360; angle += 10) {
            outline.add(circle.center().offset(angle, circle.radius()));
        }
        return outline;
    }

    private static List<Position> outline(Range range) {
        int steps = Math.max(1, (int) Math.ceil(range.raExtent() / STEP));
        List<Position> outline = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            outline.add(new Position(range.raMin() + range.raExtent() * i / steps, range.decMin()));
        }
        for (int i = steps; i >= 0; i--) {
            outline.add(new Position(range.raMin() + range.raExtent() * i / steps, range.decMax()));
        }
        return outline;
    }

    static Circle boundingCircle(Range range) {
        Position middle = new Position(range.raMin() + range.raExtent() / 2, (range.decMin() + range.decMax()) / 2);
        double radius =
                outline(range).stream().mapToDouble(middle::separation).max().orElse(0);
        // a range round a pole holds the pole, which no vertex of its outline need be far from
        double pole =
                Math.max(range.decMax() == 90 ? 90 - middle.dec() : 0, range.decMin() == -90 ? 90 + middle.dec() : 0);
        return new Circle(middle, Math.min(180, Math.max(radius, pole) * (1 + 1e-12) + 1e-9));
    }
}
