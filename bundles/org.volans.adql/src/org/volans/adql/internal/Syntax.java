package org.volans.adql.internal;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.tree.ParseTree;
import org.volans.adql.internal.SyntaxFaults.Repair;
import org.volans.adql.internal.grammar.AdqlLexer;
import org.volans.adql.internal.grammar.AdqlParser;
import org.volans.adql.internal.grammar.AdqlParser.IdentifierContext;
import org.volans.adql.internal.grammar.AdqlParser.StatementContext;

/** Parses a text. */
final class Syntax {

    /** Texts with more misspelt keywords are no ADQL. */
    private static final int MAX_REPAIRS = 20;

    private Syntax() {}

    /**
     * A parsed text.
     *
     * @param statement its tree
     * @param whole     whether nothing is missing in the tree, misspelt keywords taken for what they were meant to be
     */
    record Parsed(StatementContext statement, boolean whole) {}

    /** Reads a text again after each misspelt keyword as if it were right, so that all its faults are found. */
    static Parsed parse(String adql, Faults faults) {
        AdqlLexer lexer = new AdqlLexer(CharStreams.fromString(adql));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        for (int repairs = 0; ; repairs++) {
            tokens.seek(0);
            AdqlParser parser = new AdqlParser(tokens);
            parser.removeErrorListeners();
            Faults found = new Faults();
            SyntaxFaults listener = new SyntaxFaults(found);
            parser.addErrorListener(listener);
            StatementContext statement = parser.statement();
            if (listener.repair().isEmpty() || repairs == MAX_REPAIRS) {
                faults.addAll(found);
                if (!listener.broken()) {
                    checkNames(statement, faults);
                }
                return new Parsed(statement, !listener.broken());
            }
            Repair repair = listener.repair().get();
            SyntaxFaults.misspelt(faults, repair.token(), repair.keyword());
            repair.apply();
        }
    }

    private static void checkNames(ParseTree node, Faults faults) {
        if (node instanceof IdentifierContext identifier && identifier.DELIMITED() == null) {
            String text = identifier.getText();
            if (Names.reserved(text)) {
                faults.add(identifier, "'" + text + "' is a reserved word of ADQL", Suggestion.delimitAsName(text));
            } else if (text.startsWith("_")) {
                faults.add(identifier, "the name '" + text + "' starts with an underscore", Suggestion.delimit(text));
            }
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            checkNames(node.getChild(i), faults);
        }
    }
}
