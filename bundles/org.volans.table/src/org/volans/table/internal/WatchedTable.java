package org.volans.table.internal;

import java.io.IOException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.WrapperRowSequence;
import uk.ac.starlink.table.WrapperStarTable;

/**
 * A table that tells a monitor how far the most advanced of the passes has come that a writer takes over its rows, and ends
 * them when the monitor is cancelled. For one thread at a time.
 */
@NonNullByDefault({})
final class WatchedTable extends WrapperStarTable {

    /** Units of work, all in all. */
    static final int WORK = 100;

    private static final int CHECK_EVERY = 1024;

    private final IProgressMonitor monitor;
    private int told;

    /** @param monitor has begun a task of {@link #WORK} units */
    WatchedTable(StarTable table, IProgressMonitor monitor) {
        super(table);
        this.monitor = monitor;
    }

    @Override
    public RowSequence getRowSequence() throws IOException {
        return new WrapperRowSequence(super.getRowSequence()) {

            private long row;

            @Override
            public boolean next() throws IOException {
                if (++row % CHECK_EVERY == 0) {
                    tell(row);
                }
                return super.next();
            }
        };
    }

    private void tell(long row) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        int now = (int) Math.min(WORK, WORK * row / Math.max(1, getRowCount()));
        if (now > told) {
            monitor.worked(now - told);
            told = now;
        }
    }
}
