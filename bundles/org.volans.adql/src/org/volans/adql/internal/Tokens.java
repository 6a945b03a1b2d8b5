package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.volans.adql.internal.Words.Word;
import org.volans.adql.internal.grammar.AdqlLexer;
import org.volans.api.adql.AdqlContext;
import org.volans.api.adql.AdqlToken;
import org.volans.api.adql.AdqlToken.Kind;

/** Tells what the words of a text are, for colouring. */
final class Tokens {

    private Tokens() {}

    static List<AdqlToken> of(String adql) {
        Words text = Words.of(adql);
        List<AdqlToken> tokens = new ArrayList<>();
        for (int i = 0; i < text.words().size(); i++) {
            Word word = text.words().get(i);
            Kind kind = kind(word, text.type(i + 1) == AdqlLexer.LPAREN);
            tokens.add(new AdqlToken(kind, word.start(), word.end() - word.start()));
        }
        text.comments().forEach(c -> tokens.add(new AdqlToken(Kind.COMMENT, c.start(), c.end() - c.start())));
        tokens.sort(Comparator.comparingInt(AdqlToken::offset));
        return tokens;
    }

    private static Kind kind(Word word, boolean called) {
        return switch (word.type()) {
            case AdqlLexer.STRING -> Kind.STRING;
            case AdqlLexer.DELIMITED -> Kind.DELIMITED;
            case AdqlLexer.UNSIGNED, AdqlLexer.REAL, AdqlLexer.HEX -> Kind.NUMBER;
            case AdqlLexer.UNCLOSED, AdqlLexer.OTHER -> Kind.BAD;
            case AdqlLexer.REGULAR -> name(word, called);
            default -> word.keyword() ? Kind.KEYWORD : Kind.OPERATOR;
        };
    }

    private static Kind name(Word word, boolean called) {
        if (called) {
            return Geometry.NAMES.contains(word.upper()) ? Kind.GEOMETRY : Kind.FUNCTION;
        }
        return word.upper().equals(AdqlContext.UPLOADS) ? Kind.UPLOAD : Kind.NAME;
    }
}
