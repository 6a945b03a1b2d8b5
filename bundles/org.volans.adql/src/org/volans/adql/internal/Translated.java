package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.adql.Translation;
import org.volans.api.table.ColumnMeta;

/**
 * A translated query.
 *
 * @param sql     its SQL, not in parentheses
 * @param columns what it yields
 * @param open    whether a star in it stands for columns that are not known
 */
record Translated(String sql, List<Output> columns, boolean open) {

    /**
     * A column of a result.
     *
     * @param meta   its metadata and label
     * @param kind   what its values are
     * @param source the column in the schemas, when it is unchanged
     * @param xtype  of a value made here, or empty
     */
    record Output(ColumnMeta meta, Kind kind, @Nullable ColumnMeta source, String xtype) {

        Output named(String name) {
            ColumnMeta renamed = new ColumnMeta(
                    name, meta.datatype(), meta.unit(), meta.ucd(), meta.utype(), meta.description(), false);
            return new Output(renamed, kind, source, xtype);
        }
    }

    /** Its columns as FROM offers them. */
    List<Field> fields(String alias) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Output column = columns.get(i);
            String name = alias + "."
                    + Sql.identifier(Translation.columnName(i, column.meta().name()));
            fields.add(new Field(name, column.kind(), column.meta(), column.source(), column.xtype()));
        }
        return fields;
    }
}
