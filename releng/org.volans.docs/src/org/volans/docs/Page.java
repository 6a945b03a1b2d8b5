package org.volans.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A page as it was written.
 *
 * @param source relative to the root of the tree
 * @param output its place in the site and in the Help
 * @param title its one H1
 * @param document what was parsed; links in it are rewritten for the output
 * @param anchors the identifier of each heading, as code hosts make them
 */
record Page(Path source, String output, String title, Node document, Map<Heading, String> anchors) {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    static Page read(Path root, Path source, Problems problems) throws IOException {
        Node document = PARSER.parse(Files.readString(root.resolve(source)));
        IdGenerator ids = IdGenerator.builder().build();
        Map<Heading, String> anchors = new HashMap<>();
        String[] title = {""};
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                String text = text(heading);
                anchors.put(heading, ids.generateId(text));
                if (heading.getLevel() != 1) {
                    return;
                }
                if (heading.getPrevious() != null) {
                    problems.add(source, heading, "a page has one H1, at its beginning");
                }
                title[0] = text;
            }
        });
        if (title[0].isEmpty()) {
            problems.add(source, "has no H1");
        }
        return new Page(source, Output.of(source), title[0], document, anchors);
    }

    /** The words of a node, without markup. */
    static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text word) {
                text.append(word.getLiteral());
            }

            @Override
            public void visit(Code code) {
                text.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak line) {
                text.append(' ');
            }
        });
        return text.toString();
    }
}
