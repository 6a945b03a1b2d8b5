package org.volans.adql.internal;

import com.vmware.antlr4c3.CodeCompletionCore;
import com.vmware.antlr4c3.CodeCompletionCore.CandidatesCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.volans.adql.internal.Words.Word;
import org.volans.adql.internal.grammar.AdqlLexer;
import org.volans.adql.internal.grammar.AdqlParser;

/**
 * What the grammar wants behind some words.
 *
 * @param tables   whether a table's name
 * @param values   whether an expression
 * @param types    whether a type
 * @param columns  whether a bare column, as in USING
 * @param keywords which words of the grammar
 */
record Position(boolean tables, boolean values, boolean types, boolean columns, Collection<String> keywords) {

    private static final Set<Integer> NAMES = Set.of(
            AdqlParser.RULE_tableName,
            AdqlParser.RULE_functionName,
            AdqlParser.RULE_typeName,
            AdqlParser.RULE_identifier);

    static Position after(List<Word> words) {
        List<Word> brief = Brief.of(words);
        if (brief.size() > Brief.LONGEST) {
            return guess(words);
        }
        CandidatesCollection found = candidates(brief);
        Set<Integer> rules = found.rules.keySet();
        Set<String> keywords = new TreeSet<>();
        for (Map.Entry<Integer, List<Integer>> token : found.tokens.entrySet()) {
            if (Words.keyword(token.getKey())) {
                keywords.add(keyword(token.getKey(), token.getValue()));
            }
        }
        if (rules.isEmpty() && found.tokens.isEmpty()) {
            return guess(words);
        }
        // a rule is named also behind its first word; what else may stand there tells the two apart
        Set<Integer> tokens = found.tokens.keySet();
        boolean open = !tokens.contains(AdqlLexer.RPAREN);
        return new Position(
                rules.contains(AdqlParser.RULE_tableName) && tokens.contains(AdqlLexer.LPAREN),
                rules.contains(AdqlParser.RULE_functionName) && tokens.contains(AdqlLexer.CASE),
                rules.contains(AdqlParser.RULE_typeName) && open,
                rules.contains(AdqlParser.RULE_identifier) && open && opensUsing(words),
                keywords);
    }

    private static CandidatesCollection candidates(List<Word> words) {
        List<Token> tokens = new ArrayList<>();
        words.forEach(w -> tokens.add(new CommonToken(w.type(), w.text())));
        tokens.add(new CommonToken(Token.EOF));
        CommonTokenStream stream = new CommonTokenStream(new ListTokenSource(tokens));
        stream.fill();
        AdqlParser parser = new AdqlParser(stream);
        parser.removeErrorListeners();
        return new CodeCompletionCore(parser, NAMES, Set.of()).collectCandidates(words.size(), null);
    }

    private static String keyword(int type, List<Integer> following) {
        StringBuilder words = new StringBuilder(Words.literal(type));
        for (int next : following) {
            if (!Words.keyword(next)) {
                break;
            }
            words.append(' ').append(Words.literal(next));
        }
        return words.toString();
    }

    private static boolean opensUsing(List<Word> words) {
        for (int i = words.size() - 1; i > 0; i--) {
            int type = words.get(i).type();
            if (type == AdqlLexer.LPAREN) {
                return words.get(i - 1).type() == AdqlLexer.USING;
            }
            if (type != AdqlLexer.COMMA && !words.get(i).identifier()) {
                return false;
            }
        }
        return false;
    }

    /** Behind a fault the grammar says nothing; the last clause does. */
    private static Position guess(List<Word> words) {
        List<String> clauses = List.of("WHERE", "JOIN", "ON", "AND", "OR", "GROUP BY", "ORDER BY", "AS", "FROM");
        for (int i = words.size() - 1; i >= 0; i--) {
            switch (words.get(i).type()) {
                case AdqlLexer.FROM, AdqlLexer.JOIN -> {
                    boolean table =
                            i == words.size() - 1 || words.get(words.size() - 1).type() == AdqlLexer.COMMA;
                    return new Position(table, false, false, false, clauses);
                }
                case AdqlLexer.SELECT, AdqlLexer.WHERE, AdqlLexer.ON, AdqlLexer.BY, AdqlLexer.HAVING -> {
                    return new Position(false, true, false, false, clauses);
                }
                default -> {
                    // looks further back
                }
            }
        }
        return new Position(false, false, false, false, List.of("SELECT", "WITH"));
    }
}
