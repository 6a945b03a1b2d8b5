package org.volans.tap.ui.internal.services;

import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;

/** A page of the children of a node that has very many. Two are the same when they are the same page. */
final class GroupNode extends Node {

    private final Node of;
    private final int page;
    private final int first;
    private final int size;
    private final String label;

    /**
     * @param of    whose children they are
     * @param page  from 0
     * @param first place of the first among all that are shown
     */
    GroupNode(Node of, int page, int first, int size, String label) {
        super(Optional.of(of));
        this.of = of;
        this.page = page;
        this.first = first;
        this.size = size;
        this.label = label;
    }

    Node of() {
        return of;
    }

    int page() {
        return page;
    }

    int first() {
        return first;
    }

    int size() {
        return size;
    }

    @Override
    String label() {
        return label;
    }

    @Override
    String remark() {
        return size + (of instanceof SchemaNode ? " tables" : " schemas");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GroupNode group && group.of == of && group.page == page;
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(of) + page;
    }
}
