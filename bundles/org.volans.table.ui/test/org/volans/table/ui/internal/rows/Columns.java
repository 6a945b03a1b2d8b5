package org.volans.table.ui.internal.rows;

import uk.ac.starlink.table.ColumnData;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.ColumnStarTable;
import uk.ac.starlink.table.StarTable;

/** Small tables for tests. */
public final class Columns {

    private Columns() {}

    /** A column's values; those that are missing are {@code null}. */
    public record Column(
            String name,
            Class<?> type,
            @org.eclipse.jdt.annotation.Nullable Object... values) {}

    /** A table of columns of the same length. */
    public static StarTable table(Column... columns) {
        ColumnStarTable table = ColumnStarTable.makeTableWithRows(columns[0].values().length);
        for (Column column : columns) {
            table.addColumn(new ColumnData(new ColumnInfo(column.name(), column.type(), "")) {
                @Override
                public @org.eclipse.jdt.annotation.Nullable Object readValue(long row) {
                    return column.values()[(int) row];
                }
            });
        }
        return table;
    }
}
