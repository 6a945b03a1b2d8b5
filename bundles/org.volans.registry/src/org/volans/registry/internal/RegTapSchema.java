package org.volans.registry.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.volans.api.ProtocolException;
import uk.ac.starlink.table.StarTable;

/**
 * Which tables and columns of RegTAP a registry has: 1.0 lacks {@code rr.interface.authenticated_only}, 1.1 lacks
 * {@code rr.stc_spatial} and {@code rr.tap_table}, and no registry need have everything of its version.
 *
 * @param columns lower-case column names by lower-case table name with its schema
 */
record RegTapSchema(Map<String, Set<String>> columns) {

    /** Asks for all of them at once (TAP 1.1, section 4). */
    static final String QUERY = "SELECT table_name, column_name FROM tap_schema.columns WHERE table_name LIKE 'rr.%'";

    RegTapSchema {
        columns = Map.copyOf(columns);
    }

    static RegTapSchema read(StarTable table, String source) throws ProtocolException {
        Map<String, Set<String>> columns = new HashMap<>();
        Rows.each(
                table,
                source,
                row -> columns.computeIfAbsent(lower(row.text("table_name")), t -> new HashSet<>())
                        .add(lower(row.text("column_name")).replace("\"", "")));
        return new RegTapSchema(columns);
    }

    /** Whether this is a registry at all. */
    boolean isRegistry() {
        return hasTable("rr.resource") && hasTable("rr.capability") && hasTable("rr.interface");
    }

    boolean hasTable(String table) {
        return columns.containsKey(table);
    }

    boolean has(String table, String column) {
        return columns.getOrDefault(table, Set.of()).contains(column);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
