package org.volans.api.adql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;

/**
 * What a query may use.
 *
 * @param schemas   the tables; those without columns count as not known in detail. Uploads stand in a schema
 *                  {@value #UPLOADS}
 * @param functions what a service declares beyond ADQL (TAPRegExt 1.0, section 2.3.2): names, or signatures such as
 *                  {@code ivo_hasword(haystack TEXT, needle TEXT) -> INTEGER}
 */
public record AdqlContext(List<SchemaMeta> schemas, List<String> functions) {

    /** Schema of uploaded tables (TAP 1.1, section 2.7.6). */
    public static final String UPLOADS = "TAP_UPLOAD";

    /** Nothing is known. */
    public static final AdqlContext NONE = new AdqlContext(List.of(), List.of());

    public AdqlContext {
        schemas = List.copyOf(schemas);
        functions = List.copyOf(functions);
    }

    /** The table of a name, delimited or not, with or without its schema, whatever its case. */
    public Optional<TableMeta> table(String name) {
        return schemas.stream()
                .flatMap(s -> s.tables().stream().filter(t -> same(s.name(), t.name(), name)))
                .findFirst();
    }

    /** The same with what is told of a table in the place of the table of that name; nothing changes without one. */
    public AdqlContext withTable(TableMeta table) {
        List<SchemaMeta> replaced = new ArrayList<>();
        for (SchemaMeta schema : schemas) {
            boolean here = schema.tables().stream().anyMatch(t -> same(schema.name(), t.name(), table.name()));
            replaced.add(here ? withTable(schema, table) : schema);
        }
        return new AdqlContext(replaced, functions);
    }

    private static SchemaMeta withTable(SchemaMeta schema, TableMeta table) {
        List<TableMeta> tables = schema.tables().stream()
                .map(t -> same(schema.name(), t.name(), table.name()) ? t.withColumns(table.columns()) : t)
                .toList();
        return new SchemaMeta(schema.name(), schema.description(), tables);
    }

    /** The same with more schemas. */
    public AdqlContext withSchema(SchemaMeta schema) {
        List<SchemaMeta> more = new ArrayList<>(schemas);
        more.add(schema);
        return new AdqlContext(more, functions);
    }

    private static boolean same(String schema, String table, String name) {
        String wanted = plain(name);
        String known = plain(table);
        return known.equals(wanted)
                || (plain(schema) + "." + known).equals(wanted)
                || (plain(schema) + "." + wanted).equals(known);
    }

    private static String plain(String name) {
        return name.replace("\"", "").toLowerCase(Locale.ROOT);
    }
}
