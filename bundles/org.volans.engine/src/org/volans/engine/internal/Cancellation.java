package org.volans.engine.internal;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;

/** Watches a monitor while the engine, which knows none, is at work; cancelling the monitor interrupts the engine. */
final class Cancellation implements AutoCloseable {

    private static final long PERIOD_MS = 50;

    private final IProgressMonitor monitor;
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();

    private Cancellation(IProgressMonitor monitor) {
        this.monitor = monitor;
    }

    static Cancellation of(IProgressMonitor monitor) {
        Cancellation watch = new Cancellation(monitor);
        watch.check();
        Thread.ofVirtual().name("adql-cancellation").start(watch::watch);
        return watch;
    }

    private void watch() {
        try {
            while (!done.await(PERIOD_MS, TimeUnit.MILLISECONDS)) {
                Statement statement = running.get();
                if (statement != null && monitor.isCanceled()) {
                    statement.cancel();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            // the statement ended by itself in this very moment
            running.set(null);
        }
    }

    /** What to interrupt from now on. */
    void cancels(Statement statement) {
        running.set(statement);
    }

    /** @throws OperationCanceledException when the monitor is cancelled */
    void check() {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    @Override
    public void close() {
        running.set(null);
        done.countDown();
    }
}
