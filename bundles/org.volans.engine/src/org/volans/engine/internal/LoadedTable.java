package org.volans.engine.internal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.volans.api.InputException;
import org.volans.api.adql.AdqlService;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.ucd.Ucd;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;

/**
 * A table of the database.
 *
 * @param schema  its schema, or empty
 * @param table   its bare name
 * @param meta    as ADQL sees it
 * @param types   of its columns
 * @param sources what the table that came in said of each column, by the very object in {@code meta}
 */
record LoadedTable(
        String schema, String table, TableMeta meta, List<ColumnType> types, Map<ColumnMeta, ColumnInfo> sources) {

    static LoadedTable of(String schema, TableMeta given, StarTable data, AdqlService adql) throws InputException {
        String owner = bare(schema);
        String name = name(owner, given.name());
        if (name.isBlank()) {
            throw new InputException("a table needs a name");
        }
        if (data.getColumnCount() == 0) {
            throw new InputException("table " + name + " has no columns");
        }
        List<ColumnMeta> columns = new ArrayList<>();
        List<ColumnType> types = new ArrayList<>();
        Map<ColumnMeta, ColumnInfo> sources = new IdentityHashMap<>();
        for (int i = 0; i < data.getColumnCount(); i++) {
            ColumnInfo info = data.getColumnInfo(i);
            ColumnType type = ColumnType.of(info.getContentClass());
            ColumnMeta column = column(info, type, given, i);
            columns.add(column);
            types.add(type);
            sources.put(column, info);
        }
        String written = (owner.isEmpty() ? "" : adql.quote(owner) + ".") + adql.quote(name);
        TableMeta meta =
                new TableMeta(written, given.title(), description(given, data), given.type(), given.utype(), columns);
        return new LoadedTable(owner, name, meta, types, sources);
    }

    private static String description(TableMeta given, StarTable data) {
        String name = data.getName();
        return given.description().isEmpty() && name != null ? name : given.description();
    }

    private static ColumnMeta column(ColumnInfo info, ColumnType type, TableMeta given, int index) {
        ColumnMeta own = ColumnMeta.of(info);
        String name = own.name().isBlank() ? "col" + (index + 1) : own.name();
        ColumnMeta said = given.columns().stream()
                .filter(c -> bare(c.name()).equals(name))
                .findFirst()
                .or(() -> given.columns().stream()
                        .filter(c -> bare(c.name()).equalsIgnoreCase(name))
                        .findFirst())
                .orElse(own);
        return new ColumnMeta(
                said == own ? name : bare(said.name()),
                type.datatype,
                either(said.unit(), own.unit()),
                said.ucd().equals(Ucd.NONE) ? own.ucd() : said.ucd(),
                either(said.utype(), own.utype()),
                either(said.description(), own.description()),
                said.indexed());
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    /** A name without delimiters and without the schema before it, however it was written. */
    private static String name(String schema, String written) {
        String name = written.strip();
        for (String prefix : List.of(schema + ".", "\"" + schema + "\".")) {
            if (!schema.isEmpty() && name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                name = name.substring(prefix.length());
            }
        }
        return bare(name);
    }

    private static String bare(String name) {
        boolean delimited = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
        return delimited ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
