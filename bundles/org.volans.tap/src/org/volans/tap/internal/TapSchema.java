package org.volans.tap.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.ProtocolException;
import org.volans.api.VoException;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.api.ucd.Ucd;
import uk.ac.starlink.table.StarTable;

/**
 * A service's own description of its tables, by queries (TAP 1.1, section 4). Columns of TAP_SCHEMA differ between
 * versions and services, so tables of it are taken whole and read by name.
 */
final class TapSchema {

    private static final long MOST_ROWS = 1_000_000;

    /** One of these is in each answer. */
    private static final Pattern COLUMN = Pattern.compile("\"?(schema_name|table_name)\"?", Pattern.CASE_INSENSITIVE);

    private final Queries queries;

    TapSchema(Queries queries) {
        this.queries = queries;
    }

    /** All schemas and tables without columns. */
    List<SchemaMeta> schemas(URI service, IProgressMonitor monitor) throws VoException {
        Map<String, List<TableMeta>> members = new LinkedHashMap<>();
        Map<String, String> descriptions = new LinkedHashMap<>();
        for (Map<String, String> row :
                rows(service, "SELECT schema_name, description FROM TAP_SCHEMA.schemas", monitor)) {
            descriptions.put(text(row, "schema_name"), text(row, "description"));
            members.put(text(row, "schema_name"), new ArrayList<>());
        }
        String adql = "SELECT schema_name, table_name, table_type, utype, description FROM TAP_SCHEMA.tables";
        for (Map<String, String> row : rows(service, adql, monitor)) {
            members.computeIfAbsent(text(row, "schema_name"), n -> new ArrayList<>())
                    .add(table(row));
        }
        List<SchemaMeta> schemas = new ArrayList<>();
        members.forEach(
                (name, tables) -> schemas.add(new SchemaMeta(name, descriptions.getOrDefault(name, ""), tables)));
        return schemas;
    }

    /** A table with its columns; empty when none is found under the name's usual spellings. */
    Optional<TableMeta> table(URI service, String name, IProgressMonitor monitor) throws VoException {
        String spellings = spellings(name).stream()
                .map(s -> "'" + s.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
        String where = " WHERE table_name IN (" + spellings + ")";
        List<Map<String, String>> columns = rows(service, "SELECT * FROM TAP_SCHEMA.columns" + where, monitor);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        String found = text(columns.getFirst(), "table_name");
        List<ColumnMeta> metas = columns.stream()
                .filter(c -> text(c, "table_name").equals(found))
                .sorted(Comparator.comparingLong(c -> number(text(c, "column_index"))))
                .map(TapSchema::column)
                .toList();
        return rows(service, "SELECT * FROM TAP_SCHEMA.tables" + where, monitor).stream()
                .filter(t -> text(t, "table_name").equals(found))
                .map(t -> table(t).withColumns(metas))
                .findFirst()
                .or(() -> Optional.of(new TableMeta(TableNames.adql("", found), "", "", "table", "", metas)));
    }

    /** Databases compare strings with regard to case, and few have LOWER in ADQL. */
    private static Set<String> spellings(String name) {
        String bare = TableNames.undelimited(name);
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(name);
        spellings.add(bare);
        spellings.add(bare.toLowerCase(Locale.ROOT));
        spellings.add(bare.toUpperCase(Locale.ROOT));
        spellings.add('"' + bare + '"');
        return spellings;
    }

    private static TableMeta table(Map<String, String> row) {
        return new TableMeta(
                TableNames.adql(text(row, "schema_name"), text(row, "table_name")),
                text(row, "title"),
                text(row, "description"),
                text(row, "table_type").isEmpty() ? "table" : text(row, "table_type"),
                text(row, "utype"),
                List.of());
    }

    private static ColumnMeta column(Map<String, String> row) {
        // TAP 1.1 has arraysize, TAP 1.0 a "size".
        String size = text(row, "arraysize").isEmpty() ? text(row, "size") : text(row, "arraysize");
        return new ColumnMeta(
                TableNames.undelimited(text(row, "column_name")),
                Datatypes.votable(text(row, "datatype"), size),
                text(row, "unit"),
                Ucd.parse(text(row, "ucd")),
                text(row, "utype"),
                text(row, "description"),
                number(text(row, "indexed")) == 1);
    }

    private static long number(String text) {
        return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private List<Map<String, String>> rows(URI service, String adql, IProgressMonitor monitor) throws VoException {
        TapResult result = queries.sync(TapQuery.of(service, adql).maxrec(MOST_ROWS), Uploads.none(), monitor);
        if (result.overflow()) {
            throw new ProtocolException(
                    Endpoints.host(service) + " gives only a part of its TAP_SCHEMA (" + adql + ")");
        }
        StarTable table = result.table();
        boolean named = IntStream.range(0, table.getColumnCount())
                .anyMatch(i -> COLUMN.matcher(table.getColumnInfo(i).getName()).matches());
        if (!named || table.getRowCount() > MOST_ROWS) {
            throw new ProtocolException(
                    Endpoints.host(service) + " answered a query of its TAP_SCHEMA with another table (" + adql + ")");
        }
        return Rows.of(table, Endpoints.host(service));
    }
}
