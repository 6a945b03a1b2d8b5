package org.volans.registry.ui.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.PositionText;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryRecord;

/**
 * What the user looks for.
 *
 * @param keywords as typed
 * @param position as typed; may be empty
 * @param chosen   values of facets; facets without one are missing
 */
record Criteria(String keywords, String position, Map<Facet, Set<String>> chosen) {

    static final Criteria NOTHING = new Criteria("", "", Map.of());

    Criteria {
        keywords = keywords.strip();
        position = position.strip();
        Map<Facet, Set<String>> given = new EnumMap<>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                given.put(facet, Set.copyOf(values));
            }
        });
        chosen = Map.copyOf(given);
    }

    Set<String> chosen(Facet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    Criteria with(Facet facet, Set<String> values) {
        Map<Facet, Set<String>> all = new EnumMap<>(Facet.class);
        all.putAll(chosen);
        all.put(facet, values);
        return new Criteria(keywords, position, all);
    }

    Criteria withKeywords(String words) {
        return new Criteria(words, position, chosen);
    }

    Criteria withPosition(String text) {
        return new Criteria(keywords, text, chosen);
    }

    /** Whether there is nothing that a registry can be asked for. */
    boolean blank() {
        return keywords.isEmpty() && position.isEmpty() && constrained().isEmpty();
    }

    /** @throws InputException when it is none */
    Optional<Position> at() throws InputException {
        return position.isEmpty() ? Optional.empty() : Optional.of(PositionText.parse(position));
    }

    /** Facets that the registry is asked for: those with one value that it understands; it knows no "or". */
    Set<Facet> constrained() {
        Set<Facet> facets = EnumSet.noneOf(Facet.class);
        chosen.forEach((facet, values) -> {
            if (values.size() == 1 && facet.constraint(values.iterator().next()).isPresent()) {
                facets.add(facet);
            }
        });
        return facets;
    }

    /** What the registry is asked for, but for the position. */
    List<RegistryConstraint> constraints() {
        List<RegistryConstraint> all = new ArrayList<>();
        if (!keywords.isEmpty()) {
            all.add(new RegistryConstraint.Keywords(Arrays.asList(keywords.split("\\s+"))));
        }
        for (Facet facet : constrained()) {
            facet.constraint(chosen(facet).iterator().next()).ifPresent(all::add);
        }
        return all;
    }

    /**
     * Whether all that meets these criteria is among what was found for others.
     *
     * @param complete whether everything has been found for them
     */
    boolean within(Criteria asked, boolean complete) {
        return complete
                && keywords.equals(asked.keywords)
                && position.equals(asked.position)
                // records state models also by their tables, which a list does not show
                && chosen(Facet.MODEL).equals(asked.chosen(Facet.MODEL))
                && asked.constrained().stream().allMatch(f -> chosen(f).equals(asked.chosen(f)));
    }

    /** Whether a record meets a facet, which it does when nothing is chosen. */
    boolean accepts(Facet facet, RegistryRecord record) {
        Set<String> wanted = chosen(facet);
        return wanted.isEmpty() || facet.values(record).stream().anyMatch(wanted::contains);
    }
}
