package org.volans.table.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import uk.ac.starlink.util.FileDataSource;

/**
 * A file as the library reads it, whose streams stop when a monitor is cancelled and tell it how far they have come. For
 * one thread at a time.
 */
final class CancellableFile extends FileDataSource {

    /** Units of work, all in all. */
    static final int WORK = 1000;

    private final IProgressMonitor monitor;
    private final long length;
    private long expected;
    private long read;
    private int told;

    /** @param monitor has begun a task of {@link #WORK} units */
    CancellableFile(Path file, IProgressMonitor monitor) throws IOException {
        super(file.toFile());
        this.monitor = monitor;
        this.length = Math.max(1, file.toFile().length());
        this.expected = length;
    }

    /** For text formats, which are read once to learn the types of columns and once more for the values. */
    void readTwice() {
        expected = 2 * length;
    }

    @Override
    protected InputStream getRawInputStream() throws IOException {
        return new FilterInputStream(super.getRawInputStream()) {
            @Override
            public int read() throws IOException {
                check();
                int next = in.read();
                count(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            @NonNullByDefault({})
            public int read(byte[] buffer, int offset, int wanted) throws IOException {
                check();
                int count = in.read(buffer, offset, wanted);
                count(Math.max(0, count));
                return count;
            }
        };
    }

    private void count(int bytes) {
        read += bytes;
        int now = (int) Math.min(WORK, read * WORK / expected);
        if (now > told) {
            monitor.worked(now - told);
            told = now;
        }
    }

    private void check() {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }
}
