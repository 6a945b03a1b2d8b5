package org.volans.api.registry;

import java.util.List;

/**
 * A search.
 *
 * @param constraints all of them must be met; none gives every record
 * @param limit       most records wanted, at least 1
 */
public record RegistryQuery(List<RegistryConstraint> constraints, int limit) {

    /** What a search gives when nobody says otherwise. */
    public static final int DEFAULT_LIMIT = 1000;

    public RegistryQuery {
        constraints = List.copyOf(constraints);
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is at least 1, not " + limit);
        }
    }

    /** A search with the default limit. */
    public static RegistryQuery of(RegistryConstraint... constraints) {
        return new RegistryQuery(List.of(constraints), DEFAULT_LIMIT);
    }
}
