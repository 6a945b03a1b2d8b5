package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.volans.adql.internal.Names.Name;
import org.volans.adql.internal.Outline.Block;
import org.volans.adql.internal.Outline.Source;
import org.volans.adql.internal.Sources.Column;
import org.volans.api.adql.AdqlContext;
import org.volans.api.adql.Completion;
import org.volans.api.adql.Completion.Kind;
import org.volans.api.adql.Completion.Proposal;

/** Collects what fits the beginning of a word, and ranks it. */
final class Proposals {

    private static final int MOST = 300;

    private static final List<String> TYPES =
            List.of("SMALLINT", "INTEGER", "BIGINT", "REAL", "DOUBLE PRECISION", "CHAR()", "VARCHAR()", "TIMESTAMP");

    /**
     * A proposal and how well it fits.
     *
     * @param rank less is better
     */
    private record Ranked(Proposal proposal, int rank) {}

    private final String wanted;
    private final boolean delimited;
    private final Map<String, Ranked> found = new LinkedHashMap<>();

    /** @param written what stands before the caret, delimiters and all */
    Proposals(String written) {
        this.wanted = plain(written);
        this.delimited = written.startsWith("\"");
    }

    private static String plain(String written) {
        return written.replace("\"", "").toLowerCase(Locale.ROOT);
    }

    Completion completion(int offset, int length) {
        List<Proposal> best = found.values().stream()
                .sorted(Comparator.comparingInt(Ranked::rank))
                .limit(MOST)
                .map(Ranked::proposal)
                .toList();
        return new Completion(offset, length, best, found.size() > MOST);
    }

    /** 0 begins so, 1 a part of it begins so, 2 has it inside, -1 does not fit. */
    private int fit(String name) {
        String plain = plain(name);
        if (plain.startsWith(wanted)) {
            return 0;
        }
        int at = plain.indexOf(wanted);
        if (at < 0) {
            return -1;
        }
        return Character.isLetterOrDigit(plain.charAt(at - 1)) ? 2 : 1;
    }

    /** As {@link #fit}, where a part of a name is no fit. */
    private int begins(String name) {
        return fit(name) == 0 ? 0 : -1;
    }

    /** As {@link #begins}, for what is never delimited. */
    private int beginsWord(String word) {
        return delimited ? -1 : begins(word);
    }

    private void add(Proposal proposal, int fit) {
        if (fit >= 0) {
            int order = proposal.kind().ordinal();
            found.putIfAbsent(
                    proposal.kind() + proposal.text(), new Ranked(proposal, fit * Kind.values().length + order));
        }
    }

    private void add(Kind kind, String text, String detail, String description, int fit) {
        if (fit >= 0) {
            add(new Proposal(kind, text, text.length(), text, detail, description), fit);
        }
    }

    void tables(Catalog catalog, Collection<String> common) {
        common.forEach(name -> add(Kind.TABLE, Names.quote(name), "named by WITH", "", fit(name)));
        Set<String> schemas = new TreeSet<>();
        for (Catalog.Known table : catalog.tables()) {
            List<String> path = table.path();
            int fit = fit(String.join(".", path));
            if (path.size() > 1) {
                int own = fit(path.get(path.size() - 1));
                fit = own == 0 ? 0 : fit;
                schemas.add(path.get(0));
            }
            if (fit >= 0) {
                Kind kind = path.get(0).equalsIgnoreCase(AdqlContext.UPLOADS) && path.size() == 2
                        ? Kind.UPLOAD
                        : Kind.TABLE;
                add(kind, table.name(), Texts.table(table.meta()), table.meta().description(), fit);
            }
        }
        if (!wanted.isEmpty() && !wanted.contains(".")) {
            schemas.forEach(name -> add(Kind.SCHEMA, Names.quote(name) + ".", "schema", "", begins(name)));
        }
    }

    void columnsOf(Block block, List<Name> qualifier, Sources sources) {
        for (Block at = block; at != null && found.isEmpty(); at = at.outer) {
            for (Source source : at.sources) {
                if (sources.matches(source, qualifier)) {
                    sources.columns(at, source).forEach(c -> column(c, ""));
                }
            }
        }
    }

    /** Columns by bare name; where several sources have one, with the source's name before it unless {@code bare}. */
    void columns(Block block, Sources sources, boolean bare) {
        Map<String, Integer> count = new HashMap<>();
        Map<Source, List<Column>> all = new LinkedHashMap<>();
        for (Source source : block.sources) {
            List<Column> columns = sources.columns(block, source);
            all.put(source, columns);
            columns.forEach(c -> count.merge(c.meta().name().toLowerCase(Locale.ROOT), 1, Integer::sum));
        }
        all.forEach((source, columns) -> columns.forEach(c -> {
            boolean several =
                    all.size() > 1 && count.getOrDefault(c.meta().name().toLowerCase(Locale.ROOT), 0) > 1;
            String qualifier = Sources.qualifier(source);
            column(c, several && !bare && !qualifier.isEmpty() ? qualifier + "." : "");
        }));
    }

    private void column(Column column, String qualifier) {
        String name = column.meta().name();
        int fit = Math.max(fit(name), qualifier.isEmpty() ? -1 : begins(qualifier + name));
        String written = qualifier + Names.quote(name);
        String detail = Texts.column(column.meta());
        String from = column.table().isEmpty() ? "" : "of " + column.table();
        add(
                Kind.COLUMN,
                written,
                detail.isEmpty() ? from : detail,
                String.join(
                        "\n\n",
                        Stream.of(column.meta().description(), from)
                                .filter(t -> !t.isBlank())
                                .toList()),
                fit);
    }

    void aliases(Block block) {
        for (Block at = block; at != null; at = at.outer) {
            for (Source source : at.sources) {
                String name = Sources.qualifier(source);
                if (!name.isEmpty()) {
                    String what = source.path().isEmpty() ? "subquery" : "table in FROM";
                    add(Kind.ALIAS, name, what, "", begins(name));
                }
            }
        }
    }

    /** @param called whether a parenthesis stands behind the word already */
    void functions(Catalog catalog, boolean called) {
        List<FunctionHelp> all = new ArrayList<>(FunctionHelp.all());
        catalog.functions().forEach((name, form) -> {
            FunctionHelp help = FunctionHelp.find(name, catalog);
            if (help != null && !all.contains(help)) {
                all.add(help);
            }
        });
        for (FunctionHelp function : all) {
            if (beginsWord(function.name()) == 0) {
                boolean none = function.signature().endsWith("()");
                String text = called ? function.name() : function.name() + "()";
                int caret = called || none ? text.length() : text.length() - 1;
                add(
                        new Proposal(
                                Kind.FUNCTION, text, caret, function.signature(), function.result(), function.text()),
                        0);
            }
        }
    }

    void types() {
        TYPES.forEach(t -> add(
                new Proposal(Kind.TYPE, t, t.endsWith("()") ? t.length() - 1 : t.length(), t, "", ""), beginsWord(t)));
    }

    void keywords(Collection<String> keywords) {
        keywords.forEach(k -> add(Kind.KEYWORD, k, "", "", beginsWord(k)));
    }
}
