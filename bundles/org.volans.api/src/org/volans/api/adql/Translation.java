package org.volans.api.adql;

import java.util.List;
import org.volans.api.table.ColumnMeta;

/**
 * A query in the engine's SQL.
 *
 * @param sql     one statement
 * @param columns the result's columns in order, with the unit, UCD and description of the table column that an item
 *                passes through, or empty ones
 */
public record Translation(String sql, List<ColumnMeta> columns) {

    public Translation {
        columns = List.copyOf(columns);
    }
}
