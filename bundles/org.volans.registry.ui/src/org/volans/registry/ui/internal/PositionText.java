package org.volans.registry.ui.internal;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;

/** Positions as people write them: decimal degrees, or hours and degrees in sexagesimal. */
final class PositionText {

    private static final Pattern SEXAGESIMAL = Pattern.compile(
            "(\\d{1,2})[h:\\s]\\s*(\\d{1,2})[m:'\\s]\\s*(\\d{1,2}(?:\\.\\d*)?)s?[,\\s]*"
                    + "([+\\-\u2212]?)\\s*(\\d{1,2})[d:\u00b0\\s]\\s*(\\d{1,2})[m:'\u2032\\s]\\s*"
                    + "(\\d{1,2}(?:\\.\\d*)?)[s\"\u2033]?",
            Pattern.CASE_INSENSITIVE);

    private PositionText() {}

    /**
     * Reads {@code 240.484 46.768}, {@code 16:01:56.2 +46:46:05} or {@code 16h01m56.2s +46d46m05s}; ICRS.
     *
     * @throws InputException that says what is wrong and how it is written
     */
    static Position parse(String text) throws InputException {
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
