package org.volans.tap.ui.internal.services;

import java.util.Optional;

/** A node of the tree of services. It exists once somebody has looked at it. UI thread only. */
abstract sealed class Node permits Branch, SchemaNode, GroupNode, ColumnNode, ExampleNode, Note {

    private final Optional<Node> parent;

    Node(Optional<Node> parent) {
        this.parent = parent;
    }

    /** Empty for a service. */
    Optional<Node> parent() {
        return parent;
    }

    /** How many children it has, whatever the filter says. */
    int count() {
        return 0;
    }

    /** One of its children, made now if need be. */
    Node child(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    /** The service that it belongs to. */
    ServiceNode service() {
        return parent.map(Node::service).orElseThrow();
    }

    /** What is shown first. */
    abstract String label();

    /** What is shown behind it, muted; may be empty. */
    String remark() {
        return "";
    }

    /** For people: what it is about; may be empty. */
    String description() {
        return "";
    }
}
