package org.volans.tour.internal;

import java.util.List;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.table.PositionColumns;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.ColumnStarTable;
import uk.ac.starlink.table.JoinStarTable;
import uk.ac.starlink.table.PrimitiveArrayColumn;
import uk.ac.starlink.table.StarTable;

/**
 * The positions that the chain starts from.
 *
 * @param table     as the user has it
 * @param positions one for each row
 */
record Objects(StarTable table, List<Position> positions) {

    /** The column by which rows of an answer are told from which object they are; no user would call one so. */
    static final String ROW_COLUMN = "volans_row";

    Objects {
        positions = List.copyOf(positions);
    }

    /**
     * @param table random access
     * @param name  what to call it in messages
     */
    static Objects of(StarTable table, String name) throws InputException {
        List<Position> positions = PositionColumns.positions(table, name);
        return new Objects(table, positions);
    }

    /** A table with a column of row numbers, for upload. */
    static StarTable numbered(StarTable table) {
        int[] numbers = new int[Math.toIntExact(table.getRowCount())];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        ColumnStarTable rows = ColumnStarTable.makeTableWithRows(numbers.length);
        rows.addColumn(PrimitiveArrayColumn.makePrimitiveColumn(
                new ColumnInfo(ROW_COLUMN, Integer.class, "row of the object"), numbers));
        return new JoinStarTable(new StarTable[] {table, rows});
    }

    /** Positions and row numbers alone, for upload where the rest does not matter. */
    static StarTable positionsOnly(List<Position> positions) {
        int size = positions.size();
        ColumnStarTable upload = ColumnStarTable.makeTableWithRows(size);
        int[] numbers = new int[size];
        double[] ra = new double[size];
        double[] dec = new double[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = i;
            ra[i] = positions.get(i).ra();
            dec[i] = positions.get(i).dec();
        }
        upload.addColumn(PrimitiveArrayColumn.makePrimitiveColumn(
                new ColumnInfo(ROW_COLUMN, Integer.class, "row of the object"), numbers));
        upload.addColumn(PrimitiveArrayColumn.makePrimitiveColumn(degrees("ra", "pos.eq.ra;meta.main"), ra));
        upload.addColumn(PrimitiveArrayColumn.makePrimitiveColumn(degrees("dec", "pos.eq.dec;meta.main"), dec));
        return upload;
    }

    private static ColumnInfo degrees(String name, String ucd) {
        ColumnInfo info = new ColumnInfo(name, Double.class, "ICRS");
        info.setUnitString("deg");
        info.setUCD(ucd);
        return info;
    }
}
