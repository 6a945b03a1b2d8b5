package org.volans.handlers.internal.messages;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.io.ByteSize;

/** Ends with an error when too much comes, or when it takes too long altogether. For one thread. */
final class LimitedStream extends FilterOutputStream {

    /** Enough, or too slow: not the disk's fault. */
    static final class LimitException extends IOException {

        private static final long serialVersionUID = 1L;

        LimitException(String message) {
            super(message);
        }
    }

    private final long limit;
    private final Duration longest;
    private final long begin = System.nanoTime();
    private long bytes;

    LimitedStream(OutputStream out, long limit, Duration longest) {
        super(out);
        this.limit = limit;
        this.longest = longest;
    }

    static LimitException tooMuch(long limit) {
        return new LimitException("it has more than " + ByteSize.text(limit));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    @NonNullByDefault({})
    public void write(byte[] buffer, int offset, int length) throws IOException {
        bytes += length;
        if (bytes > limit) {
            throw tooMuch(limit);
        }
        if (System.nanoTime() - begin > longest.toNanos()) {
            throw new LimitException("it has not come within " + longest.toSeconds() + " s");
        }
        out.write(buffer, offset, length);
    }
}
