package org.volans.discovery.ui.internal.view;

import java.util.List;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.table.PositionColumns;
import org.volans.ui.selection.OpenTable;

/** Whose images are looked for. */
sealed interface Positions {

    /** For people and for file names. */
    String name();

    /** One or more positions. Reads a table, so not for the UI thread. */
    List<Position> all() throws InputException;

    /** Those of an open table. */
    record OfTable(OpenTable table) implements Positions {

        @Override
        public String name() {
            return table.name();
        }

        @Override
        public List<Position> all() throws InputException {
            return PositionColumns.positions(table.table(), table.name());
        }
    }

    /** One that was typed or pointed at. */
    record One(Position position) implements Positions {

        @Override
        public String name() {
            return position.toString();
        }

        @Override
        public List<Position> all() {
            return List.of(position);
        }
    }
}
