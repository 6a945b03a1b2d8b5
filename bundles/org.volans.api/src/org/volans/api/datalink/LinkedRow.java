package org.volans.api.datalink;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a row of a table leads to.
 *
 * @param links the services' rows in their order, then a link to each service whose descriptor came with the table; empty
 *              when the row leads to nothing
 * @param given values that the row gives to inputs of those services, by the reference in their descriptors
 * @param bytes size of the whole data set, where the links or ObsCore's {@code access_estsize} say
 */
public record LinkedRow(List<LinkRow> links, Map<String, String> given, OptionalLong bytes) {

    public LinkedRow {
        links = List.copyOf(links);
        given = Map.copyOf(given);
    }
}
