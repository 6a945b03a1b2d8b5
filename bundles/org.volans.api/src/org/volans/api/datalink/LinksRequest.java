package org.volans.api.datalink;

import java.net.URI;
import java.util.List;
import org.volans.api.net.HttpBody.Field;

/**
 * A call of a links endpoint.
 *
 * @param url        its URL; may hold a query already
 * @param parameters further parameters, most often several {@code ID}; empty when the URL says all
 */
public record LinksRequest(URI url, List<Field> parameters) {

    public LinksRequest {
        parameters = List.copyOf(parameters);
    }

    /** A call with identifiers. */
    public static LinksRequest of(URI url, List<String> ids) {
        return new LinksRequest(url, ids.stream().map(id -> new Field("ID", id)).toList());
    }
}
