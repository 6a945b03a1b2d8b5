package org.volans.sed.ui.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.volans.api.sed.Sed;

/** The objects that show, the newest last; each with what one or several handlers know of it. UI thread only. */
final class ShownSeds {

    /** More objects cannot be told apart; the oldest goes. */
    private static final int MOST = 20;

    private final Map<Object, Map<String, Sed>> objects = new LinkedHashMap<>();

    boolean isEmpty() {
        return objects.isEmpty();
    }

    /** Whether a handler's SED of an object shows. */
    boolean has(Object object, String handler) {
        return Optional.ofNullable(objects.get(object))
                .filter(seds -> seds.containsKey(handler))
                .isPresent();
    }

    /**
     * Adds what a handler knows of an object, in place of what it said before.
     *
     * @param beside whether other objects stay
     */
    void add(Object object, String handler, Sed sed, boolean beside) {
        Map<String, Sed> known = Optional.ofNullable(objects.remove(object)).orElseGet(LinkedHashMap::new);
        if (!beside) {
            objects.clear();
        }
        known.put(handler, sed);
        objects.put(object, known);
        if (objects.size() > MOST) {
            objects.remove(objects.keySet().iterator().next());
        }
    }

    /** Leaves what is known of one object, if there is anything. */
    void keepOnly(Object object) {
        objects.keySet().removeIf(other -> !other.equals(object));
    }

    /** Leaves the newest object. */
    void keepNewest() {
        if (!objects.isEmpty()) {
            keepOnly(new ArrayList<>(objects.keySet()).getLast());
        }
    }

    void clear() {
        objects.clear();
    }

    /** One SED for each object. */
    List<Sed> all() {
        return objects.values().stream()
                .map(seds -> seds.values().stream().reduce(Sed::plus).orElseThrow())
                .toList();
    }
}
