package org.volans.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;

/** Collects what is wrong, so that one run names all of it. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    void add(Path source, String what) {
        found.add(source + ": " + what);
    }

    void add(Path source, Node node, String what) {
        String line = node.getSourceSpans().isEmpty()
                ? ""
                : ":" + (node.getSourceSpans().getFirst().getLineIndex() + 1);
        found.add(source + line + ": " + what);
    }

    void throwIfAny() throws DocsException {
        if (!found.isEmpty()) {
            throw new DocsException(found);
        }
    }
}
