package org.volans.api.registry;

import java.util.List;
import java.util.Optional;

/**
 * Some of the records that a search finds.
 *
 * @param records in the order of the search; may be fewer than were asked for although there are more
 * @param next    where the rest begins; empty when there are no more
 */
public record RegistryPage(List<RegistryRecord> records, Optional<RegistryCursor> next) {
    public RegistryPage {
        records = List.copyOf(records);
    }
}
