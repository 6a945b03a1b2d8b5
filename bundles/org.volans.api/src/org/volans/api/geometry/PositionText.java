package org.volans.api.geometry;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.volans.api.InputException;

/**
 * Positions as people read and write them: decimal degrees, or hours and degrees in sexagesimal. Safe for concurrent use.
 */
public final class PositionText {

    private static final Pattern SEXAGESIMAL = Pattern.compile(
            "(\\d{1,2})[h:\\s]\\s*(\\d{1,2})[m:'\\s]\\s*(\\d{1,2}(?:\\.\\d*)?)s?[,\\s]*"
                    + "([+\\-\u2212]?)\\s*(\\d{1,2})[d:\u00b0\\s]\\s*(\\d{1,2})[m:'\u2032\\s]\\s*"
                    + "(\\d{1,2}(?:\\.\\d*)?)[s\"\u2033]?",
            Pattern.CASE_INSENSITIVE);

    private PositionText() {}

    /**
     * Right ascension and declination in hours and degrees, minutes, seconds: {@code 16:03:20.12 +46:46:30.1}.
     *
     * @param digits decimals of the seconds of declination, 0 to 9; right ascension has one more
     */
    public static String sexagesimal(Position position, int digits) {
        return parts(position.ra() / 15, digits + 1, 24)
                + (position.dec() < 0 ? " -" : " +")
                + parts(Math.abs(position.dec()), digits, 1000);
    }

    /** Rounded as a whole, so that no part ever reads 60. */
    private static String parts(double value, int digits, int turn) {
        long unit = Math.round(Math.pow(10, digits));
        long all = Math.round(value * 3600 * unit);
        long first = all / (3600 * unit) % turn;
        String seconds = String.format(Locale.ROOT, "%02d", all / unit % 60);
        String decimals = digits == 0 ? "" : "." + String.format(Locale.ROOT, "%0" + digits + "d", all % unit);
        return String.format(Locale.ROOT, "%02d:%02d:", first, all / (60 * unit) % 60) + seconds + decimals;
    }

    /** Right ascension and declination in degrees with a number of decimals: {@code 240.4840 +46.7680}. */
    public static String degrees(Position position, int digits) {
        return pair(position.ra(), position.dec(), digits);
    }

    /** Galactic longitude and latitude in degrees with a number of decimals: {@code 71.9612 +50.2345}. */
    public static String galactic(Position position, int digits) {
        Galactic galactic = Galactic.of(position);
        return pair(galactic.l(), galactic.b(), digits);
    }

    /** A longitude that would be rounded to 360 reads 0. */
    private static String pair(double longitude, double latitude, int digits) {
        double turn = 360 - 0.5 * Math.pow(10, -digits);
        String format = "%." + digits + "f %+." + digits + "f";
        return String.format(Locale.ROOT, format, longitude >= turn ? 0.0 : longitude, latitude);
    }

    /**
     * Reads {@code 240.484 46.768}, {@code 16:01:56.2 +46:46:05} or {@code 16h01m56.2s +46d46m05s}; ICRS.
     *
     * @throws InputException that says what is wrong and how it is written
     */
    public static Position parse(String text) throws InputException {
        Matcher matcher = SEXAGESIMAL.matcher(text.strip());
        try {
            if (matcher.matches()) {
                return sexagesimal(matcher.toMatchResult());
            }
            return Position.parse(text.replace("\u00b0", " ").replace('\u2212', '-'));
        } catch (IllegalArgumentException e) {
            String why = e.getMessage().startsWith("declination") ? e.getMessage() + "." : "";
            throw new InputException(
                    why.isEmpty() ? "Not a position: write 240.484 46.768 or 16:01:56.2 +46:46:05." : capital(why), e);
        }
    }

    /**
     * Reads a right ascension alone: decimal degrees, or hours in sexagesimal.
     *
     * @return degrees
     */
    public static double ra(String text) throws InputException {
        String plain = text.strip();
        try {
            return decimal(plain)
                    ? Double.parseDouble(plain)
                    : parse(plain + " +00:00:00").ra();
        } catch (InputException e) {
            throw new InputException("'" + plain + "' is no right ascension: write 240.484 or 16:01:56.2.", e);
        }
    }

    /**
     * Reads a declination alone: decimal degrees, or degrees in sexagesimal.
     *
     * @return degrees, not outside -90 to 90
     */
    public static double dec(String text) throws InputException {
        String plain = text.strip().replace('\u2212', '-');
        try {
            return parse((decimal(plain) ? "0 " : "00:00:00 ") + plain).dec();
        } catch (InputException e) {
            throw new InputException("'" + plain + "' is no declination: write 46.768 or +46:46:05.", e);
        }
    }

    private static boolean decimal(String text) {
        return text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static Position sexagesimal(MatchResult found) {
        double hours = number(found, 1, 24) + number(found, 2, 60) / 60 + number(found, 3, 60) / 3600;
        double degrees = number(found, 5, 91) + number(found, 6, 60) / 60 + number(found, 7, 60) / 3600;
        boolean south = found.group(4).equals("-") || found.group(4).equals("\u2212");
        return new Position(hours * 15, south ? -degrees : degrees);
    }

    private static double number(MatchResult found, int group, int below) {
        double value = Double.parseDouble(found.group(group));
        if (value >= below) {
            throw new IllegalArgumentException(found.group(group) + " is not below " + below);
        }
        return value;
    }
}
