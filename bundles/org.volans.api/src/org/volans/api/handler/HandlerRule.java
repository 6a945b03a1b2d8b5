package org.volans.api.handler;

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
 * @param settings what the handler is told
 */
public record HandlerRule(
        String handler, String event, String from, String tables, boolean enabled, Map<String, String> settings) {

    public HandlerRule {
        settings = Map.copyOf(settings);
    }

    /** A rule that runs a handler for everything that it accepts. */
    public static HandlerRule always(String handler) {
        return new HandlerRule(handler, "*", "*", "*", true, Map.of());
    }
}
