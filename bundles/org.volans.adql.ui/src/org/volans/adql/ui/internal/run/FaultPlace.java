package org.volans.adql.ui.internal.run;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.volans.adql.ui.internal.Places;

/** Finds in a service's words the place in the query that they speak of. */
public final class FaultPlace {

    /** {@code line 1, column 8}, {@code [l.1 c.8 - l.1 c.12]}, {@code 1:8:}; services write all of these. */
    private static final Pattern LINE = Pattern.compile(
            "(?:line:?\\s*|\\[?l\\.\\s*|(?<![\\d:/])\\b)(\\d{1,6})"
                    + "(?:\\s*,?\\s*(?:column|col\\.?|char|c\\.)\\s*:?\\s*|:)(\\d{1,6})(?![\\d:]*/)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern POSITION =
            Pattern.compile("\\b(?:char|character|position|offset)\\s*:?\\s*(\\d{1,7})\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUOTED = Pattern.compile("[\"'`“‘]([^\"'`”’]{1,80})[\"'`”’]");

    private FaultPlace() {}

    /** The place, where the words name one. */
    public static Optional<IRegion> find(String message, String query) {
        Matcher line = LINE.matcher(message);
        if (line.find()) {
            int number = Integer.parseInt(line.group(1));
            int column = Integer.parseInt(line.group(2));
            if (number >= 1 && number <= query.lines().count()) {
                return Optional.of(word(
                        query, Places.of(query, number, Math.max(1, column), 1).getOffset()));
            }
        }
        Matcher position = POSITION.matcher(message);
        if (position.find()) {
            int offset = Integer.parseInt(position.group(1)) - 1;
            return offset >= 0 && offset < query.length() ? Optional.of(word(query, offset)) : Optional.empty();
        }
        return named(message, query);
    }

    /** A name between quotes that stands in the query once. */
    private static Optional<IRegion> named(String message, String query) {
        Matcher quoted = QUOTED.matcher(message);
        while (quoted.find()) {
            String name = quoted.group(1);
            Matcher there = Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
                    .matcher(query);
            if (there.find()) {
                IRegion region = new Region(there.start(), there.end() - there.start());
                if (!there.find()) {
                    return Optional.of(region);
                }
            }
        }
        return Optional.empty();
    }

    private static IRegion word(String query, int offset) {
        int end = offset;
        while (end < query.length() && Character.isJavaIdentifierPart(query.charAt(end))) {
            end++;
        }
        return new Region(offset, Math.max(1, end - offset));
    }
}
