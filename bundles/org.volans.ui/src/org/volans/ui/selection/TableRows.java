package org.volans.ui.selection;

import java.util.List;

/**
 * Rows of a table that another program selected.
 *
 * @param table their table
 * @param rows  0-based, in {@code table.table()}
 */
public record TableRows(OpenTable table, List<Long> rows) {

    public TableRows {
        rows = List.copyOf(rows);
    }
}
