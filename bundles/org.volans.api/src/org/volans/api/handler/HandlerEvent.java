package org.volans.api.handler;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.InputException;
import org.volans.api.datalink.LinkRow;
import org.volans.api.geometry.Position;
import org.volans.api.table.SharedTable;

/** Something that handlers may do something about. */
@ProviderType
public sealed interface HandlerEvent {

    /** The words for the kinds, in the order in which handlers are listed. */
    List<String> KINDS = List.of(
            RowHandler.KIND,
            RowsHandler.KIND,
            PositionHandler.KIND,
            TableHandler.KIND,
            ImageHandler.KIND,
            LinkHandler.KIND);

    /** Who or what brought it about. */
    EventSource source();

    /** The word for its kind in rules. */
    default String kind() {
        return switch (this) {
            case Row e -> RowHandler.KIND;
            case Rows e -> RowsHandler.KIND;
            case Pointed e -> PositionHandler.KIND;
            case Table e -> TableHandler.KIND;
            case Image e -> ImageHandler.KIND;
            case Link e -> LinkHandler.KIND;
        };
    }

    /**
     * A row is highlighted.
     *
     * @param row 0-based, a row of the table
     */
    record Row(SharedTable table, long row, EventSource source) implements HandlerEvent {

        /** See {@link SharedTable#position}. */
        public Position position() throws InputException {
            return table.position(row);
        }
    }

    /**
     * Rows are selected.
     *
     * @param rows 0-based, rows of the table
     */
    record Rows(SharedTable table, List<Long> rows, EventSource source) implements HandlerEvent {

        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** A position is pointed at. */
    record Pointed(Position position, EventSource source) implements HandlerEvent {}

    /** A table was opened or received. */
    record Table(SharedTable table, EventSource source) implements HandlerEvent {}

    /**
     * A FITS image was received or made.
     *
     * @param file  of this machine
     * @param title for people
     */
    record Image(Path file, String title, EventSource source) implements HandlerEvent {}

    /** A link of a data set was chosen. */
    record Link(LinkRow link, EventSource source) implements HandlerEvent {}
}
