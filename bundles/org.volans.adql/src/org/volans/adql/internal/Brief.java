package org.volans.adql.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.volans.adql.internal.Words.Word;
import org.volans.adql.internal.grammar.AdqlLexer;

/**
 * Shortens what stands before the caret to what decides about what may follow. Following the grammar for completion takes a
 * time that doubles with each operator of an expression.
 */
final class Brief {

    /** Words whose grammar is followed in a few milliseconds. */
    static final int LONGEST = 250;

    /** Groups of fewer words are left as they are. */
    private static final int SHORT = 4;

    private static final Word NAME = new Word(AdqlLexer.REGULAR, "x", 0, 0);

    private static final List<Word> QUERY = List.of(
            new Word(AdqlLexer.SELECT, "SELECT", 0, 0),
            new Word(AdqlLexer.STAR, "*", 0, 0),
            new Word(AdqlLexer.FROM, "FROM", 0, 0),
            NAME);

    private static final Set<Integer> CONNECTIVES = Set.of(AdqlLexer.AND, AdqlLexer.OR);

    private static final Set<Integer> OPERATORS = Set.of(
            AdqlLexer.PLUS,
            AdqlLexer.MINUS,
            AdqlLexer.STAR,
            AdqlLexer.SLASH,
            AdqlLexer.TILDE,
            AdqlLexer.AMP,
            AdqlLexer.CARET,
            AdqlLexer.PIPE,
            AdqlLexer.CONCAT);

    /** Where a condition begins behind. */
    private static final Set<Integer> CONDITION = Set.of(
            AdqlLexer.WHERE,
            AdqlLexer.ON,
            AdqlLexer.HAVING,
            AdqlLexer.CASE,
            AdqlLexer.WHEN,
            AdqlLexer.THEN,
            AdqlLexer.ELSE,
            AdqlLexer.SELECT,
            AdqlLexer.DISTINCT,
            AdqlLexer.ALL,
            AdqlLexer.BY,
            AdqlLexer.COMMA,
            AdqlLexer.LPAREN);

    /** Where a value begins behind, besides. */
    private static final Set<Integer> VALUE = Set.of(
            AdqlLexer.EQ,
            AdqlLexer.NE,
            AdqlLexer.LT,
            AdqlLexer.LE,
            AdqlLexer.GT,
            AdqlLexer.GE,
            AdqlLexer.BETWEEN,
            AdqlLexer.LIKE,
            AdqlLexer.ILIKE,
            AdqlLexer.ESCAPE,
            AdqlLexer.NOT);

    private final List<Word> brief = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();

    private Brief() {}

    static List<Word> of(List<Word> words) {
        Brief brief = new Brief();
        words.forEach(brief::add);
        return brief.brief;
    }

    private void add(Word word) {
        int type = word.type();
        if (type == AdqlLexer.RPAREN && !open.isEmpty()) {
            close(open.pop() + 1);
        } else if (type == AdqlLexer.END) {
            int start = last(AdqlLexer.CASE);
            if (start >= 0) {
                cut(start);
                brief.add(NAME);
                return;
            }
        } else if (Words.SET_OPERATORS.contains(type)) {
            closeQuery();
        } else if (CONNECTIVES.contains(type)) {
            cut(begin(false));
            return;
        } else if (OPERATORS.contains(type) && operand()) {
            cut(begin(true));
            return;
        } else if (type == AdqlLexer.LPAREN) {
            open.push(brief.size());
        }
        brief.add(word);
    }

    private void cut(int from) {
        brief.subList(from, brief.size()).clear();
    }

    /** What is closed does not change what may follow: only what it is matters. */
    private void close(int from) {
        if (brief.size() - from > SHORT) {
            int first = brief.get(from).type();
            cut(from);
            brief.addAll(first == AdqlLexer.SELECT || first == AdqlLexer.WITH ? QUERY : List.of(NAME));
        }
    }

    /** Of the queries before a set operator one is enough. */
    private void closeQuery() {
        for (int i = bottom(); i < brief.size(); i++) {
            if (type(i) == AdqlLexer.SELECT) {
                cut(i);
                brief.addAll(QUERY);
                return;
            }
        }
    }

    private int type(int index) {
        return index < 0 ? -1 : brief.get(index).type();
    }

    private int bottom() {
        return open.isEmpty() ? 0 : open.element() + 1;
    }

    private int last(int type) {
        for (int i = brief.size() - 1; i >= bottom(); i--) {
            if (type(i) == type) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the newest word ends a value. */
    private boolean operand() {
        return !brief.isEmpty() && brief.getLast().endsValue() && !rows(brief.size() - 1);
    }

    /** Whether a word is the number of TOP. */
    private boolean rows(int index) {
        return type(index) == AdqlLexer.UNSIGNED && type(index - 1) == AdqlLexer.TOP;
    }

    /** Where the condition or value that the newest word is in begins. */
    private int begin(boolean value) {
        for (int i = brief.size() - 1; i >= bottom(); i--) {
            int type = type(i);
            if (rows(i) || CONDITION.contains(type) || value && VALUE.contains(type)) {
                return i + 1;
            }
        }
        return bottom();
    }
}
