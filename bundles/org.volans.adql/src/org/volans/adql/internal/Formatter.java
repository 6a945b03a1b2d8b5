package org.volans.adql.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.volans.adql.internal.Words.Comment;
import org.volans.adql.internal.Words.Word;
import org.volans.adql.internal.grammar.AdqlLexer;

/** Lays a query out: what it writes depends on the words and comments alone, so that a second time changes nothing. */
final class Formatter {

    private static final int WIDTH = 96;
    private static final int STEP = 4;

    private static final Set<Integer> CLAUSES = Set.of(
            AdqlLexer.WITH,
            AdqlLexer.SELECT,
            AdqlLexer.FROM,
            AdqlLexer.WHERE,
            AdqlLexer.GROUP,
            AdqlLexer.HAVING,
            AdqlLexer.ORDER,
            AdqlLexer.OFFSET,
            AdqlLexer.UNION,
            AdqlLexer.EXCEPT,
            AdqlLexer.INTERSECT);
    private static final Set<Integer> JOINS = Set.of(
            AdqlLexer.CROSS,
            AdqlLexer.NATURAL,
            AdqlLexer.INNER,
            AdqlLexer.LEFT,
            AdqlLexer.RIGHT,
            AdqlLexer.FULL,
            AdqlLexer.OUTER,
            AdqlLexer.JOIN);
    private static final Set<Integer> SIGNS = Set.of(AdqlLexer.PLUS, AdqlLexer.MINUS, AdqlLexer.TILDE);

    /** What stands inside one pair of parentheses. */
    private static final class Frame {

        final boolean query;
        final int indent;
        int clause;
        int cases;
        int betweens;

        Frame(boolean query, int indent) {
            this.query = query;
            this.indent = indent;
        }
    }

    private final Words text;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Map<String, Boolean> fusing = new HashMap<>();
    private int lineStart;
    private int lineIndent;
    private boolean lineOver;

    private Formatter(Words text) {
        this.text = text;
        frames.push(new Frame(true, 0));
    }

    static String format(String adql) {
        Words text = Words.of(adql);
        if (text.words().stream().anyMatch(Word::bad)) {
            return adql;
        }
        String delimiter = adql.contains("\r\n") ? "\r\n" : "\n";
        return new Formatter(text).layout(delimiter);
    }

    private String layout(String delimiter) {
        int comment = 0;
        for (int i = 0; i <= text.words().size(); i++) {
            while (comment < text.comments().size()
                    && text.comments().get(comment).word() == i) {
                comment(text.comments().get(comment++), delimiter);
            }
            if (i < text.words().size()) {
                word(i, delimiter);
            }
        }
        return out.isEmpty() ? "" : out.append(delimiter).toString();
    }

    private void comment(Comment comment, String delimiter) {
        if (!out.isEmpty()) {
            if (comment.ownLine() || lineOver) {
                line(frame().indent + (frame().clause == 0 ? 0 : STEP), delimiter);
            } else {
                out.append(' ');
            }
        }
        out.append(comment.text());
        lineOver = true;
    }

    private Frame frame() {
        return frames.element();
    }

    private void word(int i, String delimiter) {
        Word word = text.words().get(i);
        int type = word.type();
        if (type == AdqlLexer.RPAREN && frames.size() > 1) {
            close(delimiter);
        } else if (!breakBefore(i, delimiter)) {
            gap(i, delimiter);
        }
        out.append(word.keyword() ? word.upper() : word.text());
        int newline = Math.max(word.text().lastIndexOf('\n'), word.text().lastIndexOf('\r'));
        if (newline >= 0) {
            lineStart = out.length() - (word.text().length() - newline - 1);
        }
        after(i, type);
    }

    private void close(String delimiter) {
        Frame closed = frames.pop();
        if (closed.query) {
            line(closed.indent - STEP, delimiter);
        } else if (lineOver) {
            line(closed.indent, delimiter);
        }
    }

    private boolean breakBefore(int i, String delimiter) {
        Frame frame = frame();
        int type = text.type(i);
        int indent = -1;
        if (frame.query && CLAUSES.contains(type)) {
            indent = frame.indent;
        } else if (frame.query && JOINS.contains(type) && !JOINS.contains(text.type(i - 1))) {
            indent = frame.indent + STEP;
        } else if (frame.query && type == AdqlLexer.ON) {
            indent = frame.indent + 2 * STEP;
        } else if (frame.query && connects(frame, type)) {
            indent = frame.indent + (frame.clause == AdqlLexer.ON ? 2 * STEP : STEP);
        } else if (text.type(i - 1) == AdqlLexer.COMMA) {
            boolean named = frame.query && frame.clause == AdqlLexer.WITH;
            boolean wide = out.length() - lineStart > WIDTH;
            indent = named ? frame.indent : wide ? continuation(frame) : -1;
        }
        if (indent < 0 || out.isEmpty()) {
            return false;
        }
        line(indent, delimiter);
        return true;
    }

    private static int continuation(Frame frame) {
        return frame.query ? frame.indent + STEP : frame.indent;
    }

    /** AND of BETWEEN and of CASE does not part conditions. */
    private static boolean connects(Frame frame, int type) {
        boolean and = type == AdqlLexer.AND && frame.betweens == 0;
        return frame.cases == 0 && (and || type == AdqlLexer.OR);
    }

    private void gap(int i, String delimiter) {
        if (lineOver) {
            line(continuation(frame()), delimiter);
        } else if (i > 0 && !out.isEmpty() && (spaced(i) || fuses(i))) {
            out.append(' ');
        }
    }

    private boolean spaced(int i) {
        int type = text.type(i);
        int before = text.type(i - 1);
        if (before == AdqlLexer.LPAREN || before == AdqlLexer.DOT) {
            return false;
        }
        return switch (type) {
            case AdqlLexer.COMMA, AdqlLexer.DOT, AdqlLexer.SEMICOLON, AdqlLexer.RPAREN -> false;
            case AdqlLexer.LPAREN -> before != AdqlLexer.REGULAR && before != AdqlLexer.CAST;
            default -> !(SIGNS.contains(before) && sign(i - 1));
        };
    }

    /** Whether a plus or minus belongs to what follows. */
    private boolean sign(int i) {
        return i == 0 || !text.words().get(i - 1).endsValue();
    }

    /** Whether two words would be read as something else without a blank between them. */
    private boolean fuses(int i) {
        Word a = text.words().get(i - 1);
        Word b = text.words().get(i);
        String pair = a.text() + b.text();
        return fusing.computeIfAbsent(pair, p -> {
            List<Word> read = Words.of(p).words();
            return read.size() != 2 || !read.get(0).text().equals(a.text());
        });
    }

    private void after(int i, int type) {
        Frame frame = frame();
        if (frame.query && (CLAUSES.contains(type) || type == AdqlLexer.ON)) {
            frame.clause = type;
        }
        switch (type) {
            case AdqlLexer.BETWEEN -> frame.betweens++;
            case AdqlLexer.AND -> frame.betweens = Math.max(0, frame.betweens - 1);
            case AdqlLexer.CASE -> frame.cases++;
            case AdqlLexer.END -> frame.cases = Math.max(0, frame.cases - 1);
            case AdqlLexer.LPAREN -> open(text.type(i + 1));
            default -> {
                // changes nothing
            }
        }
    }

    private void open(int next) {
        boolean query = next == AdqlLexer.SELECT || next == AdqlLexer.WITH;
        // a closing parenthesis comes below the line that opened it
        frames.push(new Frame(query, lineIndent + STEP));
    }

    private void line(int indent, String delimiter) {
        out.append(delimiter).append(" ".repeat(indent));
        lineStart = out.length() - indent;
        lineIndent = indent;
        lineOver = false;
    }
}
