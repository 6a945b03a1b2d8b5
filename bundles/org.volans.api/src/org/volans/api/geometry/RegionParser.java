package org.volans.api.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the shapes that services write: DALI 1.1 section 3.3, ADQL's constructors and the simple shapes of STC-S (IVOA Note
 * of 30 October 2007; in TAP 1.0 section 6). Words of STC-S that do not change the shape are passed over.
 */
final class RegionParser {

    /** FK5 of J2000 is ICRS within 0.03 arcsec. */
    private static final Set<String> FRAMES = Set.of("ICRS", "FK5", "J2000", "UNKNOWNFRAME", "UNKNOWN", "ICRS2");

    private static final Set<String> OTHER_FRAMES = Set.of(
            "FK4",
            "B1950",
            "GALACTIC",
            "GALACTIC_I",
            "GALACTIC_II",
            "SUPER_GALACTIC",
            "ECLIPTIC",
            "GEO_C",
            "GEO_D",
            "HPC",
            "HPLN",
            "BODY");
    private static final Set<String> PLACES = Set.of(
            "TOPOCENTER",
            "GEOCENTER",
            "BARYCENTER",
            "HELIOCENTER",
            "LSR",
            "LSRK",
            "LSRD",
            "GALACTIC_CENTER",
            "UNKNOWNREFPOS",
            "SPHERICAL2",
            "CARTESIAN2");
    /** What STC-S may say after the shape's numbers. */
    private static final Set<String> TRAILERS = Set.of("ERROR", "RESOLUTION", "SIZE", "PIXSIZE", "EPOCH", "POSITION");

    private static final Set<String> COMPOUNDS = Set.of("UNION", "INTERSECTION", "NOT", "DIFFERENCE");
    /** Radius in degrees that stands for a mere position: 0.4 milli-arcseconds. */
    private static final double POINT = 1e-7;

    private final String text;
    private final List<Double> numbers = new ArrayList<>();

    private RegionParser(String text) {
        this.text = text;
    }

    static Region parse(String text) {
        RegionParser parser = new RegionParser(text);
        String[] words = text.replaceAll("[(),'\"]", " ").strip().split("\\s+");
        try {
            parser.readNumbers(words);
            return parser.shape(words[0].toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw message.contains("'")
                    ? e
                    : new IllegalArgumentException("'" + parser.shortened() + "': " + message, e);
        }
    }

    private void readNumbers(String[] words) {
        if (COMPOUNDS.contains(words[0].toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "'" + shortened() + "' is made of several shapes, which cannot be read; give one of them");
        }
        for (int i = 1; i < words.length; i++) {
            String word = words[i].toUpperCase(Locale.ROOT);
            if (TRAILERS.contains(word) && !numbers.isEmpty()) {
                return;
            }
            if (word.equals("FILLFACTOR")) {
                i++;
            } else if (word.equals("UNIT")) {
                checkUnit(i + 1 < words.length ? words[++i] : "");
            } else if (OTHER_FRAMES.contains(word)) {
                throw new IllegalArgumentException(
                        "'" + shortened() + "' is in the frame " + word + "; only ICRS and J2000 can be read");
            } else if (!FRAMES.contains(word) && !PLACES.contains(word)) {
                numbers.add(number(word));
            }
        }
    }

    private void checkUnit(String unit) {
        if (!unit.equalsIgnoreCase("deg")) {
            throw new IllegalArgumentException("'" + shortened() + "' is in the unit '" + unit + "', not in degrees");
        }
    }

    private double number(String word) {
        return switch (word) {
            case "INF", "+INF", "INFINITY", "+INFINITY" -> Double.POSITIVE_INFINITY;
            case "-INF", "-INFINITY" -> Double.NEGATIVE_INFINITY;
            default -> finite(word);
        };
    }

    private double finite(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + word + "' in '" + shortened() + "' is not a number", e);
        }
    }

    private Region shape(String shape) {
        switch (shape) {
            case "CIRCLE":
                need(3);
                return new Circle(position(0), numbers.get(2));
            case "RANGE", "POSITIONINTERVAL":
                need(4);
                return shape.equals("RANGE") ? range(0, 1, 2, 3) : range(0, 2, 1, 3);
            case "POLYGON":
                return polygon();
            case "BOX":
                need(4);
                return box(position(0), numbers.get(2), numbers.get(3));
            case "POSITION", "POINT":
                need(2);
                return new Circle(position(0), POINT);
            default:
                throw new IllegalArgumentException(
                        "'" + shortened() + "' is not a circle, polygon, range, box or position that Volans can read");
        }
    }

    private Position position(int first) {
        return new Position(numbers.get(first), numbers.get(first + 1));
    }

    /** DALI allows open ends, and services write right ascensions below 0. */
    private Range range(int west, int east, int south, int north) {
        return new Range(
                ra(numbers.get(west), 0),
                ra(numbers.get(east), 360),
                Math.max(-90, numbers.get(south)),
                Math.min(90, numbers.get(north)));
    }

    private static double ra(double value, double open) {
        return Double.isInfinite(value) ? open : value < 0 && value >= -360 ? value + 360 : value;
    }

    private Polygon polygon() {
        if (numbers.size() % 2 != 0) {
            throw new IllegalArgumentException("a polygon has pairs of numbers: '" + shortened() + "'");
        }
        List<Position> vertices = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i += 2) {
            vertices.add(position(i));
        }
        return new Polygon(vertices);
    }

    /** ADQL 2.1 section 4.2.3: full widths along the great circles through the centre. */
    private Polygon box(Position center, double width, double height) {
        if (!(width > 0 && width < 180 && height > 0 && height < 180)) {
            throw new IllegalArgumentException(
                    "the sides of a box are more than 0 and less than 180 degrees: '" + shortened() + "'");
        }
        List<Position> vertices = new ArrayList<>();
        for (int[] sign : new int[][] {{1, -1}, {1, 1}, {-1, 1}, {-1, -1}}) {
            double x = Math.tan(Math.toRadians(sign[0] * width / 2));
            double y = Math.tan(Math.toRadians(sign[1] * height / 2));
            vertices.add(center.offset(Math.toDegrees(Math.atan2(x, y)), Math.toDegrees(Math.atan(Math.hypot(x, y)))));
        }
        return new Polygon(vertices);
    }

    private void need(int count) {
        if (numbers.size() != count) {
            throw new IllegalArgumentException(
                    "'" + shortened() + "' needs " + count + " numbers, has " + numbers.size());
        }
    }

    private String shortened() {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
