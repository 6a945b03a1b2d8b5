package org.volans.samp.internal;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampListener;

/**
 * Tells the listeners what goes on, one call at a time, in order, in a thread of its own: a slow one holds up nobody
 * but the
 * others. Safe for concurrent use.
 */
final class Listeners implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Listeners.class.getName());

    private final Supplier<List<SampListener>> all;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("SAMP listeners").factory());
    private final AtomicBoolean changed = new AtomicBoolean();

    Listeners(Supplier<List<SampListener>> all) {
        this.all = all;
    }

    /** Another state or other clients. Many changes at once are told once. */
    void changed() {
        if (!changed.getAndSet(true)) {
            run(() -> {
                changed.set(false);
                tell(SampListener::changed);
            });
        }
    }

    void exchanged(SampExchange exchange) {
        run(() -> tell(listener -> listener.exchanged(exchange)));
    }

    private void tell(Consumer<SampListener> what) {
        all.get().forEach(listener -> tell(listener, what));
    }

    private void run(Runnable what) {
        try {
            thread.execute(what);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, "nobody listens any more", e);
        }
    }

    private static void tell(SampListener listener, Consumer<SampListener> what) {
        try {
            what.accept(listener);
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "the SAMP listener " + listener.getClass().getName() + " failed", e);
        }
    }

    /** Ends the thread when all is told. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
