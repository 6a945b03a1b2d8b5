package org.volans.api.handler;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard: learns what handlers do. Called from any thread; must return soon. */
@ConsumerType
public interface HandlerListener {

    /** A handler begins to work on something that it accepts; its end is told by {@link #ran}, too. */
    default void began(HandlerWork work) {
        // who only wants to know what came of it need not care
    }

    /** A handler has run, has failed, or has been given up. */
    void ran(HandlerRun run);

    /** There are other handlers, or other rules. */
    void changed();
}
