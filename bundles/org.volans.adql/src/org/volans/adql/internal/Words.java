package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.volans.adql.internal.Names.Name;
import org.volans.adql.internal.grammar.AdqlLexer;

/**
 * Any text as the lexer reads it, query or not: the words, and the comments between them, which the grammar never sees.
 *
 * @param words    in text order
 * @param comments in text order
 */
record Words(List<Word> words, List<Comment> comments) {

    /**
     * A word.
     *
     * @param type  a token type of the lexer
     * @param text  as it stands
     * @param start UTF-16 offset
     * @param end   UTF-16 offset behind it
     */
    record Word(int type, String text, int start, int end) {

        boolean keyword() {
            return Words.keyword(type);
        }

        /** Whether a value can end with it, so that an operator behind it has two sides. */
        boolean endsValue() {
            return switch (type) {
                case AdqlLexer.REGULAR,
                        AdqlLexer.DELIMITED,
                        AdqlLexer.RPAREN,
                        AdqlLexer.UNSIGNED,
                        AdqlLexer.REAL,
                        AdqlLexer.HEX,
                        AdqlLexer.STRING,
                        AdqlLexer.NULL,
                        AdqlLexer.END -> true;
                default -> false;
            };
        }

        boolean identifier() {
            return type == AdqlLexer.REGULAR || type == AdqlLexer.DELIMITED;
        }

        boolean bad() {
            return type == AdqlLexer.UNCLOSED || type == AdqlLexer.OTHER;
        }

        String upper() {
            return text.toUpperCase(Locale.ROOT);
        }

        Name name() {
            return Name.of(text);
        }
    }

    /**
     * A comment.
     *
     * @param word    index of the word behind it
     * @param ownLine whether nothing but blanks stands before it on its line
     */
    record Comment(int word, String text, int start, int end, boolean ownLine) {}

    /** Types of UNION and its like. */
    static final Set<Integer> SET_OPERATORS = Set.of(AdqlLexer.UNION, AdqlLexer.EXCEPT, AdqlLexer.INTERSECT);

    /** Whether a type of the lexer is a word of the grammar. */
    static boolean keyword(int type) {
        return type >= AdqlLexer.ALL && type <= AdqlLexer.WITH;
    }

    /** What a type is written as, in upper case; empty when it has no one form. */
    static String literal(int type) {
        String quoted = AdqlLexer.VOCABULARY.getLiteralName(type);
        return quoted == null ? "" : quoted.substring(1, quoted.length() - 1).toUpperCase(Locale.ROOT);
    }

    static Words of(String adql) {
        AdqlLexer lexer = new AdqlLexer(CharStreams.fromString(adql));
        lexer.removeErrorListeners();
        Places places = new Places(adql);
        List<Word> words = new ArrayList<>();
        List<Comment> comments = new ArrayList<>();
        int end = 0;
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            int start = places.offset(token.getStartIndex());
            comments(adql, end, start, words.size(), comments);
            end = places.offset(token.getStopIndex() + 1);
            words.add(new Word(token.getType(), adql.substring(start, end), start, end));
        }
        comments(adql, end, adql.length(), words.size(), comments);
        return new Words(words, comments);
    }

    /** What the lexer skips is blanks and comments. */
    private static void comments(String adql, int from, int to, int word, List<Comment> comments) {
        String gap = adql.substring(from, to);
        boolean ownLine = from == 0;
        for (int i = 0; i < gap.length(); i++) {
            char c = gap.charAt(i);
            if (c == '\n' || c == '\r') {
                ownLine = true;
            } else if (c == '-') {
                int end = i;
                while (end < gap.length() && gap.charAt(end) != '\n' && gap.charAt(end) != '\r') {
                    end++;
                }
                comments.add(new Comment(word, gap.substring(i, end), from + i, from + end, ownLine));
                ownLine = false;
                i = end - 1;
            }
        }
    }

    /** The index of the first word that ends behind an offset. */
    int at(int offset) {
        int i = 0;
        while (i < words.size() && words.get(i).end() <= offset) {
            i++;
        }
        return i;
    }

    /** The type of the word at an index, -1 outside of the text. */
    int type(int index) {
        return index >= 0 && index < words.size() ? words.get(index).type() : -1;
    }

    /** The lexer counts code points. */
    private static final class Places {

        private final String text;
        private final boolean plain;
        private int point;
        private int unit;

        Places(String text) {
            this.text = text;
            this.plain = text.codePointCount(0, text.length()) == text.length();
        }

        /** Asked for growing places only. */
        int offset(int codePoint) {
            if (plain) {
                return codePoint;
            }
            unit = text.offsetByCodePoints(unit, codePoint - point);
            point = codePoint;
            return unit;
        }
    }
}
