package org.volans.registry.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.volans.api.ProtocolException;
import org.volans.api.adql.AdqlService;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.ucd.Ucd;
import uk.ac.starlink.table.StarTable;

/** Reads the tables of a record from {@code rr.res_table}, {@code rr.res_schema} and {@code rr.table_column}. */
final class TableReader {

    private static final Pattern REGULAR = Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*){0,2}");

    /** Two tables have it, and ADQL 2.0 knows no qualified names in ORDER BY. */
    private static final String ORDER = "table_index";

    private static final List<String> TABLE =
            List.of(ORDER, "table_name", "table_title", "table_description", "table_type", "table_utype");

    private static final List<String> COLUMN =
            List.of("name", "ucd", "unit", "utype", "datatype", "arraysize", "flag", "column_description");

    private final AdqlService adql;
    private final Map<String, TableMeta> tables = new LinkedHashMap<>();
    private final Map<String, List<ColumnMeta>> columns = new LinkedHashMap<>();

    private TableReader(AdqlService adql) {
        this.adql = adql;
    }

    static String query(RegTapSchema schema, String ivoid) {
        boolean schemas = schema.has("rr.res_schema", "schema_name");
        return "SELECT "
                + Stream.concat(
                                Stream.concat(
                                        there(schema, "t", "rr.res_table", TABLE),
                                        schemas ? Stream.of("s.schema_name") : Stream.of()),
                                there(schema, "c", "rr.table_column", COLUMN))
                        .collect(Collectors.joining(", "))
                + "\nFROM rr.res_table AS t"
                + (schemas
                        ? "\nLEFT OUTER JOIN rr.res_schema AS s ON (s.ivoid = t.ivoid AND s.schema_index = t.schema_index)"
                        : "")
                + "\nLEFT OUTER JOIN rr.table_column AS c ON (c.ivoid = t.ivoid AND c.table_index = t.table_index)"
                + "\nWHERE t.ivoid = " + ConstraintSql.literal(ivoid.strip().toLowerCase(Locale.ROOT))
                + "\nORDER BY " + ORDER;
    }

    /** Registries leave columns out that they have nothing for; one that is missing must not cost the others. */
    private static Stream<String> there(RegTapSchema schema, String alias, String table, List<String> columns) {
        return columns.stream()
                .filter(c -> schema.has(table, c))
                .map(c -> alias + "." + c + (c.equals(ORDER) ? " AS " + c : ""));
    }

    static List<TableMeta> read(StarTable table, String source, AdqlService adql) throws ProtocolException {
        TableReader reader = new TableReader(adql);
        Rows.each(table, source, reader::row);
        return reader.tables.entrySet().stream()
                .map(e -> e.getValue().withColumns(reader.columns.getOrDefault(e.getKey(), List.of())))
                .toList();
    }

    private void row(Rows row) throws IOException {
        String key = row.text("table_index") + " " + row.text("table_name");
        if (!tables.containsKey(key)) {
            tables.put(key, table(row));
        }
        if (!row.text("name").isEmpty()) {
            columns.computeIfAbsent(key, k -> new ArrayList<>()).add(column(row));
        }
    }

    private TableMeta table(Rows row) throws IOException {
        return new TableMeta(
                adqlName(row.text("table_name"), row.text("schema_name")),
                row.text("table_title"),
                row.text("table_description"),
                row.text("table_type"),
                row.text("table_utype"),
                List.of());
    }

    private static ColumnMeta column(Rows row) throws IOException {
        String size = row.text("arraysize");
        boolean array = !size.isEmpty() && !size.equals("1");
        String name = row.text("name");
        return new ColumnMeta(
                name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                        ? name.substring(1, name.length() - 1)
                        : name,
                row.text("datatype") + (array ? "(" + size + ")" : ""),
                row.text("unit"),
                Ucd.parse(row.text("ucd")),
                row.text("utype"),
                row.text("column_description"),
                row.text("flag").toLowerCase(Locale.ROOT).contains("indexed"));
    }

    /**
     * Records should have names as ADQL wants them (VODataService 1.2, section 3.2) but many have them bare: then what
     * is no regular identifier is delimited, as one name unless it starts with the name of its schema.
     */
    private String adqlName(String name, String schema) {
        if (name.contains("\"")) {
            return name;
        }
        if (REGULAR.matcher(name).matches()) {
            StringBuilder quoted = new StringBuilder();
            for (String part : name.split("\\.")) {
                quoted.append(quoted.isEmpty() ? "" : ".").append(adql.quote(part));
            }
            return quoted.toString();
        }
        boolean inSchema =
                !schema.isEmpty() && name.toLowerCase(Locale.ROOT).startsWith(schema.toLowerCase(Locale.ROOT) + ".");
        return inSchema ? adql.quote(schema) + "." + adql.quote(name.substring(schema.length() + 1)) : adql.quote(name);
    }
}
