package org.volans.api.geometry;

/**
 * A closed interval of a quantity whose unit the user of the interval states (wavelength in metres for a band, MJD for
 * a time). Either end may be infinite (SODA 1.0, section 3.3.2: {@code -Inf}, {@code +Inf}).
 *
 * @param low  the lower end
 * @param high the upper end, not less than {@code low}
 */
public record Interval(double low, double high) {

    /** @throws IllegalArgumentException when an end is NaN or the ends are in the wrong order */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval runs from low to high, not from " + low + " to " + high);
        }
    }

    /** Whether the two share at least one value. */
    public boolean intersects(Interval other) {
        return low <= other.high && other.low <= high;
    }

    /** The value of a SODA interval parameter: {@code 2.0 2.2}, {@code -Inf 2.2}. */
    public String sodaValue() {
        return text(low) + " " + text(high);
    }

    private static String text(double value) {
        return Double.isInfinite(value) ? value < 0 ? "-Inf" : "+Inf" : Spherical.numbers(value);
    }

    /** Reads {@code LO,HI} or {@code LO HI}; an empty end or {@code Inf} is infinite, {@code -Inf} and {@code +Inf} too. */
    public static Interval parse(String text) {
        String[] parts = text.strip().split("\\s*,\\s*|\\s+", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("an interval is LO,HI, not '" + text + "'");
        }
        return new Interval(end(parts[0], Double.NEGATIVE_INFINITY), end(parts[1], Double.POSITIVE_INFINITY));
    }

    private static double end(String text, double open) {
        if (text.isEmpty() || text.matches("(?i)inf(inity)?")) {
            return open;
        }
        if (text.matches("(?i)[+-]inf(inity)?")) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a number", e);
        }
    }
}
