package org.volans.api.table;

import java.io.IOException;
import org.eclipse.jdt.annotation.Nullable;
import uk.ac.starlink.table.RowAccess;
import uk.ac.starlink.table.StarTable;

/**
 * Single cells of a random-access table that several threads read at once: {@code StarTable.getCell} is for one thread at a
 * time, and a highlighted row is read by every view that follows it.
 */
public final class TableCells {

    private TableCells() {}

    /**
     * A cell.
     *
     * @param row    0-based
     * @param column 0-based
     * @return as STIL gives it; {@code null} for a blank one
     */
    public static @Nullable Object cell(StarTable table, long row, int column) throws IOException {
        try (RowAccess access = table.getRowAccess()) {
            access.setRowIndex(row);
            return access.getCell(column);
        }
    }
}
