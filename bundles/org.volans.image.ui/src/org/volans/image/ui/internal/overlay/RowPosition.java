package org.volans.image.ui.internal.overlay;

import java.io.IOException;
import java.util.Optional;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.table.PositionColumns;
import org.volans.ui.selection.TableRow;

/** Where a row of a table is on the sky. */
public final class RowPosition {

    private RowPosition() {}

    /** Reads the row; not for the UI thread. Empty when the table has no positions, or the row none. */
    public static Optional<Position> of(TableRow row) throws InputException {
        try {
            return PositionColumns.position(row.table().table(), row.row());
        } catch (IOException e) {
            throw new InputException("row " + (row.row() + 1) + " cannot be read: " + e.getMessage(), e);
        }
    }
}
