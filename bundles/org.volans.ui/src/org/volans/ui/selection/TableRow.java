package org.volans.ui.selection;

/**
 * A highlighted row, as an element of an {@code IStructuredSelection}.
 *
 * @param table its table
 * @param row   0-based, in {@code table.table()}
 */
public record TableRow(OpenTable table, long row) {

    public TableRow {
        if (row < 0) {
            throw new IllegalArgumentException("a row is counted from 0, not " + row);
        }
    }
}
