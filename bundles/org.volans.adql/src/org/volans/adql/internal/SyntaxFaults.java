package org.volans.adql.internal;

import java.util.ArrayList;
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
            .mapToObj(AdqlLexer.VOCABULARY::getLiteralName)
            .map(name -> name.substring(1, name.length() - 1).toUpperCase(Locale.ROOT))
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
        if (before != null && misspelt(before, expected, first)) {
            return;
        }
        Token open = token.getType() == Token.EOF ? unclosed(parser, token) : null;
        if (open != null) {
            faults.add(open, "this ( is never closed", "add )");
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
            faults.add(word, "unexpected '" + word.getText() + "'", "did you mean " + meant + "?");
            if (first && word instanceof CommonToken token && KEYWORDS.contains(meant)) {
                repair = Optional.of(new Repair(token, meant));
            }
        }
        return !meant.isEmpty();
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
                    "add " + text.charAt(0));
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

    private static String suggestion(Token token, @Nullable Token before, IntervalSet expected) {
        String text = token.getText();
        if (token.getType() == AdqlLexer.SLASH && before != null && before.getType() == AdqlLexer.REGULAR) {
            return "a name with / goes between double quotes: \"V/147/sdss12\"";
        }
        if (before != null && before.getText().equalsIgnoreCase("LIMIT")) {
            return "ADQL limits rows with SELECT TOP " + text;
        }
        if (before != null && before.getType() == AdqlLexer.SEMICOLON) {
            return "one query at a time";
        }
        boolean name = MISTAKEN.contains(text.toUpperCase(Locale.ROOT)) && expected.contains(AdqlLexer.DELIMITED);
        return name ? "as a name, write it as \"" + text + "\"" : "";
    }

    private static List<String> keywords(IntervalSet expected) {
        return literals(expected).stream()
                .filter(w -> w.length() > 1 && Character.isLetter(w.charAt(0)))
                .toList();
    }

    private static List<String> literals(IntervalSet expected) {
        List<String> literals = new ArrayList<>();
        for (int type : expected.toArray()) {
            String name = type > 0 ? AdqlParser.VOCABULARY.getLiteralName(type) : null;
            if (name != null) {
                literals.add(name.substring(1, name.length() - 1).toUpperCase(Locale.ROOT));
            }
        }
        return literals;
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
