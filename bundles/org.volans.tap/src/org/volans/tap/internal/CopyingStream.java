package org.volans.tap.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.io.ByteSize;

/**
 * A stream that writes what is read from it to another one, says on the monitor how much that is, and stops when the
 * monitor is cancelled. Leaves both open. For one thread at a time.
 */
final class CopyingStream extends FilterInputStream {

    private static final long TELL_NANOS = Duration.ofMillis(200).toNanos();

    private final OutputStream copy;
    private final LongSupplier rows;
    private final IProgressMonitor monitor;
    private long bytes;
    private long told = System.nanoTime();
    private @Nullable IOException diskFault;

    /** @param rows how many have been counted so far, for the monitor */
    CopyingStream(InputStream in, OutputStream copy, LongSupplier rows, IProgressMonitor monitor) {
        super(in);
        this.copy = copy;
        this.rows = rows;
        this.monitor = monitor;
    }

    /** How much has been read and written. */
    long bytes() {
        return bytes;
    }

    /** What the copy's stream threw, to be told apart from what the source threw. */
    @Nullable
    IOException diskFault() {
        return diskFault;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    @NonNullByDefault({})
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        @Nullable IOException full = diskFault;
        if (full != null) {
            throw full; // whoever reads may have forgiven it
        }
        int count = in.read(buffer, offset, length);
        if (count > 0) {
            write(buffer, offset, count);
        }
        return count;
    }

    private void write(byte[] buffer, int offset, int count) throws IOException {
        try {
            copy.write(buffer, offset, count);
        } catch (IOException e) {
            diskFault = e;
            throw e;
        }
        bytes += count;
        long now = System.nanoTime();
        if (now - told > TELL_NANOS) {
            told = now;
            monitor.subTask(amount());
        }
    }

    private String amount() {
        String size = ByteSize.text(bytes);
        long counted = rows.getAsLong();
        return counted == 0 ? size : String.format(Locale.ROOT, "%s, %,d rows", size, counted);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // both streams belong to whoever opened them
    }
}
