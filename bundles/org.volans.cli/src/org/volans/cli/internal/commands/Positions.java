package org.volans.cli.internal.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import uk.ac.starlink.table.StarTable;

/** The positions of a table's rows. */
final class Positions {

    private Positions() {}

    /** @throws InputException when there are no position columns, no rows, or a row without a position */
    static List<Position> of(StarTable table, String name) throws InputException {
        List<ColumnMeta> columns = PositionColumns.columns(table);
        PositionColumns found = PositionColumns.of(columns)
                .orElseThrow(() -> new InputException(name + " has no position columns: give two columns the UCDs"
                        + " pos.eq.ra;meta.main and pos.eq.dec;meta.main, or call them ra and dec (degrees, ICRS)"));
        int ra = columns.indexOf(found.ra());
        int dec = columns.indexOf(found.dec());
        List<Position> positions = new ArrayList<>();
        for (long row = 0; row < table.getRowCount(); row++) {
            try {
                positions.add(new Position(number(table.getCell(row, ra)), number(table.getCell(row, dec))));
            } catch (IllegalArgumentException e) {
                throw new InputException(name + ", row " + (row + 1) + ": " + e.getMessage(), e);
            } catch (IOException e) {
                throw new InputException(name + ", row " + (row + 1) + " cannot be read: " + e.getMessage(), e);
            }
        }
        if (positions.isEmpty()) {
            throw new InputException(name + " has no rows");
        }
        return positions;
    }

    private static double number(@org.eclipse.jdt.annotation.Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
