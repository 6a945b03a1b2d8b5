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
        if (a instanceof Range ra && b instanceof Range rb) {
            return overlap(ra, rb);
        }
        if (a instanceof Circle circle) {
            return touches(circle, b);
        }
        if (b instanceof Circle circle) {
            return touches(circle, a);
        }
        return overlap(a, b);
    }

    private static boolean overlap(Range a, Range b) {
        double low = Math.max(a.decMin(), b.decMin());
        double high = Math.min(a.decMax(), b.decMax());
        if (low > high) {
            return false;
        }
        boolean atPole = high == 90 || low == -90;
        return atPole || follows(a, b.raMin()) || follows(b, a.raMin());
    }

    private static boolean follows(Range range, double ra) {
        return (ra - range.raMin() + 720) % 360 <= range.raExtent();
    }

    private static boolean touches(Circle circle, Region region) {
        if (region.contains(circle.center())) {
            return true;
        }
        List<double[]> border = vectors(outline(region));
        double[] center = Spherical.vector(circle.center());
        double limit = Math.toRadians(circle.radius()) + Spherical.ON_EDGE;
        for (int i = 0; i < border.size(); i++) {
            if (Spherical.distanceToArc(center, border.get(i), border.get((i + 1) % border.size())) <= limit) {
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

    private static List<double[]> vectors(List<Position> positions) {
        return positions.stream().map(Spherical::vector).toList();
    }

    private static boolean sidesCross(List<Position> outlineA, List<Position> outlineB) {
        List<double[]> a = vectors(outlineA);
        List<double[]> b = vectors(outlineB);
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                if (cross(a.get(i), a.get((i + 1) % a.size()), b.get(j), b.get((j + 1) % b.size()))) {
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

    /** The border as vertices of a polygon; circles are dealt with before. */
    static List<Position> outline(Region region) {
        return switch (region) {
            case Polygon polygon -> polygon.vertices();
            case Range range -> outline(range);
            case Circle circle -> List.of(circle.center());
        };
    }

    /** Meridians are great circles, but one from pole to pole needs points between to be a definite one. */
    private static List<Position> outline(Range range) {
        int steps = Math.max(1, (int) Math.ceil(range.raExtent() / STEP));
        double height = range.decMax() - range.decMin();
        int rises = Math.max(1, (int) Math.ceil(height / 30));
        List<Position> outline = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            outline.add(new Position(range.raMin() + range.raExtent() * i / steps, range.decMin()));
        }
        for (int i = 0; i < rises; i++) {
            outline.add(new Position(range.raMin() + range.raExtent(), range.decMin() + height * i / rises));
        }
        for (int i = steps; i > 0; i--) {
            outline.add(new Position(range.raMin() + range.raExtent() * i / steps, range.decMax()));
        }
        for (int i = rises; i > 0; i--) {
            outline.add(new Position(range.raMin(), range.decMin() + height * i / rises));
        }
        return outline;
    }

    /** The farthest point from the middle is at the end of a parallel, or on the meridian that ends the range. */
    static Circle boundingCircle(Range range) {
        Position middle = new Position(range.raMin() + range.raExtent() / 2, (range.decMin() + range.decMax()) / 2);
        double edge = range.raMin() + range.raExtent();
        double radius = Math.max(
                middle.separation(new Position(edge, range.decMin())),
                middle.separation(new Position(edge, range.decMax())));
        double dec = Math.toRadians(middle.dec());
        double half = Math.toRadians(range.raExtent() / 2);
        double farthest = Math.toDegrees(Math.atan2(-Math.sin(dec), -Math.cos(dec) * Math.cos(half)));
        if (farthest >= range.decMin() && farthest <= range.decMax()) {
            radius = Math.max(radius, middle.separation(new Position(edge, farthest)));
        }
        return new Circle(middle, Math.min(180, radius * (1 + 1e-12) + 1e-9));
    }
}
