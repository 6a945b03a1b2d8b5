package org.volans.engine.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.duckdb.DuckDBConnection;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.InputException;
import org.volans.api.adql.AdqlDatabase;
import org.volans.api.adql.AdqlResult;
import org.volans.api.adql.AdqlService;
import org.volans.api.adql.Translation;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import uk.ac.starlink.table.StarTable;

/** One DuckDB in memory; every query has a connection, and so temporary tables, of its own. */
final class DuckDbDatabase implements AdqlDatabase {

    private static final String UPLOADS = "TAP_UPLOAD";

    private final AdqlService adql;
    private final DuckDBConnection root;
    private final List<LoadedTable> tables = new CopyOnWriteArrayList<>();

    DuckDbDatabase(AdqlService adql) throws SQLException {
        this.adql = adql;
        this.root = connect();
    }

    private static DuckDBConnection connect() throws SQLException {
        DuckDBConnection connection =
                Connections.open(Map.of("enable_external_access", "false", "error_on_division_by_zero", "false"));
        try (Statement statement = connection.createStatement()) {
            EngineFunctions.register(connection);
            statement.execute("SET lock_configuration = true");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void load(String schema, TableMeta table, StarTable data, IProgressMonitor monitor) throws InputException {
        LoadedTable loaded = LoadedTable.of(schema, table, data, adql);
        try (DuckDBConnection session = root.duplicate();
                Cancellation watch = Cancellation.of(monitor)) {
            TableLoader.load(session, loaded, data, false, watch);
            tables.add(loaded);
        } catch (SQLException e) {
            cancelled(monitor);
            throw new InputException(
                    EngineErrors.taken(e)
                            ? "there is already a table " + loaded.meta().name()
                            : "table " + loaded.meta().name() + " cannot be loaded: " + EngineErrors.plain(e),
                    e);
        }
    }

    @Override
    public List<SchemaMeta> schemas() {
        return schemas(tables);
    }

    private static List<SchemaMeta> schemas(List<LoadedTable> loaded) {
        Map<String, List<TableMeta>> bySchema = new LinkedHashMap<>();
        loaded.forEach(t ->
                bySchema.computeIfAbsent(t.schema(), s -> new ArrayList<>()).add(t.meta()));
        List<SchemaMeta> schemas = new ArrayList<>();
        bySchema.forEach((name, metas) -> schemas.add(new SchemaMeta(name, "", metas)));
        return schemas;
    }

    @Override
    public AdqlResult query(String text, Map<String, StarTable> uploads, long maxrec, IProgressMonitor monitor)
            throws InputException {
        List<LoadedTable> own = new ArrayList<>();
        for (Map.Entry<String, StarTable> upload : uploads.entrySet()) {
            TableMeta meta = new TableMeta(upload.getKey(), "", "", "table", "", List.of());
            own.add(LoadedTable.of(UPLOADS, meta, upload.getValue(), adql));
        }
        List<LoadedTable> all = new ArrayList<>(tables);
        all.addAll(own);
        Translation translation = adql.translate(text, schemas(all));
        try (DuckDBConnection session = root.duplicate();
                Cancellation watch = Cancellation.of(monitor)) {
            for (LoadedTable table : own) {
                TableLoader.load(session, table, uploads.get(table.table()), true, watch);
            }
            return run(session, translation, new ResultReader(translation, all), maxrec, watch);
        } catch (SQLException e) {
            cancelled(monitor);
            throw new InputException("the query cannot be run: " + EngineErrors.plain(e), e);
        }
    }

    private static AdqlResult run(
            DuckDBConnection session, Translation translation, ResultReader reader, long maxrec, Cancellation watch)
            throws SQLException, InputException {
        // one row more than wanted tells whether there are more
        String limited = maxrec == Long.MAX_VALUE
                ? translation.sql()
                : "SELECT * FROM (" + translation.sql() + ") AS result LIMIT " + (Math.max(0, maxrec) + 1);
        try (Statement statement = session.createStatement()) {
            watch.cancels(statement);
            try (ResultSet rows = statement.executeQuery(limited)) {
                return reader.read(rows, maxrec, watch);
            }
        }
    }

    private static void cancelled(IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be closed: " + e.getMessage(), e);
        }
    }
}
