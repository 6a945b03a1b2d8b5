package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.adql.internal.Names.Name;
import org.volans.adql.internal.Outline.Block;
import org.volans.adql.internal.Words.Word;
import org.volans.adql.internal.grammar.AdqlLexer;
import org.volans.api.adql.Completion;

/** Says what may be written at a place. */
final class Completer {

    private final Catalog catalog;
    private final String adql;
    private final int offset;
    private final Words text;

    Completer(Catalog catalog, String adql, int offset) {
        this.catalog = catalog;
        this.adql = adql;
        this.offset = Math.clamp(offset, 0, adql.length());
        this.text = Words.of(adql);
    }

    /**
     * The word that is being written.
     *
     * @param start     where it begins
     * @param prefix    what of it stands before the caret, without delimiter
     * @param qualifier names with dots before it
     * @param head      index of the first word of all this
     */
    private record Prefix(int start, String prefix, List<Name> qualifier, int head) {}

    Completion complete() {
        if (silent()) {
            return Completion.none(offset);
        }
        int run = run();
        int before = text.at(run);
        Position there = Position.after(text.words().subList(0, before));
        if (there.tables()) {
            String written = adql.substring(run, offset);
            Proposals proposals = new Proposals(written);
            proposals.tables(catalog, common(before));
            if (written.chars().allMatch(Character::isLetter)) {
                proposals.keywords(there.keywords());
            }
            return proposals.completion(run, end() - run);
        }
        @Nullable Prefix prefix = prefix();
        if (prefix == null) {
            return Completion.none(offset);
        }
        int head = prefix.head();
        Position here = head == before ? there : Position.after(text.words().subList(0, head));
        return expression(prefix, here);
    }

    /** Inside texts, comments and numbers nothing is proposed. */
    private boolean silent() {
        boolean comment = text.comments().stream().anyMatch(c -> c.start() < offset && offset <= c.end());
        int index = text.at(offset - 1);
        if (comment || index >= text.words().size()) {
            return comment;
        }
        Word word = text.words().get(index);
        boolean inside = word.start() < offset && offset < word.end();
        return inside && word.type() == AdqlLexer.STRING
                || word.start() < offset && offset <= word.end() && word.text().startsWith("'") && word.bad();
    }

    private Optional<Word> current() {
        int index = text.at(offset - 1);
        return index < text.words().size() && text.words().get(index).start() < offset
                ? Optional.of(text.words().get(index))
                : Optional.empty();
    }

    private static boolean delimited(Word word) {
        return word.text().startsWith("\"");
    }

    private static boolean number(Word word) {
        return word.type() == AdqlLexer.UNSIGNED || word.type() == AdqlLexer.REAL || word.type() == AdqlLexer.HEX;
    }

    /** Where what is written without a blank begins: names of tables hold slashes and dots before they are delimited. */
    private int run() {
        int start = current().filter(Completer::delimited).map(Word::start).orElse(offset);
        while (start > 0 && !ends(adql.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean ends(char c) {
        return Character.isWhitespace(c) || ",();'".indexOf(c) >= 0;
    }

    /** Where what is replaced ends: with the delimiter when the caret is inside of one. */
    private int end() {
        return current()
                .filter(w -> w.type() == AdqlLexer.DELIMITED)
                .map(Word::end)
                .orElse(offset);
    }

    private @Nullable Prefix prefix() {
        Optional<Word> touched = current();
        if (touched.filter(Completer::number).isPresent()) {
            return null;
        }
        Optional<Word> current = touched.filter(w -> w.identifier() || w.keyword() || delimited(w));
        int index = current.isPresent() ? text.at(offset - 1) : text.at(offset);
        int start = current.map(Word::start).orElse(offset);
        String written = adql.substring(start, offset);
        List<Name> qualifier = new ArrayList<>();
        int head = index;
        while (text.type(head - 1) == AdqlLexer.DOT) {
            if (head < 2 || !text.words().get(head - 2).identifier()) {
                return null;
            }
            qualifier.add(0, text.words().get(head - 2).name());
            head -= 2;
        }
        return new Prefix(start, written, qualifier, head);
    }

    private Completion expression(Prefix prefix, Position here) {
        Proposals proposals = new Proposals(prefix.prefix());
        Outline outline = new Outline(text);
        Optional<Block> block = outline.around(Math.max(0, prefix.head()));
        Sources sources = new Sources(catalog, text);
        if (!prefix.qualifier().isEmpty()) {
            if (here.values()) {
                block.ifPresent(b -> proposals.columnsOf(b, prefix.qualifier(), sources));
            }
            return proposals.completion(prefix.start(), end() - prefix.start());
        }
        if (here.values() || here.columns()) {
            block.ifPresent(b -> proposals.columns(b, sources, here.columns()));
        }
        if (here.values()) {
            block.ifPresent(b -> proposals.aliases(b));
            boolean called = end() < adql.length() && adql.charAt(end()) == '(';
            proposals.functions(catalog, called);
        }
        if (here.types()) {
            proposals.types();
        }
        proposals.keywords(here.keywords());
        return proposals.completion(prefix.start(), end() - prefix.start());
    }

    /** What WITH names before a word. */
    private List<String> common(int word) {
        return new Outline(text)
                .around(Math.max(0, word - 1)).stream()
                        .flatMap(b -> b.common.stream())
                        .map(c -> c.name().text())
                        .toList();
    }
}
