package org.volans.api.handler;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@link Handler#RULE}. */
final class RuleWords {

    private static final Pattern WORD = Pattern.compile("\\s*([\\w.-]+)=(?:\"([^\"]*)\"|([^\\s\"]*))(?=\\s|$)");

    private RuleWords() {}

    /**
     * The rule of a handler: {@code event}, {@code from}, {@code tables} and {@code enabled} as in the rules file; any
     * other word is a setting. A value with spaces stands in double quotes.
     *
     * @throws IllegalArgumentException that says what is wrong
     */
    static HandlerRule parse(String handler, String text) {
        Map<String, String> words = new LinkedHashMap<>();
        Matcher matcher = WORD.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            words.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new IllegalArgumentException("'" + text.substring(end).strip() + "' is not of the form name=value");
        }
        String event = taken(words, "event");
        String from = taken(words, "from");
        String tables = taken(words, "tables");
        String enabled = words.containsKey("enabled") ? String.valueOf(words.remove("enabled")) : "true";
        if (!enabled.matches("true|false")) {
            throw new IllegalArgumentException("'enabled' is true or false, not '" + enabled + "'");
        }
        return new HandlerRule(handler, event, from, tables, Boolean.parseBoolean(enabled), words);
    }

    private static String taken(Map<String, String> words, String name) {
        return words.containsKey(name) ? String.valueOf(words.remove(name)) : "*";
    }
}
