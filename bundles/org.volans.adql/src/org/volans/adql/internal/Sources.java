package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.adql.internal.Names.Name;
import org.volans.adql.internal.Outline.Block;
import org.volans.adql.internal.Outline.Common;
import org.volans.adql.internal.Outline.Source;
import org.volans.adql.internal.Words.Word;
import org.volans.adql.internal.grammar.AdqlLexer;
import org.volans.api.table.ColumnMeta;
import org.volans.api.ucd.Ucd;

/** What the sources of a FROM offer, through aliases, WITH and subqueries; as far as it is known. */
final class Sources {

    private final Catalog catalog;
    private final Words text;

    Sources(Catalog catalog, Words text) {
        this.catalog = catalog;
        this.text = text;
    }

    /**
     * A column that a source offers.
     *
     * @param meta  its metadata, named as the query sees it
     * @param table where it comes from, for people; empty when it is computed
     */
    record Column(ColumnMeta meta, String table) {

        Column named(String name) {
            ColumnMeta renamed = new ColumnMeta(
                    name, meta.datatype(), meta.unit(), meta.ucd(), meta.utype(), meta.description(), meta.indexed());
            return new Column(renamed, table);
        }
    }

    /** The only table that a source can mean, or {@code null}. */
    Catalog.@Nullable Known table(Source source) {
        List<Catalog.Known> found = source.path().isEmpty() ? List.of() : catalog.find(source.path());
        return found.size() == 1 ? found.get(0) : null;
    }

    /** Whether a column can be qualified so. */
    boolean matches(Source source, List<Name> qualifier) {
        if (!source.alias().isEmpty()) {
            return qualifier.size() == 1 && qualifier.get(0).matches(source.alias());
        }
        List<String> path = source.path().stream().map(Name::text).toList();
        return qualifier.size() <= path.size() && Catalog.endsWith(path, qualifier);
    }

    /** How to qualify the columns of a source; empty when it has no name. */
    static String qualifier(Source source) {
        return source.alias().isEmpty()
                ? source.path().stream()
                        .map(n -> n.exact() ? Names.quote(n.text()) : n.text())
                        .collect(Collectors.joining("."))
                : Names.quote(source.alias());
    }

    List<Column> columns(Block block, Source source) {
        return columns(block, source, new HashSet<>());
    }

    private List<Column> columns(Block block, Source source, Set<Block> seen) {
        Common common = block.common(source);
        if (common != null) {
            List<Column> columns = outputs(common.query(), seen);
            return common.columns().isEmpty() ? columns : renamed(columns, common.columns());
        }
        Block query = source.query();
        if (query != null) {
            return outputs(query, seen);
        }
        Catalog.Known table = table(source);
        return table == null
                ? List.of()
                : table.columns().stream()
                        .map(c -> new Column(c, table.name()).named(Names.column(c.name())))
                        .toList();
    }

    private static List<Column> renamed(List<Column> columns, List<Name> names) {
        List<Column> renamed = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Column column = i < columns.size() ? columns.get(i) : computed("");
            renamed.add(column.named(names.get(i).text()));
        }
        return renamed;
    }

    private static Column computed(String name) {
        return new Column(new ColumnMeta(name, "", "", Ucd.NONE, "", "", false), "");
    }

    private List<Column> outputs(Block block, Set<Block> seen) {
        List<Column> columns = new ArrayList<>();
        if (seen.add(block)) {
            for (int[] item : block.items) {
                output(block, item[0], item[1], seen, columns);
            }
            seen.remove(block);
        }
        return columns;
    }

    private void output(Block block, int from, int to, Set<Block> seen, List<Column> into) {
        int first = start(from, to);
        Word last = text.words().get(to - 1);
        if (last.type() == AdqlLexer.STAR && (first == to - 1 || text.type(to - 2) == AdqlLexer.DOT)) {
            List<Name> qualifier = first == to - 1 ? List.of() : path(first, to - 2);
            block.sources.stream()
                    .filter(s -> qualifier.isEmpty() || matches(s, qualifier))
                    .forEach(s -> into.addAll(columns(block, s, seen)));
            return;
        }
        if (!last.identifier()) {
            return;
        }
        boolean aliased = to - 2 >= first && text.type(to - 2) != AdqlLexer.DOT;
        int end = aliased ? to - (text.type(to - 2) == AdqlLexer.AS ? 2 : 1) : to;
        List<Name> path = path(first, end);
        Column column = path.isEmpty() ? null : find(block, path, seen);
        String name = last.name().text();
        into.add(column == null ? computed(name) : column.named(name));
    }

    /** Past DISTINCT, ALL and TOP n. */
    private int start(int from, int to) {
        int i = from;
        while (i < to - 1
                && (text.type(i) == AdqlLexer.DISTINCT
                        || text.type(i) == AdqlLexer.ALL
                        || text.type(i) == AdqlLexer.TOP
                        || text.type(i - 1) == AdqlLexer.TOP)) {
            i++;
        }
        return i;
    }

    /** The names of a dotted path that fills a stretch of words; empty when the stretch is anything else. */
    private List<Name> path(int from, int to) {
        List<Name> path = new ArrayList<>();
        for (int i = from; i < to; i++) {
            boolean name = (i - from) % 2 == 0;
            if (name ? !text.words().get(i).identifier() : text.type(i) != AdqlLexer.DOT) {
                return List.of();
            }
            if (name) {
                path.add(text.words().get(i).name());
            }
        }
        return path;
    }

    /** The column that a path means, in a query or those around it. */
    @Nullable
    Column find(Block block, List<Name> path) {
        for (Block at = block; at != null; at = at.outer) {
            Column found = find(at, path, new HashSet<>());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Column find(Block block, List<Name> path, Set<Block> seen) {
        List<Name> qualifier = path.subList(0, path.size() - 1);
        Name name = path.get(path.size() - 1);
        return block.sources.stream()
                .filter(s -> qualifier.isEmpty() || matches(s, qualifier))
                .flatMap(s -> columns(block, s, seen).stream())
                .filter(c -> name.matches(c.meta().name()))
                .findFirst()
                .orElse(null);
    }

    /** The source that a qualifier means, in a query or those around it. */
    @Nullable
    Source source(Block block, List<Name> qualifier) {
        for (Block at = block; at != null; at = at.outer) {
            for (Source source : at.sources) {
                if (matches(source, qualifier)) {
                    return source;
                }
            }
        }
        return null;
    }
}
