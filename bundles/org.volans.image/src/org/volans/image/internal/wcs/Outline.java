package org.volans.image.internal.wcs;

import java.util.ArrayList;
import java.util.List;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Polygon;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Range;
import org.volans.api.geometry.Region;

/** The border of a region as a dense, closed line of positions. */
public final class Outline {

    private static final int MOST = 4096;

    private Outline() {}

    /**
     * @param step wanted distance of neighbours in degrees; there are at least some dozens per side and at most some
     *             thousands
     */
    public static List<Position> of(Region region, double step) {
        return switch (region) {
            case Circle circle -> circle(circle, step);
            case Polygon polygon -> polygon(polygon, step);
            case Range range -> range(range, step);
        };
    }

    private static int count(double length, double step, int least) {
        return (int) Math.max(least, Math.min(MOST, Math.ceil(length / step)));
    }

    private static List<Position> circle(Circle circle, double step) {
        int n = count(360 * Math.sin(Math.toRadians(Math.min(90, circle.radius()))), step, 720);
        List<Position> line = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            line.add(circle.center().offset(360.0 * i / n, circle.radius()));
        }
        return line;
    }

    private static List<Position> polygon(Polygon polygon, double step) {
        List<Position> corners = polygon.vertices();
        List<Position> line = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Position from = corners.get(i);
            Position to = corners.get((i + 1) % corners.size());
            double length = from.separation(to);
            double angle = from.positionAngle(to);
            int n = count(length, step, 32);
            line.add(from);
            for (int k = 1; k < n; k++) {
                line.add(from.offset(angle, length * k / n));
            }
        }
        return line;
    }

    private static List<Position> range(Range range, double step) {
        double width = range.raExtent();
        double height = range.decMax() - range.decMin();
        int across = count(width, step, 64);
        int up = count(height, step, 64);
        List<Position> line = new ArrayList<>();
        for (int i = 0; i < across; i++) {
            line.add(new Position(range.raMin() + width * i / across, range.decMin()));
        }
        for (int i = 0; i < up; i++) {
            line.add(new Position(range.raMin() + width, range.decMin() + height * i / up));
        }
        for (int i = 0; i < across; i++) {
            line.add(new Position(range.raMin() + width * (across - i) / across, range.decMax()));
        }
        for (int i = 0; i < up; i++) {
            line.add(new Position(range.raMin(), range.decMin() + height * (up - i) / up));
        }
        return line;
    }
}
