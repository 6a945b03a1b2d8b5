package org.volans.tap.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.ucd.Ucd;

/** Reads VOSI tables (VOSI 1.1, section 4; VODataService 1.2, section 3): a tableset, or one table alone. */
final class TablesVisitor implements XmlVisitor {

    private final Predicate<String> wanted;
    private final boolean keepsColumns;
    private final boolean stopsAtColumns;
    private final Map<String, List<TableMeta>> schemas = new LinkedHashMap<>();
    private final Map<String, String> descriptions = new LinkedHashMap<>();
    private final Map<String, String> schema = new LinkedHashMap<>();
    private final List<TableMeta> tables = new ArrayList<>();
    private final Map<String, String> table = new LinkedHashMap<>();
    private final List<ColumnMeta> columns = new ArrayList<>();
    private final Map<String, String> column = new LinkedHashMap<>();
    private boolean metColumns;
    private boolean recognised;

    private TablesVisitor(Predicate<String> wanted, boolean keepsColumns, boolean stopsAtColumns) {
        this.wanted = wanted;
        this.keepsColumns = keepsColumns;
        this.stopsAtColumns = stopsAtColumns;
    }

    /** Reads tables without columns and stops as soon as there are some: then the document is a long one. */
    static TablesVisitor untilColumns() {
        return new TablesVisitor(name -> true, false, true);
    }

    /** Reads all tables of a long document and drops the columns. */
    static TablesVisitor withoutColumns() {
        return new TablesVisitor(name -> true, false, false);
    }

    /** Reads the tables that are wanted, by their names; columns of others are not kept. */
    static TablesVisitor of(Predicate<String> wanted) {
        return new TablesVisitor(wanted, true, false);
    }

    @Override
    public boolean begins(XmlElement e) {
        switch (e.name()) {
            case "tableset", "schema", "table" -> recognised = true;
            case "column" -> metColumns = true;
            default -> {
                // read at its end
            }
        }
        return !(metColumns && stopsAtColumns);
    }

    @Override
    public void ends(XmlElement e) {
        XmlElement parent = e.parent();
        switch (e.name()) {
            case "column" -> {
                if (keepsColumns) {
                    columnEnds();
                }
                column.clear();
            }
            case "table" -> tableEnds(e);
            case "schema" -> schemaEnds();
            default -> {
                if (parent != null) {
                    detail(e, parent);
                }
            }
        }
    }

    private void detail(XmlElement e, XmlElement parent) {
        switch (parent.name()) {
            case "schema" -> schema.putIfAbsent(e.name(), e.text());
            case "table" -> table.putIfAbsent(e.name(), e.text());
            case "column" -> {
                if (e.name().equals("dataType")) {
                    column.put("dataType", Datatypes.votable(e.text(), size(e)));
                } else if (e.name().equals("flag")) {
                    column.merge("flags", e.text(), (a, b) -> a + " " + b);
                } else {
                    column.putIfAbsent(e.name(), e.text());
                }
            }
            default -> {
                // foreign keys and extensions
            }
        }
    }

    private static String size(XmlElement dataType) {
        return dataType.attribute("arraysize").isEmpty() ? dataType.attribute("size") : dataType.attribute("arraysize");
    }

    private void columnEnds() {
        String flags = column.getOrDefault("flags", "");
        columns.add(new ColumnMeta(
                TableNames.undelimited(column.getOrDefault("name", "")),
                column.getOrDefault("dataType", ""),
                column.getOrDefault("unit", ""),
                Ucd.parse(column.getOrDefault("ucd", "")),
                column.getOrDefault("utype", ""),
                column.getOrDefault("description", ""),
                flags.contains("indexed") || flags.contains("primary")));
    }

    private void tableEnds(XmlElement e) {
        String name = table.getOrDefault("name", "");
        if (!name.isEmpty() && wanted.test(name)) {
            tables.add(new TableMeta(
                    TableNames.adql(schema.getOrDefault("name", ""), name),
                    table.getOrDefault("title", ""),
                    table.getOrDefault("description", ""),
                    e.attribute("type").isEmpty() ? "table" : e.attribute("type"),
                    table.getOrDefault("utype", ""),
                    columns,
                    rows(table.getOrDefault("nrows", ""))));
        }
        table.clear();
        columns.clear();
    }

    private static long rows(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private void schemaEnds() {
        String name = schema.getOrDefault("name", "");
        schemas.computeIfAbsent(name, n -> new ArrayList<>()).addAll(tables);
        descriptions.putIfAbsent(name, schema.getOrDefault("description", ""));
        tables.clear();
        schema.clear();
    }

    /** Whether the document was about tables. */
    boolean isRecognised() {
        return recognised;
    }

    /** Whether the service sent columns. */
    boolean hasMetColumns() {
        return metColumns;
    }

    /** What was read; tables outside of any schema come last, under an empty name. */
    List<SchemaMeta> schemas() {
        List<SchemaMeta> all = new ArrayList<>();
        schemas.forEach((name, members) -> all.add(new SchemaMeta(name, descriptions.getOrDefault(name, ""), members)));
        if (!tables.isEmpty()) {
            all.add(new SchemaMeta("", "", tables));
        }
        return all;
    }

    /** All tables read. */
    List<TableMeta> tables() {
        return schemas().stream().flatMap(s -> s.tables().stream()).toList();
    }
}
