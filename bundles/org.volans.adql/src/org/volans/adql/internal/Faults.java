package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.adql.AdqlFault;

/** Collects what is wrong with one text. */
final class Faults {

    private final List<AdqlFault> list = new ArrayList<>();

    boolean isEmpty() {
        return list.isEmpty();
    }

    /** @param advice for people, or empty */
    void add(Token token, String message, String advice) {
        add(token, message, Suggestion.advice(advice));
    }

    void add(Token token, String message, Suggestion suggestion) {
        int length = token.getType() == Token.EOF ? 0 : token.getStopIndex() - token.getStartIndex() + 1;
        add(token, length, message, suggestion);
    }

    /** @param advice for people, or empty */
    void add(ParserRuleContext context, String message, String advice) {
        add(context, message, Suggestion.advice(advice));
    }

    void add(ParserRuleContext context, String message, Suggestion suggestion) {
        add(context.getStart(), context.getStop(), message, suggestion);
    }

    /** As much of a stretch as is on its first line. */
    void add(Token start, @Nullable Token stop, String message, Suggestion suggestion) {
        int end = start.getStopIndex();
        if (stop != null && stop.getLine() == start.getLine() && stop.getStopIndex() > end) {
            end = stop.getStopIndex();
        }
        add(start, end - start.getStartIndex() + 1, message, suggestion);
    }

    private void add(Token start, int length, String message, Suggestion suggestion) {
        add(new AdqlFault(
                start.getLine(),
                start.getCharPositionInLine() + 1,
                length,
                message,
                suggestion.words(),
                suggestion.fixes(),
                suggestion.addition()));
    }

    void addAll(Faults others) {
        others.list.forEach(this::add);
    }

    /** The first fault at a place is the cause; what follows there is a consequence. */
    private void add(AdqlFault fault) {
        if (list.stream().noneMatch(f -> f.line() == fault.line() && f.column() == fault.column())) {
            list.add(fault);
        }
    }

    List<AdqlFault> sorted() {
        return list.stream()
                .sorted(Comparator.comparingInt(AdqlFault::line).thenComparingInt(AdqlFault::column))
                .toList();
    }
}
