package org.volans.adql.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.table.ColumnMeta;

/**
 * A column that FROM offers.
 *
 * @param sql    how it is taken
 * @param kind   what its values are
 * @param meta   its metadata, named as users see it
 * @param source the object in the schemas that it came from, however deep in subqueries, when it is unchanged
 * @param xtype  of a value made by a subquery, or empty
 */
record Field(
        String sql, Kind kind, ColumnMeta meta, @Nullable ColumnMeta source, String xtype) {

    Field withSql(String other) {
        return new Field(other, kind, meta, source, xtype);
    }
}
