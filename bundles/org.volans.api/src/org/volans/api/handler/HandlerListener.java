package org.volans.api.handler;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard: learns what handlers do. Called from any thread; must return soon. */
@ConsumerType
public interface HandlerListener {

    /** A handler has run, or has failed. */
    void ran(HandlerRun run);

    /** There are other handlers, or other rules. */
    void changed();
}
