package org.volans.docs;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** What a page says, as one line to be searched. */
final class Words extends AbstractVisitor {

    private final StringBuilder words = new StringBuilder();

    private Words() {}

    static String of(Node document) {
        Words all = new Words();
        document.accept(all);
        return all.words.toString().replaceAll("\\s+", " ").strip();
    }

    @Override
    public void visit(Text text) {
        add(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        add(code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
        add(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        add(code.getLiteral());
    }

    private void add(String literal) {
        words.append(literal).append(' ');
    }
}
