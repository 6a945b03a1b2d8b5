package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.adql.internal.Names.Name;
import org.volans.adql.internal.Outline.Block;
import org.volans.adql.internal.Outline.Source;
import org.volans.adql.internal.Sources.Column;
import org.volans.adql.internal.Words.Word;
import org.volans.adql.internal.grammar.AdqlLexer;
import org.volans.api.adql.AdqlContext;
import org.volans.api.adql.AdqlDescription;
import org.volans.api.adql.Completion.Kind;

/** Says what a word of a text is. */
final class Describer {

    private final Catalog catalog;
    private final Words text;
    private final Outline outline;
    private final Sources sources;

    Describer(Catalog catalog, String adql) {
        this.catalog = catalog;
        this.text = Words.of(adql);
        this.outline = new Outline(text);
        this.sources = new Sources(catalog, text);
    }

    Optional<AdqlDescription> at(int offset) {
        int index = text.at(offset);
        if (index == text.words().size() || text.words().get(index).start() > offset) {
            return Optional.empty();
        }
        Word word = text.words().get(index);
        if (text.type(index + 1) == AdqlLexer.LPAREN && (word.type() == AdqlLexer.REGULAR || word.keyword())) {
            FunctionHelp help = FunctionHelp.find(word.text(), catalog);
            return help == null
                    ? Optional.empty()
                    : Optional.of(new AdqlDescription(
                            Kind.FUNCTION, word.start(), length(word), help.signature(), help.result(), help.text()));
        }
        return word.identifier() ? outline.around(index).flatMap(b -> named(b, index)) : Optional.empty();
    }

    private static int length(Word word) {
        return word.end() - word.start();
    }

    private Optional<AdqlDescription> named(Block block, int index) {
        for (Source source : block.sources) {
            if (source.from() <= index && index < source.to() || source.as() == index) {
                return table(source, index);
            }
        }
        List<Name> path = path(index);
        if (text.type(index + 1) == AdqlLexer.DOT) {
            Source source = sources.source(block, path);
            return source == null ? Optional.empty() : table(source, index);
        }
        Column column = sources.find(block, path);
        return Optional.ofNullable(column).map(c -> column(c, text.words().get(index)));
    }

    /** The names up to a word. */
    private List<Name> path(int index) {
        List<Name> path = new ArrayList<>();
        path.add(text.words().get(index).name());
        for (int i = index;
                text.type(i - 1) == AdqlLexer.DOT
                        && i >= 2
                        && text.words().get(i - 2).identifier();
                i -= 2) {
            path.add(0, text.words().get(i - 2).name());
        }
        return path;
    }

    private static AdqlDescription column(Column column, Word word) {
        String table = column.table().isEmpty() ? "" : column.table() + ".";
        return new AdqlDescription(
                Kind.COLUMN,
                word.start(),
                length(word),
                table + Names.quote(column.meta().name()),
                Texts.column(column.meta()),
                column.meta().description());
    }

    private Optional<AdqlDescription> table(Source source, int index) {
        Word word = text.words().get(index);
        Catalog.@Nullable Known table = sources.table(source);
        if (table == null) {
            return Optional.empty();
        }
        boolean upload = table.path().get(0).equalsIgnoreCase(AdqlContext.UPLOADS);
        String about = table.meta().description().isBlank()
                ? table.meta().title()
                : table.meta().description();
        return Optional.of(new AdqlDescription(
                upload ? Kind.UPLOAD : Kind.TABLE,
                word.start(),
                length(word),
                table.name(),
                Texts.kind(table.meta()),
                about));
    }
}
