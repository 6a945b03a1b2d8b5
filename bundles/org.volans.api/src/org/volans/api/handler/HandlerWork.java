package org.volans.api.handler;

import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** A handler at work, to be shown and to be stopped. Safe for concurrent use. */
@ProviderType
public interface HandlerWork {

    /** The handler's id. */
    String handler();

    /** What the handler does, for people. */
    String label();

    /** What it handles. */
    HandlerEvent event();

    /** When it began. */
    Instant started();

    /** Comes to an end with what was done, in whatever way that ends: also when nobody waits for the handler any more. */
    CompletionStage<HandlerRun> end();

    /** Cancels the handler's monitor. A handler that does not heed that is given up soon. */
    void cancel();
}
