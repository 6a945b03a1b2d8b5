package org.volans.table.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** A stream that stops when its monitor is cancelled and remembers whether its end was seen. Leaves the source open. */
final class MonitoredStream extends FilterInputStream {

    private final IProgressMonitor monitor;
    private boolean exhausted;

    MonitoredStream(InputStream in, IProgressMonitor monitor) {
        super(in);
        this.monitor = monitor;
    }

    /** Whether a reader has asked for more than there was. */
    boolean exhausted() {
        return exhausted;
    }

    @Override
    public int read() throws IOException {
        check();
        return seen(in.read());
    }

    @Override
    @NonNullByDefault({})
    public int read(byte[] buffer, int offset, int length) throws IOException {
        check();
        return seen(in.read(buffer, offset, length));
    }

    @Override
    public void close() {
        // the stream belongs to whoever opened it
    }

    private void check() {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    private int seen(int count) {
        exhausted |= count < 0;
        return count;
    }
}
