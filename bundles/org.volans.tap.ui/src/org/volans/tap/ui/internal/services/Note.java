package org.volans.tap.ui.internal.services;

import java.util.Optional;

/** Words that stand in the place of children. */
final class Note extends Node {

    /** Why. */
    enum Kind {
        READING,
        FAILURE,
        RETRY,
        NOTHING
    }

    private final Branch<?> about;
    private final Kind kind;
    private final String words;

    Note(Branch<?> about, Kind kind, String words) {
        super(Optional.of(about));
        this.about = about;
        this.kind = kind;
        this.words = words;
    }

    Branch<?> about() {
        return about;
    }

    Kind kind() {
        return kind;
    }

    @Override
    String label() {
        return words.replaceAll("\\s+", " ");
    }

    @Override
    String description() {
        return words;
    }
}
