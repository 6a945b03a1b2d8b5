package org.volans.samp.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.osgi.service.component.ComponentServiceObjects;

/**
 * Services of a whiteboard that are got when they are needed: they may themselves need the service that asks them. Safe
 * for
 * concurrent use.
 */
final class Whiteboard<T> {

    private static final Logger LOG = Logger.getLogger(Whiteboard.class.getName());

    /** Each is got once: every further getting would be counted and kept. */
    private final Map<ComponentServiceObjects<T>, T> started = new ConcurrentHashMap<>();

    /** Those that are there now. */
    List<T> services(List<ComponentServiceObjects<T>> now) {
        started.keySet().retainAll(now);
        return now.stream().flatMap(one -> get(one).stream()).toList();
    }

    private Optional<T> get(ComponentServiceObjects<T> one) {
        try {
            // none when it goes in this very moment
            return Optional.ofNullable(started.computeIfAbsent(one, ComponentServiceObjects::getService));
        } catch (IllegalStateException e) {
            LOG.log(Level.FINE, "who asks goes in this very moment", e);
            return Optional.empty();
        }
    }
}
