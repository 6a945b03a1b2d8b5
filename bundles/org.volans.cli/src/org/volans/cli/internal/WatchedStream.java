package org.volans.cli.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** Remembers that it could not be written: a {@code PrintStream} on it keeps that to itself. */
@NonNullByDefault({}) // overrides methods that say nothing about nulls
final class WatchedStream extends FilterOutputStream {

    private volatile @Nullable IOException failure;

    WatchedStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** What went wrong last, if anything did. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }
}
