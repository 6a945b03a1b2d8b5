package org.volans.sdk.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.datalink.LinkRow;
import org.volans.api.geometry.Position;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.table.SharedTable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/** Events for handlers, as if the user had brought them about, and tables for them. */
public final class Events {

    private static final EventSource HERE = new EventSource.Here();

    private Events() {}

    /** A column of a table. */
    public static ColumnInfo column(String name, Class<?> type, String unit, String ucd) {
        DefaultValueInfo info = new DefaultValueInfo(name, type, "");
        info.setUnitString(unit);
        info.setUCD(ucd);
        return new ColumnInfo(info);
    }

    /** A column of numbers. */
    public static ColumnInfo number(String name, String unit, String ucd) {
        return column(name, Double.class, unit, ucd);
    }

    /** A table in memory with these columns; rows are added by {@code addRow}. */
    public static RowListStarTable table(ColumnInfo... columns) {
        return new RowListStarTable(columns);
    }

    /** A table with columns {@code ra} and {@code dec} and a row for each position. */
    public static RowListStarTable positions(Position... positions) {
        RowListStarTable table =
                table(number("ra", "deg", "pos.eq.ra;meta.main"), number("dec", "deg", "pos.eq.dec;meta.main"));
        for (Position position : positions) {
            table.addRow(new Object[] {position.ra(), position.dec()});
        }
        return table;
    }

    /** A table that several programs know. */
    public static SharedTable shared(String name, StarTable table) {
        return new SharedTable(name, Optional.empty(), name, table, Optional.empty(), Optional.empty(), "");
    }

    /** A row is highlighted. @param row 0-based */
    public static HandlerEvent.Row row(StarTable table, long row) {
        return new HandlerEvent.Row(shared("table", table), row, HERE);
    }

    /** The only row of a table with this position is highlighted. */
    public static HandlerEvent.Row rowAt(Position position) {
        return row(positions(position), 0);
    }

    /** Rows are selected. @param rows 0-based */
    public static HandlerEvent.Rows rows(StarTable table, Long... rows) {
        return new HandlerEvent.Rows(shared("table", table), List.of(rows), HERE);
    }

    /** A position is pointed at. */
    public static HandlerEvent.Pointed pointed(Position position) {
        return new HandlerEvent.Pointed(position, HERE);
    }

    /** A table was opened. */
    public static HandlerEvent.Table opened(StarTable table) {
        return new HandlerEvent.Table(shared("table", table), HERE);
    }

    /** An image was received. */
    public static HandlerEvent.Image image(Path file) {
        @Nullable Path name = file.getFileName();
        return new HandlerEvent.Image(file, name == null ? "image" : name.toString(), HERE);
    }

    /** A link of a data set was chosen. */
    public static HandlerEvent.Link link(LinkRow.Target target, String semantics, String contentType) {
        return new HandlerEvent.Link(
                new LinkRow(
                        "ivo://example.org/data?1", target, semantics, "", contentType, OptionalLong.empty(), "", ""),
                HERE);
    }
}
