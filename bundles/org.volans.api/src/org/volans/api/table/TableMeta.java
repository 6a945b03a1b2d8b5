package org.volans.api.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.volans.api.ucd.Ucd;

/**
 * What a service or the registry says of a table.
 *
 * @param name        the name as it is written in ADQL, delimited where it must be: {@code "V/147/sdss12"},
 *                    {@code ivoa.obscore}
 * @param title       a few words, or empty
 * @param description for people, or empty
 * @param type        {@code table}, {@code view} or what the service says
 * @param utype       the utype, or empty
 * @param columns     its columns in order; empty when they have not been asked for
 * @param rows        about how many rows it has (VODataService 1.2, section 3.2), -1 where nothing is said
 */
public record TableMeta(
        String name, String title, String description, String type, String utype, List<ColumnMeta> columns, long rows) {

    public TableMeta {
        columns = List.copyOf(columns);
    }

    /** A table of which nobody says how many rows it has. */
    public TableMeta(
            String name, String title, String description, String type, String utype, List<ColumnMeta> columns) {
        this(name, title, description, type, utype, columns, -1);
    }

    /** The first column whose UCD passes. */
    public Optional<ColumnMeta> column(Predicate<Ucd> ucd) {
        return columns.stream().filter(c -> ucd.test(c.ucd())).findFirst();
    }

    /** The same table with columns. */
    public TableMeta withColumns(List<ColumnMeta> more) {
        return new TableMeta(name, title, description, type, utype, more, rows);
    }
}
