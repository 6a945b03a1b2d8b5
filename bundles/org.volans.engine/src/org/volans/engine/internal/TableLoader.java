package org.volans.engine.internal;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.volans.api.InputException;
import org.volans.api.adql.Translation;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;

/** Copies tables into the engine. */
final class TableLoader {

    private static final int CHECK_EVERY = 1024;

    private TableLoader() {}

    /** @param temporary whether the table lives as long as the session alone, unseen by others */
    static void load(DuckDBConnection session, LoadedTable table, StarTable data, boolean temporary, Cancellation watch)
            throws SQLException, InputException {
        String name = Translation.tableName(table.schema(), table.table());
        try (Statement statement = session.createStatement()) {
            statement.execute(create(table, name, temporary));
            boolean whole = false;
            try (DuckDBAppender appender = session.createAppender(temporary ? "temp" : "memory", "main", name)) {
                append(appender, table.types(), data, watch);
                whole = true;
            } catch (IOException e) {
                throw new InputException("table " + table.meta().name() + " cannot be read: " + e.getMessage(), e);
            } finally {
                if (!whole) {
                    statement.execute("DROP TABLE " + quote(name));
                }
            }
        }
    }

    private static String create(LoadedTable table, String name, boolean temporary) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < table.types().size(); i++) {
            String column =
                    Translation.columnName(i, table.meta().columns().get(i).name());
            columns.add(quote(column) + " " + table.types().get(i).sql);
        }
        return "CREATE " + (temporary ? "TEMP " : "") + "TABLE " + quote(name) + " (" + String.join(", ", columns)
                + ")";
    }

    /** All rows. */
    static void append(DuckDBAppender appender, List<ColumnType> types, StarTable data, Cancellation watch)
            throws SQLException, IOException {
        try (RowSequence rows = data.getRowSequence()) {
            for (long row = 0; rows.next(); row++) {
                if (row % CHECK_EVERY == 0) {
                    watch.check();
                }
                appender.beginRow();
                for (int i = 0; i < types.size(); i++) {
                    types.get(i).append(appender, rows.getCell(i));
                }
                appender.endRow();
            }
        }
    }

    static String quote(String name) {
        return '"' + name.replace("\0", "").replace("\"", "\"\"") + '"';
    }
}
