package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.volans.adql.internal.Names.Name;
import org.volans.api.adql.AdqlContext;
import org.volans.api.adql.Translation;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;

/** The tables that a query may use. */
final class Catalog {

    /**
     * A table.
     *
     * @param path schema and name, or the name alone
     * @param sql  how it is taken
     * @param meta as given
     */
    record Known(List<String> path, String sql, TableMeta meta) {

        List<ColumnMeta> columns() {
            return meta.columns();
        }

        String name() {
            return path.stream().map(Names::quote).collect(Collectors.joining("."));
        }

        List<Field> fields(String alias) {
            List<Field> fields = new ArrayList<>();
            for (int i = 0; i < columns().size(); i++) {
                ColumnMeta column = columns().get(i);
                String name = Names.column(column.name());
                fields.add(new Field(
                        alias + "." + Sql.identifier(Translation.columnName(i, name)),
                        Kind.of(column.datatype()),
                        new ColumnMeta(
                                name,
                                column.datatype(),
                                column.unit(),
                                column.ucd(),
                                column.utype(),
                                column.description(),
                                false),
                        column,
                        ""));
            }
            return fields;
        }
    }

    private final AdqlContext context;
    private final List<Known> tables = new ArrayList<>();
    private final Map<String, String> functions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Catalog(AdqlContext context) {
        this.context = context;
        for (String declared : context.functions()) {
            String name = declared.strip().split("[\\s(]", 2)[0];
            if (!Names.reserved(name)) {
                functions.putIfAbsent(name, declared.strip());
            }
        }
        for (SchemaMeta schema : context.schemas()) {
            for (TableMeta table : schema.tables()) {
                tables.add(known(schema.name(), table));
            }
        }
    }

    private static Known known(String schema, TableMeta table) {
        List<String> path = new ArrayList<>(Names.parts(table.name()));
        if (path.size() == 1 && !schema.isEmpty()) {
            path.add(0, Names.column(schema));
        }
        String owner = path.size() == 1 ? "" : path.get(path.size() - 2);
        String sql = Sql.identifier(Translation.tableName(owner, path.get(path.size() - 1)));
        return new Known(List.copyOf(path), sql, table);
    }

    /** What the tables were told from. */
    AdqlContext context() {
        return context;
    }

    List<Known> tables() {
        return tables;
    }

    /** The functions that the service declares beyond ADQL's: signatures, or names where it says no more, by name. */
    Map<String, String> functions() {
        return functions;
    }

    /** Every table that a name can mean; of several, those are left out that do not fit the name in full. */
    List<Known> find(List<Name> name) {
        List<Known> found =
                tables.stream().filter(t -> endsWith(t.path(), name)).toList();
        List<Known> whole =
                found.stream().filter(t -> t.path().size() == name.size()).toList();
        return whole.size() == 1 ? whole : found;
    }

    /** Names that a misspelt one may have meant: the last parts alone when only that was written. */
    Collection<String> names(int parts) {
        return tables.stream()
                .map(t -> t
                        .path()
                        .subList(Math.max(0, t.path().size() - parts), t.path().size())
                        .stream()
                        .map(Names::quote)
                        .collect(Collectors.joining(".")))
                .toList();
    }

    static boolean endsWith(List<String> path, List<Name> name) {
        int offset = path.size() - name.size();
        if (offset < 0) {
            return false;
        }
        for (int i = 0; i < name.size(); i++) {
            if (!name.get(i).matches(path.get(offset + i))) {
                return false;
            }
        }
        return true;
    }
}
