package org.volans.tap.ui.internal.services;

import java.util.Optional;
import org.volans.api.tap.TapExample;

/** A query that a service shows its users. */
final class ExampleNode extends Node {

    private final TapExample example;

    ExampleNode(ExamplesNode examples, TapExample example) {
        super(Optional.of(examples));
        this.example = example;
    }

    TapExample example() {
        return example;
    }

    @Override
    String label() {
        return example.name().isEmpty() ? example.id() : example.name();
    }

    @Override
    String description() {
        return example.description();
    }
}
