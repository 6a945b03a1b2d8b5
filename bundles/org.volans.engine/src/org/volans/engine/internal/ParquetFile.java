package org.volans.engine.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.volans.api.InputException;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.RowStore;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;

/** Reads and writes Parquet files, each in a DuckDB of its own that may do nothing else. */
final class ParquetFile {

    private static final int CHECK_EVERY = 1024;
    private static final int WORK = 1000;

    private ParquetFile() {}

    static StarTable read(Path file, IProgressMonitor monitor) throws InputException {
        try (DuckDBConnection session = Connections.open(Map.of(DuckDBDriver.JDBC_STREAM_RESULTS, "true"));
                Cancellation watch = Cancellation.of(monitor)) {
            long expected = count(session, file);
            try (PreparedStatement query = session.prepareStatement("SELECT * FROM read_parquet(?)")) {
                query.setString(1, literal(file));
                watch.cancels(query);
                try (ResultSet rows = query.executeQuery()) {
                    return table(rows, watch, SubMonitor.convert(monitor, WORK), expected);
                }
            }
        } catch (SQLException e) {
            cancelled(monitor);
            throw new InputException("'" + file + "' cannot be read as Parquet: " + EngineErrors.plain(e), e);
        } catch (IOException e) {
            throw new InputException("the rows of '" + file + "' cannot be kept: " + e.getMessage(), e);
        }
    }

    private static long count(DuckDBConnection session, Path file) throws SQLException {
        try (PreparedStatement query = session.prepareStatement("SELECT sum(num_rows) FROM parquet_file_metadata(?)")) {
            query.setString(1, literal(file));
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private static StarTable table(ResultSet rows, Cancellation watch, IProgressMonitor monitor, long expected)
            throws SQLException, IOException {
        ResultSetMetaData meta = rows.getMetaData();
        CellReader[] readers = CellReader.of(meta);
        ColumnInfo[] infos = new ColumnInfo[readers.length];
        for (int i = 0; i < readers.length; i++) {
            infos[i] = info(meta.getColumnName(i + 1), readers[i]);
        }
        RowStore store = StoragePolicy.ADAPTIVE.makeRowStore();
        store.acceptMetadata(new RowListStarTable(infos));
        int told = 0;
        for (long count = 0; rows.next(); count++) {
            if (count % CHECK_EVERY == 0) {
                watch.check();
                int now = (int) (count * WORK / Math.max(1, expected));
                monitor.worked(now - told);
                told = now;
            }
            store.acceptRow(CellReader.row(rows, readers));
        }
        store.endRows();
        return store.getStarTable();
    }

    private static ColumnInfo info(String name, CellReader reader) {
        ColumnInfo info = new ColumnInfo(name, reader.content(), null);
        if (!reader.xtype().isEmpty()) {
            info.setXtype(reader.xtype());
        }
        if (reader.content().isArray()) {
            info.setShape(new int[] {-1});
        }
        return info;
    }

    static void write(StarTable table, Path file, IProgressMonitor monitor) throws InputException {
        try (DuckDBConnection session = Connections.open(Map.of());
                Cancellation watch = Cancellation.of(monitor);
                Statement statement = session.createStatement()) {
            watch.cancels(statement);
            fill(session, statement, table, watch);
            statement.execute(
                    "COPY data TO '" + literal(file).replace("'", "''") + "' (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            cancelled(monitor);
            throw new InputException("the table cannot be written as Parquet: " + EngineErrors.plain(e), e);
        } catch (IOException e) {
            throw new InputException("the table cannot be read: " + e.getMessage(), e);
        }
    }

    private static void fill(DuckDBConnection session, Statement statement, StarTable table, Cancellation watch)
            throws SQLException, IOException {
        List<ColumnType> types = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < table.getColumnCount(); i++) {
            ColumnInfo info = table.getColumnInfo(i);
            types.add(ColumnType.of(info.getContentClass()));
            names.add(distinct(String.valueOf(info.getName()), names));
            columns.add(TableLoader.quote(names.get(i)) + " " + types.get(i).sql);
        }
        statement.execute("CREATE TABLE data (" + String.join(", ", columns) + ")");
        try (DuckDBAppender appender = session.createAppender("main", "data")) {
            TableLoader.append(appender, types, table, watch);
        }
    }

    /** DuckDB tells names apart without case. */
    private static String distinct(String name, List<String> taken) {
        String free = name.isBlank() ? "col" + (taken.size() + 1) : name;
        for (int i = 2; taken.stream().anyMatch(free::equalsIgnoreCase); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    /** The path as DuckDB takes it; its wildcards stand for themselves. */
    private static String literal(Path file) {
        return file.toAbsolutePath().toString().replaceAll("([\\[*?])", "[$1]");
    }

    private static void cancelled(IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }
}
