package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.adql.internal.grammar.AdqlParser;
import org.volans.api.adql.AdqlFault;

/** Collects what is wrong with one text. */
final class Faults {

    private final List<AdqlFault> list = new ArrayList<>();

    boolean isEmpty() {
        return list.isEmpty();
    }

    void add(Token token, String message, String suggestion) {
        int length = token.getType() == Token.EOF ? 0 : token.getStopIndex() - token.getStartIndex() + 1;
        add(token.getLine(), token.getCharPositionInLine() + 1, length, message, suggestion);
    }

    void add(ParserRuleContext context, String message, String suggestion) {
        add(context.getStart(), context.getStop(), message, suggestion);
    }

    /** The last token of the first identifiers of a path. */
    static Token before(ParserRuleContext path, int identifiers) {
        return path.getRuleContext(AdqlParser.IdentifierContext.class, identifiers - 1)
                .getStop();
    }

    /** As much of a stretch as is on its first line. */
    void add(Token start, @Nullable Token stop, String message, String suggestion) {
        int end = start.getStopIndex();
        if (stop != null && stop.getLine() == start.getLine() && stop.getStopIndex() > end) {
            end = stop.getStopIndex();
        }
        int length = end - start.getStartIndex() + 1;
        add(start.getLine(), start.getCharPositionInLine() + 1, length, message, suggestion);
    }

    void addAll(Faults others) {
        others.list.forEach(f -> add(f.line(), f.column(), f.length(), f.message(), f.suggestion()));
    }

    /** The first fault at a place is the cause; what follows there is a consequence. */
    private void add(int line, int column, int length, String message, String suggestion) {
        if (list.stream().noneMatch(f -> f.line() == line && f.column() == column)) {
            list.add(new AdqlFault(
                    line,
                    column,
                    length,
                    message,
                    suggestion,
                    Fixes.of(message, suggestion),
                    Fixes.addition(suggestion)));
        }
    }

    List<AdqlFault> sorted() {
        return list.stream()
                .sorted(Comparator.comparingInt(AdqlFault::line).thenComparingInt(AdqlFault::column))
                .toList();
    }
}
