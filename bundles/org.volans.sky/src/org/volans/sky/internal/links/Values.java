package org.volans.sky.internal.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Polygon;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Range;
import org.volans.api.geometry.Region;
import org.volans.sky.internal.Parameters;

/** Reads the values of DALI's types (DALI 1.1, section 3.3) as strictly as a validator wants it. */
final class Values {

    private static final long DEFAULT_MAXREC = 50_000;

    private Values() {}

    /**
     * The value of a parameter that may be given once; an empty value counts as none.
     *
     * @throws UsageException when it is given more often
     */
    static Optional<String> one(Parameters parameters, String name) throws UsageException {
        List<String> all = parameters.all(name).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (all.size() > 1) {
            throw UsageException.multiple(name + " was given " + all.size() + " times; this service takes one value");
        }
        return all.stream().findFirst();
    }

    /** Most rows wanted (DALI 1.1, section 3.4.4). */
    static long maxrec(Parameters parameters) throws UsageException {
        Optional<String> text = one(parameters, "MAXREC");
        if (text.isEmpty()) {
            return DEFAULT_MAXREC;
        }
        if (!text.get().matches("\\d{1,9}")) {
            throw new UsageException("MAXREC=" + text.get() + " is not a whole number from 0 on");
        }
        return Long.parseLong(text.get());
    }

    /** {@code ra dec radius} in degrees. */
    static Region circle(String name, String text) throws UsageException {
        return circle(name, text, numbers(name, text, text));
    }

    /** {@code ra1 dec1 ra2 dec2 ra3 dec3…} in degrees. */
    static Region polygon(String name, String text) throws UsageException {
        return polygon(name, text, numbers(name, text, text));
    }

    /** {@code CIRCLE …}, {@code RANGE ra1 ra2 dec1 dec2} or {@code POLYGON …} in degrees. */
    static Region pos(String name, String text) throws UsageException {
        String[] words = text.strip().split("\\s+", 2);
        double[] n = numbers(name, text, words.length > 1 ? words[1] : "");
        return switch (words[0].toUpperCase(Locale.ROOT)) {
            case "CIRCLE" -> circle(name, text, n);
            case "POLYGON" -> polygon(name, text, n);
            case "RANGE" -> range(name, text, n);
            default ->
                throw new UsageException(
                        name + "=" + text + ": a region is CIRCLE, RANGE or POLYGON and numbers in degrees");
        };
    }

    /** Two numbers, or one that stands for both; {@code -Inf} and {@code +Inf} are open ends. */
    static Interval interval(String name, String text) throws UsageException {
        double[] n = numbers(name, text, text);
        try {
            if (n.length == 1 || n.length == 2) {
                return new Interval(n[0], n[n.length - 1]);
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + "=" + text + ": " + e.getMessage());
        }
        throw new UsageException(name + "=" + text + ": an interval is two numbers");
    }

    /** One number. */
    static double number(String name, String text) throws UsageException {
        double[] n = numbers(name, text, text);
        if (n.length != 1 || !Double.isFinite(n[0])) {
            throw new UsageException(name + "=" + text + " is not one number");
        }
        return n[0];
    }

    private static Region circle(String name, String text, double[] n) throws UsageException {
        need(n.length == 3, name, text, "a circle is ra, dec and radius in degrees");
        try {
            return new Circle(new Position(n[0], n[1]), n[2]);
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + "=" + text + ": " + e.getMessage());
        }
    }

    private static Region polygon(String name, String text, double[] n) throws UsageException {
        need(n.length >= 6 && n.length % 2 == 0, name, text, "a polygon is at least three pairs of ra and dec");
        List<Position> vertices = new ArrayList<>();
        try {
            for (int i = 0; i < n.length; i += 2) {
                vertices.add(new Position(n[i], n[i + 1]));
            }
            return new Polygon(vertices);
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + "=" + text + ": " + e.getMessage());
        }
    }

    private static Region range(String name, String text, double[] n) throws UsageException {
        need(n.length == 4, name, text, "a range is ra1 ra2 dec1 dec2 in degrees");
        try {
            // an open end runs to the end of the coordinate (SIA 2.0, section 2.1.1)
            return new Range(Math.max(0, n[0]), Math.min(360, n[1]), Math.max(-90, n[2]), Math.min(90, n[3]));
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + "=" + text + ": " + e.getMessage());
        }
    }

    private static void need(boolean fulfilled, String name, String text, String rule) throws UsageException {
        if (!fulfilled) {
            throw new UsageException(name + "=" + text + ": " + rule);
        }
    }

    private static double[] numbers(String name, String whole, String text) throws UsageException {
        String[] words = text.isBlank() ? new String[0] : text.strip().split("\\s+");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = number(name, whole, words[i], i);
        }
        return numbers;
    }

    private static double number(String name, String whole, String word, int index) throws UsageException {
        if (word.matches("[+-]?(?i)inf(inity)?")) {
            return word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        try {
            double value = Double.parseDouble(word);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(name + "=" + whole + ": '" + word + "' is not a number");
        }
        throw new UsageException(name + "=" + whole + ": value " + (index + 1) + " is not a number");
    }
}
