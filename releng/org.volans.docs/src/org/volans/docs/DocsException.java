package org.volans.docs;

import java.util.List;

/** The documentation is not in order: what is wrong, a line for each fault. */
public final class DocsException extends Exception {

    private static final long serialVersionUID = 1L;

    DocsException(List<String> problems) {
        super("the documentation is not in order:\n  " + String.join("\n  ", problems));
    }
}
