package org.volans.api.geometry;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Formulae on the unit sphere; angles in degrees outside, unit vectors inside. */
final class Spherical {

    /** Positions this close to a polygon's side count as on it: 0.4 micro-arcseconds, far below any catalogue. */
    static final double ON_EDGE = 2e-12;

    private Spherical() {}

    static double separation(Position a, Position b) {
        double dRa = Math.toRadians(b.ra() - a.ra());
        double decA = Math.toRadians(a.dec());
        double decB = Math.toRadians(b.dec());
        double x = Math.cos(decB) * Math.sin(dRa);
        double y = Math.cos(decA) * Math.sin(decB) - Math.sin(decA) * Math.cos(decB) * Math.cos(dRa);
        double z = Math.sin(decA) * Math.sin(decB) + Math.cos(decA) * Math.cos(decB) * Math.cos(dRa);
        return Math.toDegrees(Math.atan2(Math.hypot(x, y), z));
    }

    static double positionAngle(Position a, Position b) {
        double dRa = Math.toRadians(b.ra() - a.ra());
        double decA = Math.toRadians(a.dec());
        double decB = Math.toRadians(b.dec());
        double x = Math.cos(decB) * Math.sin(dRa);
        double y = Math.cos(decA) * Math.sin(decB) - Math.sin(decA) * Math.cos(decB) * Math.cos(dRa);
        return (Math.toDegrees(Math.atan2(x, y)) + 360) % 360;
    }

    static Position offset(Position from, double angle, double distance) {
        double dec = Math.toRadians(from.dec());
        double pa = Math.toRadians(angle);
        double d = Math.toRadians(distance);
        double z = Math.sin(dec) * Math.cos(d) + Math.cos(dec) * Math.sin(d) * Math.cos(pa);
        double east = Math.sin(d) * Math.sin(pa);
        double out = Math.cos(dec) * Math.cos(d) - Math.sin(dec) * Math.sin(d) * Math.cos(pa);
        double ra = from.ra() + Math.toDegrees(Math.atan2(east, out));
        return new Position(ra, Math.toDegrees(Math.atan2(z, Math.hypot(east, out))));
    }

    static double[] vector(Position p) {
        double ra = Math.toRadians(p.ra());
        double dec = Math.toRadians(p.dec());
        return new double[] {Math.cos(dec) * Math.cos(ra), Math.cos(dec) * Math.sin(ra), Math.sin(dec)};
    }

    static Position position(double... v) {
        return new Position(
                Math.toDegrees(Math.atan2(v[1], v[0])), Math.toDegrees(Math.atan2(v[2], Math.hypot(v[0], v[1]))));
    }

    static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** Sum of unit vectors. */
    static double[] sum(List<double[]> vectors) {
        double[] sum = new double[3];
        for (double[] v : vectors) {
            for (int i = 0; i < 3; i++) {
                sum[i] += v[i];
            }
        }
        return sum;
    }

    static Position middle(List<Position> positions) {
        double[] sum = sum(positions.stream().map(Spherical::vector).toList());
        return norm(sum) < 1e-9 ? positions.get(0) : position(sum);
    }

    /** Shortest angle in radians from a unit vector to the shorter great-circle arc a-b. */
    static double distanceToArc(double[] at, double[] a, double[] b) {
        double[] n = cross(a, b);
        double length = norm(n);
        if (length > 1e-15 && dot(cross(n, a), at) >= 0 && dot(cross(b, n), at) >= 0) {
            return Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(n, at) / length))));
        }
        return Math.min(angle(at, a), angle(at, b));
    }

    static double angle(double[] a, double[] b) {
        return Math.atan2(norm(cross(a, b)), dot(a, b));
    }

    /** Numbers as services take them: plain decimals, never {@code 1.0E-4}, blanks between. */
    static String numbers(double... values) {
        return DoubleStream.of(values)
                .mapToObj(v -> BigDecimal.valueOf(v).stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(" "));
    }
}
