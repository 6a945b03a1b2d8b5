package org.volans.sdk.testing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;

/** The body of an answer: reading it fails once the call is cancelled, as {@code HttpAnswer} promises. */
final class CancelledStream extends FilterInputStream {

    private final IProgressMonitor monitor;

    CancelledStream(InputStream body, IProgressMonitor monitor) {
        super(body);
        this.monitor = monitor;
    }

    private void check() throws InterruptedIOException {
        if (monitor.isCanceled()) {
            throw new InterruptedIOException("cancelled");
        }
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte @Nullable [] buffer, int offset, int length) throws IOException {
        check();
        return super.read(buffer, offset, length);
    }
}
