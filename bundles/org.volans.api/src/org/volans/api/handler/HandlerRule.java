package org.volans.api.handler;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * When a handler runs.
 *
 * @param handler  its id
 * @param event    a kind of event ({@code row}, {@code rows}, {@code position}, {@code table}, {@code image}, {@code link}), an
 *                 MType possibly with a wildcard, or {@code *} for whatever the handler takes
 * @param from     who from: {@code *}, {@code here} (this program), {@code samp} (any other program), {@code handler} (made
 *                 by a handler), or a program's name, in which {@code *} and {@code ?} stand for any characters; whatever
 *                 the case
 * @param tables   for events about tables: name of the table, in which {@code *} and {@code ?} stand for any characters,
 *                 whatever the case
 * @param enabled  whether the rule is on
 * @param settings what the handler is told; {@value #LIMIT} is for its surroundings, see {@link #limit()}
 */
public record HandlerRule(
        String handler, String event, String from, String tables, boolean enabled, Map<String, String> settings) {

    /** The setting for {@link #limit()}. */
    public static final String LIMIT = "limit";

    private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);
    private static final double LONGEST_LIMIT_S = 86_400;

    /**
     * @throws IllegalArgumentException when the event is none of those words, or the limit is no number of seconds; the message
     *                                  says what would be right
     */
    public HandlerRule {
        boolean mtype = event.matches("[\\w-]+(\\.[\\w-]+)*\\.([\\w-]+|\\*)");
        if (!event.equals("*") && !HandlerEvent.KINDS.contains(event) && !mtype) {
            throw new IllegalArgumentException("'" + event + "' is no event: it is one of "
                    + String.join(", ", HandlerEvent.KINDS) + ", an MType such as coord.pointAt.sky or coord.*, or *");
        }
        settings = Map.copyOf(settings);
        limit(settings);
    }

    /** So long may the handler work on an event: the seconds of its setting {@value #LIMIT}, or a minute. */
    public Duration limit() {
        return limit(settings);
    }

    private static Duration limit(Map<String, String> settings) {
        if (!settings.containsKey(LIMIT)) {
            return USUAL_LIMIT;
        }
        String text = String.valueOf(settings.get(LIMIT)).strip();
        double seconds = text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?") ? Double.parseDouble(text) : 0;
        if (seconds <= 0 || seconds > LONGEST_LIMIT_S) {
            throw new IllegalArgumentException(
                    "'" + LIMIT + "' is a number of seconds above 0 and up to 86400, not '" + text + "'");
        }
        return Duration.ofMillis(Math.max(1, Math.round(1000 * seconds)));
    }

    /** A rule that runs a handler for everything that it accepts. */
    public static HandlerRule always(String handler) {
        return new HandlerRule(handler, "*", "*", "*", true, Map.of());
    }

    /**
     * Reads {@link Handler#RULE}: {@code event}, {@code from}, {@code tables} and {@code enabled} as in the rules file; any
     * other word is a setting. A value with spaces stands in double quotes.
     *
     * @throws IllegalArgumentException that says what is wrong
     */
    public static HandlerRule parse(String handler, String words) {
        return RuleWords.parse(handler, words);
    }

    /** The same rule, with settings for what it leaves open. */
    public HandlerRule withDefaults(Map<String, String> defaults) {
        Map<String, String> all = new HashMap<>(defaults);
        all.putAll(settings);
        return new HandlerRule(handler, event, from, tables, enabled, all);
    }
}
