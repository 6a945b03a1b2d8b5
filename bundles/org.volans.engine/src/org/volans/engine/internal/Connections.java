package org.volans.engine.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** Databases in memory. */
final class Connections {

    private Connections() {}

    /**
     * Starts a database of its own, which fetches no extensions. What does not fit into memory goes to a folder of its own,
     * which DuckDB makes when needed and removes.
     *
     * @param more settings beyond these
     */
    static DuckDBConnection open(Map<String, String> more) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        Path spill = Path.of(System.getProperty("java.io.tmpdir", "."), "volans-duckdb-" + UUID.randomUUID());
        settings.setProperty("temp_directory", spill.toString());
        settings.putAll(more);
        DuckDBConnection connection = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", settings);
        if (connection == null) {
            throw new SQLException("the driver refuses its own address");
        }
        return connection;
    }
}
