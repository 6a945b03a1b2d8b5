package org.volans.sky.internal.tap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.sky.internal.ForeignKey;
import org.volans.sky.internal.TableSpec;
import uk.ac.starlink.table.StarTable;

/** The rows of TAP_SCHEMA (TAP 1.1, section 4). */
final class TapSchema {

    static final String NAME = "tap_schema";

    /** The five tables, without rows. */
    static final List<TableSpec> TABLES = TableSpec.read(TapSchema.class, "tap_schema.tsv");

    private static final Map<String, String> SCHEMAS = Map.of(
            NAME,
            "The tables that describe the tables of this service (TAP 1.1)",
            "ivoa",
            "Tables of IVOA data models",
            "rr",
            "The registry (RegTAP 1.2)");

    private final List<TapTable> tables;
    private final List<ForeignKey> keys;

    TapSchema(List<TapTable> tables, List<ForeignKey> keys) {
        this.tables = List.copyOf(tables);
        this.keys = List.copyOf(keys);
    }

    List<TapTable> tables() {
        return tables;
    }

    List<ForeignKey> keys() {
        return keys;
    }

    /** A table by its name in any case, with or without delimiters and schema. */
    Optional<TapTable> table(String name) {
        return tables.stream()
                .filter(t -> t.name().equalsIgnoreCase(name) || t.engineName()[1].equalsIgnoreCase(name))
                .findFirst();
    }

    /** Tables by schema, in order. */
    Map<String, List<TapTable>> schemas() {
        Map<String, List<TapTable>> schemas = new LinkedHashMap<>();
        for (TapTable table : tables) {
            schemas.computeIfAbsent(table.schema(), s -> new ArrayList<>()).add(table);
        }
        return schemas;
    }

    static String describe(String schema) {
        return SCHEMAS.getOrDefault(schema, "");
    }

    /** The rows of one of {@link #TABLES}. */
    StarTable rows(TableSpec spec) {
        return spec.table(
                switch (spec.name()) {
                    case "tap_schema.schemas" -> schemaRows();
                    case "tap_schema.tables" -> tableRows();
                    case "tap_schema.columns" -> columnRows();
                    case "tap_schema.keys" -> keyRows();
                    case "tap_schema.key_columns" -> keyColumnRows();
                    default -> throw new IllegalArgumentException(spec.name());
                });
    }

    private List<Object[]> schemaRows() {
        List<Object[]> rows = new ArrayList<>();
        for (String schema : schemas().keySet()) {
            rows.add(new @Nullable Object[] {schema, null, orNull(describe(schema)), rows.size()});
        }
        return rows;
    }

    private List<Object[]> tableRows() {
        List<Object[]> rows = new ArrayList<>();
        for (TapTable table : tables) {
            rows.add(new @Nullable Object[] {
                table.schema(), table.name(), "table", orNull(table.utype()), orNull(table.description()), rows.size()
            });
        }
        return rows;
    }

    private List<Object[]> columnRows() {
        List<Object[]> rows = new ArrayList<>();
        for (TapTable table : tables) {
            int index = 0;
            for (TapTable.TapColumn column : table.columns()) {
                rows.add(new @Nullable Object[] {
                    table.name(),
                    column.name(),
                    column.type().datatype(),
                    orNull(column.type().arraysize()),
                    orNull(column.type().xtype()),
                    size(column.type().arraysize()),
                    orNull(column.description()),
                    orNull(column.utype()),
                    orNull(column.unit()),
                    orNull(column.ucd()),
                    column.indexed() ? 1 : 0,
                    column.principal() ? 1 : 0,
                    column.standard() ? 1 : 0,
                    index++
                });
            }
        }
        return rows;
    }

    private List<Object[]> keyRows() {
        List<Object[]> rows = new ArrayList<>();
        for (ForeignKey key : keys) {
            rows.add(new @Nullable Object[] {id(rows.size()), key.from(), key.target(), null, null});
        }
        return rows;
    }

    private List<Object[]> keyColumnRows() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String id = id(i);
            keys.get(i).columns().forEach((from, target) -> rows.add(new Object[] {id, from, target}));
        }
        return rows;
    }

    private static String id(int index) {
        return "key" + (index + 1);
    }

    private static @Nullable Integer size(String arraysize) {
        return arraysize.matches("[0-9]+") ? Integer.valueOf(arraysize) : null;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
