package org.volans.sky.internal.tap;

import java.time.Duration;
import org.eclipse.core.runtime.NullProgressMonitor;

/** A monitor that counts as cancelled once its time is over. */
final class TimeLimit extends NullProgressMonitor {

    /** What a synchronous query may take. */
    static final Duration SYNC = Duration.ofMinutes(2);

    private final long end;

    TimeLimit(Duration longest) {
        end = System.nanoTime() + longest.toNanos();
    }

    @Override
    public boolean isCanceled() {
        return super.isCanceled() || System.nanoTime() - end > 0;
    }
}
