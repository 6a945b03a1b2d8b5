package org.volans.adql.internal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of this bundle's own suggestions an editor can write by itself. */
final class Fixes {

    private static final Pattern MEANT = Pattern.compile("did you mean (.+)\\?");
    private static final Pattern DELIMIT = Pattern.compile("(?:as a name, )?write it as (\".+\")");
    private static final Pattern CHOICE = Pattern.compile("write ((?!it )\\S.*)");
    private static final Pattern TEXT = Pattern.compile("text goes between single quotes: ('.*')");

    private Fixes() {}

    /** Texts for the place of the faulty one, best first. */
    static List<String> of(String message, String suggestion) {
        for (Pattern single : List.of(MEANT, DELIMIT, TEXT)) {
            Matcher matcher = single.matcher(suggestion);
            if (matcher.matches()) {
                return List.of(matcher.group(1));
            }
        }
        Matcher choice = CHOICE.matcher(suggestion);
        boolean names = message.contains("more than one table");
        return names && choice.matches() ? List.of(choice.group(1).split(" or ")) : List.of();
    }

    /** What goes behind the faulty text. */
    static String addition(String suggestion) {
        return suggestion.startsWith("add ") && suggestion.length() == 5 ? suggestion.substring(4) : "";
    }
}
