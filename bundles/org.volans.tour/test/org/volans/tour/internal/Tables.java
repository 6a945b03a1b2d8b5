package org.volans.tour.internal;

import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

/** Small tables for tests. */
final class Tables {

    private Tables() {}

    static ColumnInfo column(String name, Class<?> type, String unit, String ucd) {
        ColumnInfo info = new ColumnInfo(name, type, "");
        info.setUnitString(unit);
        info.setUCD(ucd);
        return info;
    }

    static RowListStarTable table(ColumnInfo... columns) {
        return new RowListStarTable(columns);
    }

    static RowListStarTable positions(double... raDec) {
        RowListStarTable table = table(
                column("alpha", Double.class, "deg", "pos.eq.ra;meta.main"),
                column("delta", Double.class, "deg", "pos.eq.dec;meta.main"));
        for (int i = 0; i < raDec.length; i += 2) {
            table.addRow(new Object[] {raDec[i], raDec[i + 1]});
        }
        return table;
    }
}
