package org.volans.engine.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.adql.internal.AdqlProvider;
import org.volans.api.InputException;
import org.volans.api.adql.AdqlDatabase;
import org.volans.api.table.TableMeta;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/** Makes small tables and asks for their rows. */
final class TestTables {

    private TestTables() {}

    static AdqlDatabase database() {
        return new DuckDbEngine(new AdqlProvider()).open();
    }

    static ColumnInfo column(String name, Class<?> type) {
        return new ColumnInfo(name, type, "");
    }

    static ColumnInfo column(String name, Class<?> type, String unit, String ucd) {
        ColumnInfo info = new ColumnInfo(name, type, "the " + name);
        info.setUnitString(unit);
        info.setUCD(ucd);
        return info;
    }

    static RowListStarTable table(ColumnInfo... columns) {
        return new RowListStarTable(columns);
    }

    /** A table of texts, a blank is NULL. */
    static StarTable texts(String columns, String... rows) {
        String[] names = columns.split(" ");
        ColumnInfo[] infos = new ColumnInfo[names.length];
        for (int i = 0; i < names.length; i++) {
            infos[i] = column(names[i], String.class);
        }
        RowListStarTable table = new RowListStarTable(infos);
        for (String row : rows) {
            table.addRow(row.split("\\|", -1));
        }
        return table;
    }

    /** Positions evenly over the sky on a spiral; the same list in any language. */
    static StarTable spiral(int n) {
        RowListStarTable table = table(
                column("id", Integer.class),
                column("ra", Double.class, "deg", "pos.eq.ra;meta.main"),
                column("dec", Double.class, "deg", "pos.eq.dec;meta.main"));
        for (int i = 0; i < n; i++) {
            double dec = Math.toDegrees(Math.asin(1 - 2 * (i + 0.5) / n));
            table.addRow(new Object[] {i, (i * 137.50776405003785) % 360, dec});
        }
        return table;
    }

    static TableMeta meta(String name) {
        return new TableMeta(name, "", "", "table", "", List.of());
    }

    static void load(AdqlDatabase database, String schema, String name, StarTable data) throws InputException {
        database.load(schema, meta(name), data, new NullProgressMonitor());
    }

    static StarTable ask(AdqlDatabase database, String adql) throws InputException {
        return database.query(adql, Map.of(), 1_000_000, new NullProgressMonitor())
                .table();
    }

    /** The rows in order. */
    static List<List<@Nullable Object>> rows(StarTable table) throws IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (long i = 0; i < table.getRowCount(); i++) {
            List<@Nullable Object> row = new ArrayList<>();
            for (Object cell : table.getRow(i)) {
                row.add(cell);
            }
            rows.add(row);
        }
        return rows;
    }

    /** The only cell of an answer. */
    static @Nullable Object value(AdqlDatabase database, String adql) throws InputException, IOException {
        StarTable table = ask(database, adql);
        if (table.getRowCount() != 1 || table.getColumnCount() != 1) {
            throw new AssertionError(table.getRowCount() + " rows of " + table.getColumnCount() + " columns");
        }
        return table.getCell(0, 0);
    }
}
