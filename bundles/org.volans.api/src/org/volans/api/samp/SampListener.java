package org.volans.api.samp;

import org.osgi.annotation.versioning.ConsumerType;

/** Whiteboard: learns what goes on. Called from any thread, one call at a time; must return soon. */
@ConsumerType
public interface SampListener {

    /** Another state, or other clients, or clients that say something else of themselves. */
    void changed();

    /** A message began, or its reply is known: then once more with the same number. */
    void exchanged(SampExchange exchange);
}
