package org.volans.discovery.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;

/**
 * What a data set covers: one or several shapes (a camera's chips come as a union of polygons).
 *
 * @param shapes at least one; the data set covers what any of them covers
 */
record Footprint(List<Region> shapes) {

    private static final Pattern SHAPE = Pattern.compile("(?i)\\b(circle|polygon|range|box)\\b");

    /** Borders are drawn differently (flat or great-circle sides, rounded numbers): so much, of the size, is forgiven. */
    private static final double SLACK = 1e-3;

    private static final double LEAST_SLACK_DEG = 1.0 / 3600;

    Footprint {
        shapes = List.copyOf(shapes);
    }

    /** Whether it holds the position, or touches the circle of a radius in degrees about it. */
    boolean touches(Position position, double radius) {
        for (Region shape : shapes) {
            double slack = Math.max(LEAST_SLACK_DEG, shape.boundingCircle().radius() * SLACK);
            if (shape.contains(position) || shape.intersects(new Circle(position, Math.min(180, radius + slack)))) {
                return true;
            }
        }
        return false;
    }

    /** Reads the text of an {@code s_region}; empty when nothing can be made of it. */
    static Optional<Footprint> parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String region = text.strip();
        String head = region.toUpperCase(Locale.ROOT);
        if (head.contains("INTERSECTION") || head.contains("NOT") || head.contains("GALACTIC")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Footprint(shapes(region)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not ours to judge: the row is then matched by its middle and size
        }
    }

    private static List<Region> shapes(String text) {
        Matcher matcher = SHAPE.matcher(text);
        List<Integer> starts = new ArrayList<>();
        while (matcher.find()) {
            starts.add(matcher.start());
        }
        if (starts.isEmpty()) {
            return List.of(bare(text));
        }
        List<Region> shapes = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
            shapes.add(Region.parse(text.substring(starts.get(i), end)));
        }
        return shapes;
    }

    /** DALI 1.1, section 3.3: numbers alone, whose count tells the shape. */
    private static Region bare(String text) {
        int count = text.split("[\\s,]+").length;
        return Region.parse((count == 3 ? "CIRCLE " : "POLYGON ") + text);
    }

    /** What is known when there is no region: a circle of the field of view's diameter, all in degrees. */
    static Optional<Footprint> parse(@Nullable Double ra, @Nullable Double dec, @Nullable Double fov) {
        if (ra == null || dec == null || fov == null || !(fov > 0) || !Double.isFinite(ra) || !(Math.abs(dec) <= 90)) {
            return Optional.empty();
        }
        return Optional.of(new Footprint(List.of(new Circle(new Position(ra, dec), Math.min(180, fov / 2)))));
    }
}
