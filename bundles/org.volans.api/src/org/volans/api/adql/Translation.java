package org.volans.api.adql;

import java.util.List;
import java.util.Optional;
import org.volans.api.table.ColumnMeta;

/**
 * A query in the engine's SQL. Tables stand in it as {@link #tableName}, columns as {@link #columnName}: names that are
 * safe whatever a table calls itself, also where two columns differ in case alone.
 *
 * @param sql     one statement
 * @param columns the result's columns in order, with the unit, UCD and description of the table column that an item
 *                passes through, or empty ones
 * @param origins what is behind each of the columns, as many as {@code columns}
 */
public record Translation(String sql, List<ColumnMeta> columns, List<Origin> origins) {

    /**
     * Where a column of the result comes from.
     *
     * @param column the very object out of the schemas given when the item is a plain column
     * @param xtype  the DALI xtype of a value that the query makes ({@code point}, {@code circle}, {@code polygon},
     *               {@code timestamp}), or empty
     */
    public record Origin(Optional<ColumnMeta> column, String xtype) {

        /** Neither a plain column nor a value with an xtype. */
        public static final Origin NONE = new Origin(Optional.empty(), "");
    }

    public Translation {
        columns = List.copyOf(columns);
        origins = List.copyOf(origins);
    }

    /** The engine's name, not yet delimited, of a table. */
    public static String tableName(String schema, String table) {
        return schema + "." + table;
    }

    /** The engine's name, not yet delimited, of the column at an index from 0 in its table. */
    public static String columnName(int index, String column) {
        return index + ":" + column;
    }
}
