package org.volans.adql.internal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.TableMeta;

/** A few words about things. */
final class Texts {

    private Texts() {}

    /** Type, unit and UCD. */
    static String column(ColumnMeta column) {
        return Stream.of(column.datatype(), column.unit(), column.ucd().toString(), column.indexed() ? "indexed" : "")
                .filter(t -> !t.isBlank())
                .collect(Collectors.joining(" · "));
    }

    /** Its title, else the start of its description. */
    static String table(TableMeta table) {
        return Stream.of(table.title(), table.description())
                .filter(t -> !t.isBlank())
                .findFirst()
                .map(t -> t.strip().replaceAll("\\s+", " "))
                .orElse("");
    }

    /** Its kind and how many columns are known. */
    static String kind(TableMeta table) {
        List<ColumnMeta> columns = table.columns();
        String kind = table.type().isBlank() ? "table" : table.type();
        return columns.isEmpty()
                ? kind
                : kind + " · " + columns.size() + (columns.size() == 1 ? " column" : " columns");
    }
}
