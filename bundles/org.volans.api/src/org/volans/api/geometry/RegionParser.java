package org.volans.api.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the shapes that services write: DALI 1.1 section 3.3 and the simple shapes of STC-S. */
final class RegionParser {

    private static final Set<String> FRAMES = Set.of("ICRS", "FK5", "J2000", "UNKNOWNFRAME", "ICRS2");
    private static final Set<String> NOISE = Set.of(
            "TOPOCENTER", "GEOCENTER", "BARYCENTER", "HELIOCENTER", "UNKNOWNREFPOS", "SPHERICAL2", "UNIT", "DEG");

    private RegionParser() {}

    static Region parse(String text) {
        String[] words = text.strip()
                .replace('(', ' ')
                .replace(')', ' ')
                .replace(',', ' ')
                .replace("'", " ")
                .strip()
                .split("\\s+");
        String shape = words[0].toUpperCase(Locale.ROOT);
        List<Double> numbers = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            String word = words[i].toUpperCase(Locale.ROOT);
            if (FRAMES.contains(word) || NOISE.contains(word)) {
                continue;
            }
            numbers.add(number(word, text));
        }
        return shape(shape, numbers, text);
    }

    private static Region shape(String shape, List<Double> n, String text) {
        switch (shape) {
            case "CIRCLE":
                need(n, 3, text);
                return new Circle(new Position(n.get(0), n.get(1)), n.get(2));
            case "RANGE":
                need(n, 4, text);
                return new Range(n.get(0), n.get(1), n.get(2), n.get(3));
            case "POLYGON":
                return polygon(n, text);
            case "BOX":
                need(n, 4, text);
                return box(n.get(0), n.get(1), n.get(2), n.get(3));
            default:
                throw new IllegalArgumentException(
                        "'" + shorten(text) + "' is not a circle, polygon, range or box that Volans can read");
        }
    }

    private static Polygon polygon(List<Double> n, String text) {
        if (n.size() % 2 != 0) {
            throw new IllegalArgumentException("a polygon has pairs of numbers: '" + shorten(text) + "'");
        }
        List<Position> vertices = new ArrayList<>();
        for (int i = 0; i < n.size(); i += 2) {
            vertices.add(new Position(n.get(i), n.get(i + 1)));
        }
        return new Polygon(vertices);
    }

    /** ADQL 2.1 section 4.2.3: full widths along the great circles through the centre. */
    private static Polygon box(double ra, double dec, double width, double height) {
        Position center = new Position(ra, dec);
        List<Position> vertices = new ArrayList<>();
        for (int[] sign : new int[][] {{1, -1}, {1, 1}, {-1, 1}, {-1, -1}}) {
            double x = Math.tan(Math.toRadians(sign[0] * width / 2));
            double y = Math.tan(Math.toRadians(sign[1] * height / 2));
            vertices.add(center.offset(Math.toDegrees(Math.atan2(x, y)), Math.toDegrees(Math.atan(Math.hypot(x, y)))));
        }
        return new Polygon(vertices);
    }

    private static void need(List<Double> numbers, int count, String text) {
        if (numbers.size() != count) {
            throw new IllegalArgumentException(
                    "'" + shorten(text) + "' needs " + count + " numbers, has " + numbers.size());
        }
    }

    private static double number(String word, String text) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + word + "' in '" + shorten(text) + "' is not a number", e);
        }
    }

    private static String shorten(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
