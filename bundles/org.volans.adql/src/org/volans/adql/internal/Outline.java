package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.adql.internal.Names.Name;
import org.volans.adql.internal.Words.Word;
import org.volans.adql.internal.grammar.AdqlLexer;

/**
 * Which query stands where in a text and what its FROM has, told from words and parentheses alone: it must do while a
 * query is being written, when the grammar sees nothing but faults.
 */
final class Outline {

    private static final Set<Integer> AFTER_FROM = Set.of(
            AdqlLexer.WHERE, AdqlLexer.GROUP, AdqlLexer.HAVING, AdqlLexer.ORDER, AdqlLexer.OFFSET, AdqlLexer.SEMICOLON);

    /**
     * Something in FROM.
     *
     * @param path  of a table; empty for a subquery
     * @param from  index of the first word of the table's name
     * @param to    index behind the last word of the table's name
     * @param alias empty when there is none
     * @param as    index of the alias, -1 when there is none
     * @param query the subquery's first SELECT, or {@code null}
     */
    record Source(
            List<Name> path,
            int from,
            int to,
            String alias,
            int as,
            @Nullable Block query) {}

    /** A query that WITH names; its columns are empty when it does not name them. */
    record Common(Name name, List<Name> columns, Block query) {}

    /** A SELECT: words {@code from} to {@code to}. */
    static final class Block {

        final int from;
        final @Nullable Block outer;
        final List<Common> common;
        final List<Source> sources = new ArrayList<>();
        /** First and last word (exclusive) of each item of the result. */
        final List<int[]> items = new ArrayList<>();

        int to;

        Block(int from, @Nullable Block outer, List<Common> common) {
            this.from = from;
            this.to = from;
            this.outer = outer;
            this.common = common;
        }

        /** What WITH names, when a source is that. */
        @Nullable
        Common common(Source source) {
            return source.path().size() != 1
                    ? null
                    : common.reversed().stream()
                            .filter(c -> source.path().get(0).matches(c.name().text()))
                            .findFirst()
                            .orElse(null);
        }
    }

    private final Words text;
    private final List<Block> blocks = new ArrayList<>();

    Outline(Words text) {
        this.text = text;
        for (int i = 0; i < text.words().size(); i++) {
            if (type(i) == AdqlLexer.SELECT || type(i) == AdqlLexer.WITH) {
                i = query(i, null, List.of()).end();
            } else if (type(i) == AdqlLexer.FROM) {
                // the word before is a misspelt SELECT
                Block block = new Block(i - 1, null, List.of());
                blocks.add(block);
                block.to = new Select(block).read();
                i = block.to;
            }
        }
    }

    /** All SELECTs, the outer before the inner. */
    List<Block> blocks() {
        return blocks;
    }

    /** The innermost SELECT around a word. */
    Optional<Block> around(int word) {
        return blocks.stream().filter(b -> b.from <= word && word <= b.to).reduce((a, b) -> b.from >= a.from ? b : a);
    }

    private int type(int index) {
        return text.type(index);
    }

    private Word word(int index) {
        return text.words().get(index);
    }

    /** Where a query ends: at the parenthesis that closes it, or the end of the text. */
    private record Query(int end, @Nullable Block first) {}

    private Query query(int start, @Nullable Block outer, List<Common> around) {
        List<Common> common = new ArrayList<>(around);
        int i = type(start) == AdqlLexer.WITH ? with(start + 1, outer, common) : start;
        Block first = null;
        while (i < text.words().size() && type(i) != AdqlLexer.RPAREN) {
            if (type(i) == AdqlLexer.SELECT) {
                Block block = new Block(i, outer, common);
                blocks.add(block);
                first = first == null ? block : first;
                block.to = new Select(block).read();
                i = block.to;
            } else if (type(i) == AdqlLexer.LPAREN) {
                Query inner = query(i + 1, outer, common);
                first = first == null ? inner.first() : first;
                i = inner.end() + 1;
            } else {
                i++;
            }
        }
        return new Query(i, first);
    }

    /** Reads the queries that WITH names; gives the index behind them. */
    private int with(int start, @Nullable Block outer, List<Common> common) {
        int i = start;
        while (i < text.words().size() && word(i).identifier()) {
            Name name = word(i++).name();
            List<Name> columns = new ArrayList<>();
            if (type(i) == AdqlLexer.LPAREN) {
                for (i++; i < text.words().size() && type(i) != AdqlLexer.RPAREN; i++) {
                    if (word(i).identifier()) {
                        columns.add(word(i).name());
                    }
                }
                i++;
            }
            i += type(i) == AdqlLexer.AS ? 1 : 0;
            if (type(i) != AdqlLexer.LPAREN) {
                return i;
            }
            Query query = query(i + 1, outer, List.copyOf(common));
            Block first = query.first();
            if (first != null) {
                common.add(new Common(name, columns, first));
            }
            i = query.end() + 1;
            i += type(i) == AdqlLexer.COMMA ? 1 : 0;
        }
        return i;
    }

    /** Reads one SELECT. */
    private final class Select {

        private final Block block;
        private int at;
        private int depth;
        private boolean from;
        private boolean ended;
        private boolean tableWanted;
        private int item;

        Select(Block block) {
            this.block = block;
            this.at = block.from + 1;
            this.item = at;
        }

        /** Gives the index of the word that ends it. */
        int read() {
            while (at < text.words().size()) {
                int type = type(at);
                if (depth == 0 && (type == AdqlLexer.RPAREN || Words.SET_OPERATORS.contains(type))) {
                    break;
                }
                if (type == AdqlLexer.SELECT) {
                    // two queries without anything between: the first is not complete
                    break;
                }
                step(type);
            }
            item();
            return at;
        }

        private void step(int type) {
            if (type == AdqlLexer.LPAREN) {
                open();
            } else if (tableWanted && word(at).identifier()) {
                table();
            } else {
                depth -= type == AdqlLexer.RPAREN ? 1 : 0;
                clause(type);
                at++;
            }
        }

        private void clause(int type) {
            if (type == AdqlLexer.FROM && depth == 0) {
                item();
                from = true;
                tableWanted = true;
            } else if (AFTER_FROM.contains(type) && depth == 0) {
                item();
                from = false;
                ended = true;
                tableWanted = false;
            } else if (from && (type == AdqlLexer.JOIN || type == AdqlLexer.COMMA && depth == 0)) {
                tableWanted = true;
            } else if (type == AdqlLexer.COMMA && depth == 0) {
                item();
            }
        }

        private void item() {
            if (!from && !ended && item < at) {
                block.items.add(new int[] {item, at});
            }
            item = at + 1;
        }

        private void open() {
            if (type(at + 1) != AdqlLexer.SELECT && type(at + 1) != AdqlLexer.WITH) {
                depth++;
                at++;
                return;
            }
            Query inner = query(at + 1, block, block.common);
            at = Math.min(inner.end() + 1, text.words().size());
            if (tableWanted) {
                tableWanted = false;
                alias(List.of(), at, at, inner.first());
            }
        }

        private void table() {
            int first = at;
            List<Name> path = new ArrayList<>();
            path.add(word(at++).name());
            while (type(at) == AdqlLexer.DOT
                    && at + 1 < text.words().size()
                    && word(at + 1).identifier()) {
                path.add(word(at + 1).name());
                at += 2;
            }
            tableWanted = false;
            alias(path, first, at, null);
        }

        private void alias(List<Name> path, int first, int last, @Nullable Block query) {
            at += type(at) == AdqlLexer.AS ? 1 : 0;
            boolean named = at < text.words().size() && word(at).identifier();
            String alias = named ? word(at).name().text() : "";
            block.sources.add(new Source(path, first, last, alias, named ? at : -1, query));
            at += named ? 1 : 0;
        }
    }
}
