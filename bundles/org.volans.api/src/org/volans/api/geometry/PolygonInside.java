package org.volans.api.geometry;

import java.util.ArrayList;
import java.util.List;

/** Whether a position lies in a polygon of great circles; the inside is the smaller part of the sphere. */
final class PolygonInside {

    /** Polygons within a circle smaller than this (in radians) lie in a hemisphere, with room for rounding. */
    private static final double CAP = Math.PI / 2 - 1e-6;

    private final List<double[]> vertices;
    private final double[] at;

    private PolygonInside(List<double[]> vertices, double[] at) {
        this.vertices = vertices;
        this.at = at;
    }

    static boolean contains(List<Position> polygon, Position position) {
        List<double[]> vectors = new ArrayList<>();
        for (Position p : polygon) {
            double[] v = Spherical.vector(p);
            if (vectors.isEmpty() || Spherical.angle(vectors.get(vectors.size() - 1), v) > Spherical.ON_EDGE) {
                vectors.add(v);
            }
        }
        return new PolygonInside(vectors, Spherical.vector(position)).contains();
    }

    private double[] vertex(int i) {
        return vertices.get(i % vertices.size());
    }

    private boolean contains() {
        double[] middle = Spherical.sum(vertices);
        double cap = 0;
        for (double[] v : vertices) {
            cap = Math.max(cap, Spherical.angle(middle, v));
        }
        boolean small = Spherical.norm(middle) > 1e-9 && cap < CAP;
        if (small && Spherical.angle(middle, at) > cap + Spherical.ON_EDGE) {
            return false;
        }
        for (int i = 0; i < vertices.size(); i++) {
            if (Spherical.distanceToArc(at, vertex(i), vertex(i + 1)) < Spherical.ON_EDGE) {
                return true;
            }
        }
        return small ? winds() : leftOfAll() == leftIsSmaller();
    }

    /** Whether the polygon winds about the position: within a hemisphere the opposite point cannot be meant. */
    private boolean winds() {
        double winding = 0;
        for (int i = 0; i < vertices.size(); i++) {
            double[] na = Spherical.cross(at, vertex(i));
            double[] nb = Spherical.cross(at, vertex(i + 1));
            winding += Math.atan2(Spherical.dot(at, Spherical.cross(na, nb)), Spherical.dot(na, nb));
        }
        return Math.abs(winding) > Math.PI;
    }

    /** Whether the part of the sphere on the left of the sides is at most half of it (theorem of Gauss and Bonnet). */
    private boolean leftIsSmaller() {
        double turning = 0;
        int n = vertices.size();
        for (int i = 0; i < n; i++) {
            double[] in = Spherical.cross(vertex(i), vertex(i + 1));
            double[] out = Spherical.cross(vertex(i + 1), vertex(i + 2));
            turning += Math.atan2(Spherical.dot(vertex(i + 1), Spherical.cross(in, out)), Spherical.dot(in, out));
        }
        return 2 * Math.PI - turning <= 2 * Math.PI;
    }

    /**
     * Whether the position is on the left of the border: follows the arc to the middle of the side that it sees least
     * aslant, and counts the other sides on the way.
     */
    private boolean leftOfAll() {
        int goal = 0;
        double best = -1;
        for (int i = 0; i < vertices.size(); i++) {
            double height = Math.abs(Spherical.dot(unit(Spherical.cross(vertex(i), vertex(i + 1))), at));
            if (height > best) {
                best = height;
                goal = i;
            }
        }
        double[] to = Spherical.sum(List.of(vertex(goal), vertex(goal + 1)));
        boolean left = Spherical.dot(Spherical.cross(vertex(goal), vertex(goal + 1)), at) > 0;
        for (int i = 0; i < vertices.size(); i++) {
            if (i != goal && crosses(to, vertex(i), vertex(i + 1))) {
                left = !left;
            }
        }
        return left;
    }

    /** A vertex on the arc's own great circle counts as left of it, so that one of its two sides is crossed. */
    private boolean crosses(double[] to, double[] a, double[] b) {
        double[] n = Spherical.cross(at, to);
        boolean aLeft = Spherical.dot(n, a) >= 0;
        boolean bLeft = Spherical.dot(n, b) >= 0;
        if (aLeft == bLeft) {
            return false;
        }
        double[] meet = Spherical.cross(n, Spherical.cross(a, b));
        double[] between = {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
        double sign = Spherical.dot(meet, between) >= 0 ? 1 : -1;
        double[] x = {sign * meet[0], sign * meet[1], sign * meet[2]};
        return Spherical.dot(Spherical.cross(at, x), n) > 0 && Spherical.dot(Spherical.cross(x, to), n) > 0;
    }

    private static double[] unit(double[] v) {
        double norm = Spherical.norm(v);
        return norm == 0 ? v : new double[] {v[0] / norm, v[1] / norm, v[2] / norm};
    }
}
