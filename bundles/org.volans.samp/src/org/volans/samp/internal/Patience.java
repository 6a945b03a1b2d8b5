package org.volans.samp.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/** Waiting that a monitor can end. */
final class Patience {

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);

    private Patience() {}

    /**
     * Waits until something is there.
     *
     * @param deadline as {@link System#nanoTime} counts
     * @throws TimeoutException           when it is not there by then
     * @throws OperationCanceledException as soon as the monitor is cancelled, or the thread is interrupted
     * @throws ExecutionException         when there is a failure in its place
     */
    static <T> T await(CompletableFuture<T> future, long deadline, IProgressMonitor monitor)
            throws TimeoutException, ExecutionException {
        while (true) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            long left = deadline - System.nanoTime();
            try {
                return future.get(Math.clamp(left, 0, LOOK), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (left <= LOOK) {
                    throw e;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationCanceledException();
            }
        }
    }

    /** When a time is over, as {@link System#nanoTime} counts. */
    static long deadline(Duration time) {
        // a year is as good as for ever, and does not overflow
        return System.nanoTime() + Math.min(time.toSeconds(), 31_536_000L) * 1_000_000_000L + time.toNanosPart();
    }
}
