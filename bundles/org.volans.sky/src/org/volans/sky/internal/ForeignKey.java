package org.volans.sky.internal;

import java.util.Map;

/**
 * A way to join two tables.
 *
 * @param from    table name as ADQL writes it
 * @param target  the table whose key it is
 * @param columns columns of {@code from}, each with the column of {@code target} that it equals
 */
public record ForeignKey(String from, String target, Map<String, String> columns) {

    public ForeignKey {
        columns = Map.copyOf(columns);
    }
}
