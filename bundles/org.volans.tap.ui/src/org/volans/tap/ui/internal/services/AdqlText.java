package org.volans.tap.ui.internal.services;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.volans.api.adql.AdqlService;

/** What nodes are called in a query. */
final class AdqlText {

    private final AdqlService adql;

    AdqlText(AdqlService adql) {
        this.adql = adql;
    }

    /** A name as it is written in ADQL, a service's URL, an example's query; empty for a note. */
    String of(Node node) {
        return switch (node) {
            case ServiceNode service -> service.entry().url().toString();
            case SchemaNode schema -> written(schema.meta().name());
            case TableNode table -> written(table.meta().name());
            case ColumnNode column -> adql.quote(column.meta().name());
            case ExampleNode example -> example.example().query();
            case GroupNode group -> "";
            case ExamplesNode examples -> "";
            case Note note -> "";
        };
    }

    /** The names of several, one after the other as in a SELECT clause. */
    String of(List<Node> nodes) {
        return nodes.stream().map(this::of).filter(t -> !t.isEmpty()).collect(Collectors.joining(", "));
    }

    /** The first rows of a table. */
    String first(TableNode table, int rows) {
        return "SELECT TOP " + rows + " *\nFROM " + of(table);
    }

    /** Services give names ready for use, with delimiters; some forget that a word is reserved. */
    private String written(String name) {
        return name.contains("\"")
                ? name
                : Arrays.stream(name.split("\\.", -1)).map(adql::quote).collect(Collectors.joining("."));
    }
}
