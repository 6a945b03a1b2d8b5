package org.volans.discovery.ui.internal;

import java.io.IOException;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.table.PositionColumns;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.selection.TableRow;

/** A place on the sky that the user has chosen. */
public sealed interface Place {

    /** Where it is. Reads a table's cells, so not for the UI thread. */
    Position position() throws InputException;

    /** Where it was chosen, for people. */
    String origin();

    /** A highlighted row of a table with position columns. */
    record Row(TableRow row) implements Place {

        @Override
        public Position position() throws InputException {
            try {
                return PositionColumns.position(row.table().table(), row.row())
                        .orElseThrow(() -> new InputException(origin() + " has no position"));
            } catch (IOException e) {
                throw new InputException(origin() + " cannot be read: " + e.getMessage(), e);
            }
        }

        @Override
        public String origin() {
            return row.table().name() + ", row " + (row.row() + 1);
        }
    }

    /** A pointed-at position. */
    record Point(SkyPoint point) implements Place {

        @Override
        public Position position() {
            return point.position();
        }

        @Override
        public String origin() {
            return point.origin();
        }
    }

    /** Whether a table has positions. Looks at its metadata only. */
    static boolean hasPositions(OpenTable table) {
        return PositionColumns.of(table.table()).isPresent();
    }
}
