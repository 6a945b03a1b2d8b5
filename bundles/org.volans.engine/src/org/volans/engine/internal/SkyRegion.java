package org.volans.engine.internal;

import java.util.ArrayList;
import java.util.List;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Polygon;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Range;
import org.volans.api.geometry.Region;

/** A circle, polygon or range at run time. */
record SkyRegion(Region region) implements SkyShape {

    /** Points to a side where one region is tested for being inside another. */
    private static final int SIDE_STEPS = 8;

    /** Degrees of position angle between two points of a circle. */
    private static final int CIRCLE_STEP = 5;

    @Override
    public boolean contains(double ra, double dec) {
        return Double.isFinite(ra) && dec >= -90 && dec <= 90 && region.contains(new Position(ra, dec));
    }

    @Override
    public boolean contains(SkyShape inner) {
        if (region instanceof Circle big && inner instanceof SkyRegion(Circle small)) {
            return big.center().separation(small.center()) + small.radius() <= big.radius();
        }
        return inner.outline().stream().allMatch(region::contains);
    }

    @Override
    public boolean intersects(SkyShape other) {
        return other instanceof SkyRegion(Region area) ? region.intersects(area) : other.intersects(this);
    }

    @Override
    public List<Position> outline() {
        List<Position> outline = new ArrayList<>();
        switch (region) {
            case Circle circle -> {
                for (int angle = 0; angle < 360; angle += CIRCLE_STEP) {
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

    @Override
    public double area() {
        double steradian = WHOLE_SKY / (4 * Math.PI);
        return switch (region) {
            case Circle circle -> WHOLE_SKY * Math.pow(Math.sin(Math.toRadians(circle.radius()) / 2), 2);
            case Range range ->
                Math.toRadians(range.raExtent())
                        * (Math.sin(Math.toRadians(range.decMax())) - Math.sin(Math.toRadians(range.decMin())))
                        * steradian;
            case Polygon polygon -> excess(polygon.vertices()) * steradian;
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

    /** Of a polygon, the middle of its vertices. */
    @Override
    public Position centroid() {
        return region.boundingCircle().center();
    }

    @Override
    public String numbers() {
        return switch (region) {
            case Circle circle -> circle.sodaValue();
            case Polygon polygon -> polygon.sodaValue();
            case Range range -> range.posValue().substring("RANGE ".length());
        };
    }
}
