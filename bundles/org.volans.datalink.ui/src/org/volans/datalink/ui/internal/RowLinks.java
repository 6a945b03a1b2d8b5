package org.volans.datalink.ui.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.volans.api.datalink.LinkRow;
import org.volans.ui.selection.TableRow;

/**
 * What a row leads to.
 *
 * @param row    the row
 * @param name   what its object or data set is called
 * @param place  its position, if it has one
 * @param links  in the service's order; empty when it leads to none
 * @param given  values that the row gives to inputs of services, by the ID of the column referred to
 * @param bytes  size of the whole data set, if the row or the links say
 */
public record RowLinks(
        TableRow row,
        String name,
        Optional<Place> place,
        List<LinkRow> links,
        Map<String, String> given,
        OptionalLong bytes) {

    public RowLinks {
        links = List.copyOf(links);
        given = Map.copyOf(given);
    }
}
