package org.volans.table.ui.internal.save;

import java.io.IOException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.WrapperRowSequence;
import uk.ac.starlink.table.WrapperStarTable;

/** A table that tells a monitor how far it has been read, in 100 units over all passes that a writer takes. */
@NonNullByDefault({})
final class Watched extends WrapperStarTable {

    private static final int CHECK_EVERY = 1024;

    private final IProgressMonitor monitor;
    private int told;

    Watched(StarTable table, IProgressMonitor monitor) {
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
        int now = (int) (100 * row / Math.max(1, getRowCount()));
        if (now > told) {
            monitor.worked(now - told);
            told = now;
        }
    }
}
