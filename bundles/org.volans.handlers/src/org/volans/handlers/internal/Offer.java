package org.volans.handlers.internal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Constants;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerRule;

/**
 * A handler that a plug-in offers; the plug-in need not run yet.
 *
 * @param id      its id
 * @param label   what it does; the id when it does not say
 * @param kind    the kind of its events
 * @param bundle  the plug-in that brings it
 * @param rule    the rule that it comes with
 * @param ranking the highest counts
 * @param service number of its service: of equal ones the lowest counts
 * @param start   starts it; empty when it cannot be started
 */
public record Offer(
        String id,
        String label,
        String kind,
        String bundle,
        HandlerRule rule,
        int ranking,
        long service,
        Supplier<Optional<Handler<?>>> start) {

    /**
     * From the properties of its service.
     *
     * @throws IllegalArgumentException when it has no id, or a rule that cannot be read
     */
    static Offer of(
            String kind,
            String bundle,
            Map<String, @Nullable Object> properties,
            Supplier<Optional<Handler<?>>> start) {
        String id = text(properties, Handler.ID);
        if (id.isBlank()) {
            throw new IllegalArgumentException("it has no service property " + Handler.ID);
        }
        String label = text(properties, Handler.LABEL);
        return new Offer(
                id,
                label.isBlank() ? id : label,
                kind,
                bundle,
                rule(id, text(properties, Handler.RULE)),
                properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0,
                properties.get(Constants.SERVICE_ID) instanceof Long number ? number : 0,
                start);
    }

    /** Whether it is the same service: of the same name there may be another one. */
    boolean is(Offer other) {
        return id.equals(other.id) && service == other.service;
    }

    private static HandlerRule rule(String id, String text) {
        try {
            return HandlerRule.parse(id, text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "its service property " + Handler.RULE + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static String text(Map<String, @Nullable Object> properties, String name) {
        return properties.get(name) instanceof String text ? text.strip() : "";
    }

    /** The handler, for an event of its kind. */
    @SuppressWarnings("unchecked") // it was registered as a handler of that kind
    Optional<Handler<HandlerEvent>> handler() {
        return start.get().map(handler -> (Handler<HandlerEvent>) handler);
    }
}
