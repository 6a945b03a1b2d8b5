package org.volans.ui.internal.properties;

import java.util.List;

/**
 * One line of the Properties view.
 *
 * @param name        what it is
 * @param value       as text
 * @param description shown in the status line
 * @param more        lines below it
 */
record Fact(String name, String value, String description, List<Fact> more) {

    Fact {
        more = List.copyOf(more);
    }

    Fact(String name, String value) {
        this(name, value, "", List.of());
    }
}
