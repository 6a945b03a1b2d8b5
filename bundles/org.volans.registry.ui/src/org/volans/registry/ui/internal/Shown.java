package org.volans.registry.ui.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.volans.api.registry.RegistryRecord;

/**
 * The list as it is shown: narrowed and sorted.
 *
 * @param state  what it is made of
 * @param now    by what it was narrowed
 * @param hits   the lines
 * @param counts for each facet how many records each value would leave, all other facets as they are
 */
record Shown(Search.State state, Criteria now, List<Hit> hits, Map<Facet, Map<String, Integer>> counts) {

    /** The columns, by which the list can be sorted. */
    enum Column {
        SHORT_NAME("Short name", 104),
        COVERAGE("Coverage", 86),
        TITLE("Title", 300),
        TYPES("Services", 104),
        WAVEBAND("Waveband", 92),
        PUBLISHER("Publisher", 140);

        private final String title;
        private final int width;

        Column(String title, int width) {
            this.title = title;
            this.width = width;
        }

        String title() {
            return title;
        }

        int width() {
            return width;
        }

        String text(Hit hit) {
            RegistryRecord record = hit.record();
            return switch (this) {
                case SHORT_NAME -> record.shortName();
                case COVERAGE -> hit.coverage().words();
                case TITLE -> record.title().replaceAll("\\s+", " ");
                case TYPES -> Facet.types(record);
                case WAVEBAND -> String.join(", ", record.wavebands());
                case PUBLISHER -> record.publisher();
            };
        }
    }

    /**
     * An order of the list; within it, coverage comes first.
     *
     * @param column which
     * @param down   whether it falls
     */
    record Order(Column column, boolean down) {

        Comparator<Hit> comparator() {
            Map<Hit, String> keys = new IdentityHashMap<>();
            Comparator<Hit> byText = Comparator.comparing(
                    (Hit hit) -> keys.computeIfAbsent(hit, h -> column.text(h)), String.CASE_INSENSITIVE_ORDER);
            return Comparator.comparing(Hit::coverage).thenComparing(down ? byText.reversed() : byText);
        }
    }

    /** Makes the list; takes a moment for tens of thousands of records. */
    static Shown of(Search.State state, Criteria now, Optional<Order> order) {
        List<Hit> kept = new ArrayList<>();
        Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            counts.put(facet, new HashMap<>());
        }
        for (Hit hit : state.hits()) {
            int missed = 0;
            Facet last = Facet.TYPE;
            for (Facet facet : Facet.values()) {
                // what the registry was asked for is met, also where a record does not show it
                if (!state.asked().constrained().contains(facet) && !now.accepts(facet, hit.record())) {
                    missed++;
                    last = facet;
                }
            }
            if (missed == 0) {
                kept.add(hit);
                counts.forEach((facet, values) -> count(facet, hit, values));
            } else if (missed == 1) {
                count(last, hit, counts.get(last));
            }
        }
        order.ifPresent(o -> kept.sort(o.comparator()));
        return new Shown(state, now, List.copyOf(kept), Map.copyOf(counts));
    }

    private static void count(Facet facet, Hit hit, Map<String, Integer> values) {
        facet.values(hit.record()).forEach(v -> values.merge(v, 1, Integer::sum));
    }
}
