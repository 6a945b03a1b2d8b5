package org.volans.api.discovery;

import java.util.List;
import uk.ac.starlink.table.StarTable;

/**
 * What all services said.
 *
 * @param outcomes one for each service asked, in the order of the request
 * @param table    one row for each pair of position and data set: {@code position_index} (0-based, in the request),
 *                 {@code service_name}, {@code service_url}, then the ObsCore columns with their UCDs, units and utypes
 */
public record DiscoveryReport(List<ServiceOutcome> outcomes, StarTable table) {

    public DiscoveryReport {
        outcomes = List.copyOf(outcomes);
    }
}
