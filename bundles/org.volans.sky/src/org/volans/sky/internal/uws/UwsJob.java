package org.volans.sky.internal.uws;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.tap.UwsPhase;
import org.volans.sky.internal.Parameters;

/**
 * A job's state (UWS 1.1, section 2.1.3). Goes from PENDING through QUEUED and EXECUTING to one of the ended phases, or from
 * any of those to ABORTED; never back. Safe for concurrent use.
 */
final class UwsJob {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final IProgressMonitor monitor = new NullProgressMonitor();
    private final String id;
    private final Path result;
    private final Instant created;
    private UwsPhase phase = UwsPhase.PENDING;
    private Parameters parameters;
    private Duration duration;
    private Instant destruction;
    private Optional<Instant> started = Optional.empty();
    private Optional<Instant> ended = Optional.empty();
    private String error = "";
    private String mediaType = "";

    UwsJob(String id, Parameters parameters, Path result, Instant created, Duration duration, Instant destruction) {
        this.id = id;
        this.parameters = parameters;
        this.result = result;
        this.created = created;
        this.duration = duration;
        this.destruction = destruction;
    }

    String id() {
        return id;
    }

    /** Where the result is, once the job is completed. */
    Path result() {
        return result;
    }

    /** Cancelled when the job is aborted. */
    IProgressMonitor monitor() {
        return monitor;
    }

    /** Everything about it at one moment. */
    UwsSnapshot snapshot() {
        return locked(() -> new UwsSnapshot(
                id, phase, parameters, created, started, ended, duration, destruction, error, mediaType));
    }

    /** Adds parameters, or takes others in their place, before it runs. */
    void setParameters(Parameters more) throws InputException {
        lock.lock();
        try {
            demand(phase == UwsPhase.PENDING, "parameters can be set");
            parameters = parameters.with(more);
        } finally {
            lock.unlock();
        }
    }

    /** Sets the longest time that it may run; zero means no limit. */
    void setDuration(Duration longest) throws InputException {
        lock.lock();
        try {
            demand(phase == UwsPhase.PENDING, "the execution duration can be set");
            duration = longest;
        } finally {
            lock.unlock();
        }
    }

    /** Sets when it and its results go away. */
    void setDestruction(Instant when) {
        locked(() -> destruction = when);
    }

    /** PENDING → QUEUED. */
    void queue() throws InputException {
        lock.lock();
        try {
            demand(phase == UwsPhase.PENDING, "it can be run");
            become(UwsPhase.QUEUED);
        } finally {
            lock.unlock();
        }
    }

    /**
     * QUEUED → EXECUTING.
     *
     * @return false when it was aborted while it waited
     */
    boolean execute(Instant now) {
        return locked(() -> {
            if (phase != UwsPhase.QUEUED) {
                return false;
            }
            started = Optional.of(now);
            become(UwsPhase.EXECUTING);
            return true;
        });
    }

    /** EXECUTING → COMPLETED, unless it has been aborted. */
    void complete(Instant now, String type) {
        locked(() -> {
            if (phase == UwsPhase.EXECUTING) {
                mediaType = type;
                ended = Optional.of(now);
                become(UwsPhase.COMPLETED);
            }
            return phase;
        });
    }

    /** EXECUTING → ERROR, unless it has been aborted. */
    void fail(Instant now, String message) {
        locked(() -> {
            if (phase == UwsPhase.EXECUTING) {
                error = message;
                ended = Optional.of(now);
                become(UwsPhase.ERROR);
            }
            return phase;
        });
    }

    /** To ABORTED from any phase that is not an end; nothing happens to one that has ended. */
    void abort(Instant now) {
        locked(() -> {
            if (!phase.ended()) {
                ended = Optional.of(now);
                become(UwsPhase.ABORTED);
            }
            return phase;
        });
        monitor.setCanceled(true);
    }

    /**
     * Waits while the job is in a phase that will change (UWS 1.1, section 2.2.1.1).
     *
     * @param from the phase to wait for the end of; empty for the present one
     */
    void await(Optional<UwsPhase> from, Duration longest) throws InterruptedException {
        lock.lock();
        try {
            UwsPhase waited = from.orElse(phase);
            long left = longest.toNanos();
            while (phase == waited && !phase.ended() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the end of the job. */
    boolean awaitEnd(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (!phase.ended() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return phase.ended();
        } finally {
            lock.unlock();
        }
    }

    /** The longest time that it may run, in seconds; 0 for no limit. */
    long seconds() {
        return locked(() -> TimeUnit.SECONDS.convert(duration));
    }

    private void become(UwsPhase next) {
        phase = next;
        changed.signalAll();
    }

    private void demand(boolean holds, String what) throws InputException {
        if (!holds) {
            throw new InputException("the job is " + phase + "; only while it is PENDING " + what);
        }
    }

    private <T> T locked(java.util.function.Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
