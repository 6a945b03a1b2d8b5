package org.volans.samp.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.ComponentServiceObjects;

/**
 * Services of a whiteboard that are got when they are needed: they may themselves need the service that asks them. Safe
 * for
 * concurrent use.
 */
final class Whiteboard<T> {

    /** Each is got once: every further getting would be counted and kept. */
    private final Map<ComponentServiceObjects<T>, T> started = new ConcurrentHashMap<>();

    /** Those that are there now. */
    List<T> services(List<ComponentServiceObjects<T>> now) {
        started.keySet().retainAll(now);
        return now.stream()
                .map(one -> started.computeIfAbsent(one, ComponentServiceObjects::getService))
                // none when it goes in this very moment
                .filter(Objects::nonNull)
                .toList();
    }
}
