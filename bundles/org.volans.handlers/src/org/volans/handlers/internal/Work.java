package org.volans.handlers.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerRun;
import org.volans.api.handler.HandlerWork;

/** A handler at work in a thread of its own. Safe for concurrent use. */
final class Work extends NullProgressMonitor implements HandlerWork {

    private final HandlerRunner runner;
    private final IProgressMonitor outer;
    private final Instant started = Instant.now();
    private final CompletableFuture<Optional<HandlerRun>> run = new CompletableFuture<>();
    private final AtomicBoolean said = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean givenUp;

    /**
     * @param outer     cancelled when nobody wants it any more
     * @param afterward told in the end, however late that comes
     */
    Work(HandlerRunner runner, IProgressMonitor outer, Consumer<Work> afterward) {
        this.runner = runner;
        this.outer = outer;
        // not a virtual one: a handler that never waits would keep one of the few threads that carry those
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("handler " + runner.offer().id())
                .unstarted(() -> work(afterward));
    }

    private void work(Consumer<Work> afterward) {
        try {
            Optional<HandlerRun> done = runner.run(this);
            afterward.accept(this);
            run.complete(done);
        } catch (RuntimeException | Error e) {
            afterward.accept(this);
            run.completeExceptionally(e); // for the one who waits
        }
    }

    void start() {
        thread.start();
    }

    HandlerRunner runner() {
        return runner;
    }

    /** Done when the handler is, or has been given up; empty when it does not accept the event. */
    CompletableFuture<Optional<HandlerRun>> run() {
        return run;
    }

    /** Waits no more. The handler may go on, but nobody takes what it gives. */
    void giveUp(String why) {
        cancel();
        // before it is told: what it gives from now on is not shown
        givenUp = true;
        givenUp = run.complete(Optional.of(runner.failed(why)));
        if (givenUp) {
            thread.interrupt();
        }
    }

    boolean givenUp() {
        return givenUp;
    }

    /** True once: for whoever says that the handler is stuck. */
    boolean sayOnce() {
        return said.compareAndSet(false, true);
    }

    @Override
    public boolean isCanceled() {
        return super.isCanceled() || outer.isCanceled();
    }

    @Override
    public String handler() {
        return runner.offer().id();
    }

    @Override
    public String label() {
        return runner.offer().label();
    }

    @Override
    public HandlerEvent event() {
        return runner.event();
    }

    @Override
    public Instant started() {
        return started;
    }

    @Override
    public CompletionStage<HandlerRun> end() {
        return run.thenApply(Optional::orElseThrow);
    }

    @Override
    public void cancel() {
        setCanceled(true);
    }
}
