package org.volans.tap.ui.internal.services;

import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.VoException;
import org.volans.api.tap.TapService;
import org.volans.ui.work.Failure;

/**
 * A node whose children its service is asked for when they are first wanted. Until then, and when that fails, notes
 * stand in their place.
 *
 * @param <T> what the service answers
 */
abstract sealed class Branch<T> extends Node permits ServiceNode, TableNode, ExamplesNode {

    /** What is known of the children. */
    enum State {
        /** Nobody has asked. */
        UNKNOWN,
        /** The service is being asked. */
        READING,
        /** It did not tell. */
        FAILED,
        /** It told. */
        KNOWN
    }

    private State state = State.UNKNOWN;
    private @Nullable Failure failure;

    Branch(Optional<Node> parent) {
        super(parent);
    }

    State state() {
        return state;
    }

    /** Why the children are not known, after a failure. */
    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** What is read, for the progress and the note: "the tables". */
    abstract String what();

    /** Asks the service. Not on the UI thread. */
    abstract T ask(TapService tap, IProgressMonitor monitor) throws VoException;

    /** Makes the children of the answer. */
    abstract void take(@NonNull T answer);

    /** What is said when there are no children. */
    abstract String nothing();

    abstract int knownCount();

    abstract Node knownChild(int index);

    void reading() {
        state = State.READING;
        failure = null;
    }

    void known(@NonNull T answer) {
        take(answer);
        state = State.KNOWN;
    }

    void failed(Failure why) {
        failure = why;
        state = State.FAILED;
    }

    /** As if nobody had asked. */
    void forget() {
        state = State.UNKNOWN;
        failure = null;
    }

    @Override
    final int count() {
        return switch (state) {
            case UNKNOWN, READING -> 1;
            case FAILED -> 2;
            case KNOWN -> Math.max(1, knownCount());
        };
    }

    @Override
    final Node child(int index) {
        return switch (state) {
            case UNKNOWN, READING -> new Note(this, Note.Kind.READING, "Reading " + what() + "…");
            case FAILED ->
                index == 0
                        ? new Note(
                                this,
                                Note.Kind.FAILURE,
                                failure().map(Failure::message).orElse(""))
                        : new Note(this, Note.Kind.RETRY, "Try again");
            case KNOWN -> knownCount() == 0 ? new Note(this, Note.Kind.NOTHING, nothing()) : knownChild(index);
        };
    }
}
