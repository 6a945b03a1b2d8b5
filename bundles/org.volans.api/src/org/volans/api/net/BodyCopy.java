package org.volans.api.net;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.ServiceException;
import org.volans.api.io.ByteSize;

/** Copies the body of an answer; tells the server's faults from those of the disk. For one body and thread. */
final class BodyCopy {

    private static final int BUFFER = 1 << 16;
    private static final int STEPS = 1000;
    /** More words a second nobody reads. */
    private static final long TELL_NANOS = Duration.ofMillis(200).toNanos();

    private final HttpAnswer answer;
    private final IProgressMonitor monitor;
    private final SubMonitor progress;
    private final OptionalLong expected;
    private long bytes;
    private long told;

    BodyCopy(HttpAnswer answer, IProgressMonitor monitor) {
        this.answer = answer;
        this.monitor = monitor;
        this.progress = SubMonitor.convert(monitor, STEPS);
        this.expected = answer.length();
    }

    long to(OutputStream out) throws IOException, ServiceException {
        byte[] buffer = new byte[BUFFER];
        for (int n = read(buffer); n >= 0; n = read(buffer)) {
            out.write(buffer, 0, n);
            count(n);
        }
        if (expected.isPresent() && bytes != expected.getAsLong()) {
            throw broken(" of " + expected.getAsLong(), null);
        }
        return bytes;
    }

    private int read(byte[] buffer) throws ServiceException {
        try {
            throwIfCancelled();
            return answer.body().read(buffer);
        } catch (IOException e) {
            throwIfCancelled();
            throw broken("", e);
        }
    }

    private void throwIfCancelled() {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    private void count(int more) {
        long whole = expected.orElse(0);
        if (whole > 0) {
            progress.worked((int) (STEPS * (bytes + more) / whole - STEPS * bytes / whole));
        }
        bytes += more;
        long now = System.nanoTime();
        if (now - told > TELL_NANOS) {
            told = now;
            progress.subTask(ByteSize.text(bytes) + (whole > 0 ? " of " + ByteSize.text(whole) : ""));
        }
    }

    private ServiceException broken(String of, @Nullable IOException cause) {
        URI uri = answer.uri();
        return new ServiceException(
                uri, answer.status(), uri.getHost() + ": the data broke off after " + bytes + of + " bytes", cause);
    }
}
