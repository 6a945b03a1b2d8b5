package org.volans.adql.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.adql.internal.grammar.AdqlLexer;
import org.volans.adql.internal.grammar.AdqlParser;

/** Hears of faults of grammar and says in plain words what is wrong. */
final class SyntaxFaults extends BaseErrorListener {

    /** A fault so many tokens after another is most often its consequence. */
    private static final int CONSEQUENCE = 3;

    private static final List<String> KEYWORDS = IntStream.rangeClosed(AdqlLexer.ALL, AdqlLexer.WITH)
            .mapToObj(Words::literal)
            .toList();

    /** Keywords that columns are called. */
    private static final Set<String> MISTAKEN =
            Set.of("ORDER", "GROUP", "END", "TOP", "IN", "ON", "BY", "LEFT", "RIGHT", "FULL", "OFFSET", "CASE", "ALL");

    private final Faults faults;
    private int lastFault;
    private boolean broken;
    private Optional<Repair> repair = Optional.empty();

    SyntaxFaults(Faults faults) {
        this.faults = faults;
    }

    /** A misspelt keyword that the text can be read with. */
    record Repair(CommonToken token, String keyword) {

        /** Makes the token what it was meant to be. */
        void apply() {
            token.setType(AdqlLexer.ALL + KEYWORDS.indexOf(keyword));
        }
    }

    /** Whether the text is no query. */
    boolean broken() {
        return broken;
    }

    /** The first fault's remedy when it is a misspelt keyword; the faults after it are then worth nothing. */
    Optional<Repair> repair() {
        return repair;
    }

    @Override
    @NonNullByDefault({})
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            Object symbol,
            int line,
            int column,
            String message,
            @Nullable RecognitionException cause) {
        if (recognizer instanceof AdqlParser parser && symbol instanceof Token token) {
            IntervalSet expected = cause == null ? parser.getExpectedTokens() : cause.getExpectedTokens();
            report(parser, token, expected == null ? new IntervalSet() : expected);
        }
    }

    private void report(Parser parser, Token token, IntervalSet expected) {
        boolean consequence =
                broken && (token.getType() == Token.EOF || token.getTokenIndex() - lastFault < CONSEQUENCE);
        boolean first = !broken;
        broken = true;
        lastFault = token.getTokenIndex();
        Token before = before(parser, token);
        if (consequence || unreadable(token) || misspelt(token, expected, first)) {
            return;
        }
        if (before != null && (slashed(parser, before, token) || misspelt(before, expected, first))) {
            return;
        }
        Token open = token.getType() == Token.EOF ? unclosed(parser, token) : null;
        if (open != null) {
            faults.add(open, "this ( is never closed", Suggestion.add(")"));
            return;
        }
        String found = token.getType() == Token.EOF ? "end" : "'" + token.getText() + "'";
        faults.add(
                token, "unexpected " + found + after(before) + wanted(expected), suggestion(token, before, expected));
    }

    /** A word that is nearly a keyword; short words are too near to many. */
    private boolean misspelt(Token word, IntervalSet expected, boolean first) {
        if (word.getType() != AdqlLexer.REGULAR) {
            return false;
        }
        String meant = Near.nearest(word.getText(), word.getText().length() < 4 ? keywords(expected) : KEYWORDS);
        if (!meant.isEmpty()) {
            misspelt(faults, word, meant);
            if (first && word instanceof CommonToken token && KEYWORDS.contains(meant)) {
                repair = Optional.of(new Repair(token, meant));
            }
        }
        return !meant.isEmpty();
    }

    static void misspelt(Faults faults, Token word, String meant) {
        faults.add(word, "unexpected '" + word.getText() + "'", Suggestion.meant(meant));
    }

    private static @Nullable Token unclosed(Parser parser, Token end) {
        int depth = 0;
        for (int i = end.getTokenIndex() - 1; i >= 0; i--) {
            Token token = previous(parser, i);
            if (token == null) {
                return null;
            }
            i = token.getTokenIndex();
            depth += token.getType() == AdqlLexer.RPAREN ? 1 : token.getType() == AdqlLexer.LPAREN ? -1 : 0;
            if (depth < 0) {
                return token;
            }
        }
        return null;
    }

    /** Whether the characters themselves are the fault. */
    private boolean unreadable(Token token) {
        String text = token.getText();
        if (token.getType() == AdqlLexer.UNCLOSED) {
            faults.add(
                    token,
                    text.startsWith("'") ? "a text is not closed" : "a delimited name is not closed",
                    Suggestion.add(text.substring(0, 1)));
            return true;
        }
        if (token.getType() == AdqlLexer.OTHER) {
            boolean quote = "‘’“”´`«»".contains(text);
            faults.add(
                    token,
                    "the character " + text + " has no meaning in ADQL",
                    quote ? "texts go between ' and ', names between \" and \"" : "");
            return true;
        }
        return false;
    }

    /** A table's name such as {@code V/147/sdss12} that is not delimited: all of it is at fault. */
    private boolean slashed(Parser parser, Token before, Token slash) {
        if (slash.getType() != AdqlLexer.SLASH
                || before.getType() != AdqlLexer.REGULAR
                || !joined(before, slash)
                || !(parser.getInputStream() instanceof CommonTokenStream tokens)) {
            return false;
        }
        tokens.fill();
        int first = slash.getTokenIndex();
        while (first > 0 && joined(tokens.get(first - 1), tokens.get(first))) {
            first--;
        }
        int last = slash.getTokenIndex();
        while (joined(tokens.get(last), tokens.get(last + 1))) {
            last++;
        }
        StringBuilder name = new StringBuilder();
        tokens.get(first, last).forEach(t -> name.append(t.getText()));
        faults.add(
                tokens.get(first),
                tokens.get(last),
                "a name with / goes between double quotes",
                Suggestion.delimit(name.toString()));
        return true;
    }

    /** Whether two words stand side by side in what may be a name. */
    private static boolean joined(Token a, Token b) {
        return a.getStopIndex() + 1 == b.getStartIndex() && !parts(a) && !parts(b);
    }

    private static boolean parts(Token token) {
        return switch (token.getType()) {
            case Token.EOF,
                    AdqlLexer.COMMA,
                    AdqlLexer.LPAREN,
                    AdqlLexer.RPAREN,
                    AdqlLexer.SEMICOLON,
                    AdqlLexer.STRING,
                    AdqlLexer.DELIMITED,
                    AdqlLexer.UNCLOSED,
                    AdqlLexer.OTHER -> true;
            default -> false;
        };
    }

    private static @Nullable Token before(Parser parser, Token token) {
        return token.getTokenIndex() > 0 ? previous(parser, token.getTokenIndex() - 1) : null;
    }

    private static @Nullable Token previous(Parser parser, int index) {
        for (int i = index; i >= 0; i--) {
            Token token = parser.getInputStream() instanceof CommonTokenStream tokens ? tokens.get(i) : null;
            if (token != null && token.getChannel() == Token.DEFAULT_CHANNEL) {
                return token;
            }
        }
        return null;
    }

    private static String after(@Nullable Token before) {
        return before == null ? "" : " after '" + before.getText() + "'";
    }

    private static Suggestion suggestion(Token token, @Nullable Token before, IntervalSet expected) {
        String text = token.getText();
        if (before != null && before.getText().equalsIgnoreCase("LIMIT")) {
            return Suggestion.advice("ADQL limits rows with SELECT TOP " + text);
        }
        if (before != null && before.getType() == AdqlLexer.SEMICOLON) {
            return Suggestion.advice("one query at a time");
        }
        boolean name = MISTAKEN.contains(text.toUpperCase(Locale.ROOT)) && expected.contains(AdqlLexer.DELIMITED);
        return name ? Suggestion.delimitAsName(text) : Suggestion.NONE;
    }

    private static List<String> keywords(IntervalSet expected) {
        return literals(expected).stream()
                .filter(w -> w.length() > 1 && Character.isLetter(w.charAt(0)))
                .toList();
    }

    private static List<String> literals(IntervalSet expected) {
        return expected.toList().stream()
                .map(Words::literal)
                .filter(w -> !w.isEmpty())
                .toList();
    }

    /** What may stand there, when it is little enough to help. */
    private static String wanted(IntervalSet expected) {
        if (expected.contains(AdqlLexer.REGULAR) && expected.contains(AdqlLexer.UNSIGNED)) {
            return ", where a value is wanted";
        }
        if (expected.contains(AdqlLexer.REGULAR) && expected.contains(AdqlLexer.DELIMITED) && expected.size() <= 3) {
            return ", where a name is wanted";
        }
        List<String> words =
                literals(expected).stream().filter(w -> !w.equals(";")).toList();
        return words.isEmpty() || words.size() > 4 ? "" : ", where " + String.join(" or ", words) + " is wanted";
    }
}
