package org.volans.handlers.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.OperationCanceledException;

/** Waiting in short looks, between which the one who waits can think again. */
final class Patience {

    private static final long LOOK_MS = 50;

    private Patience() {}

    /** Whether it is done after at most one look. What it ended with is of no interest. */
    static boolean done(CompletableFuture<?> future) {
        try {
            future.get(LOOK_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
    }

    /** When a time is over, as {@link System#nanoTime} counts. */
    static long deadline(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    static boolean over(long deadline) {
        return System.nanoTime() - deadline >= 0;
    }
}
