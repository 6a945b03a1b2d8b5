package org.volans.discovery.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;

/**
 * A monitor that is cancelled with its parent or when its time is over, whichever comes first. Progress told to it goes
 * nowhere: many of them run under one parent, which is no meeting place for threads.
 */
final class DeadlineMonitor extends NullProgressMonitor {

    private final IProgressMonitor parent;
    private final long end;

    /** @param longest from now on */
    DeadlineMonitor(IProgressMonitor parent, Duration longest) {
        this.parent = parent;
        this.end = System.nanoTime() + nanos(longest);
    }

    @Override
    public boolean isCanceled() {
        return super.isCanceled() || parent.isCanceled() || left().isZero();
    }

    /** The time that is left, never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** Whether it is not the clock that cancelled, its own or that of a monitor above. */
    boolean cancelledByUser() {
        return super.isCanceled()
                || (parent instanceof DeadlineMonitor outer ? outer.cancelledByUser() : parent.isCanceled());
    }

    /** A part of the time that is left. */
    DeadlineMonitor part(double fraction) {
        return new DeadlineMonitor(this, Duration.ofNanos((long) (left().toNanos() * fraction)));
    }

    /** Durations of more than a century would run over the clock. */
    private static long nanos(Duration duration) {
        return duration.compareTo(Duration.ofDays(36_500)) > 0 ? TimeUnit.DAYS.toNanos(36_500) : duration.toNanos();
    }
}
