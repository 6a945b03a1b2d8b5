package org.volans.net.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The body of an answer as a stream whose reader notices a cancelled monitor and a silent service. The JDK's own stream
 * blocks without end, and only another thread could wake it; here the reader itself waits in short turns.
 *
 * <p>At most one item is asked for ahead of the reader, so a slow reader slows the service down instead of filling the
 * memory.
 */
final class BodyStream extends InputStream implements Flow.Subscriber<List<ByteBuffer>> {

    private sealed interface Item permits Bytes, End {
        // bytes, or the end
    }

    private record Bytes(List<ByteBuffer> buffers) implements Item {}

    private record End(@Nullable Throwable failure) implements Item {}

    private final URI uri;
    private final Duration longestSilence;
    private final IProgressMonitor monitor;
    private final Runnable whenOver;
    // one item asked for and one end
    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(3);
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;
    private List<ByteBuffer> current = List.of();
    private int index;
    private long count;
    private @Nullable IOException ended;

    BodyStream(URI uri, Duration longestSilence, IProgressMonitor monitor, Runnable whenOver) {
        this.uri = uri;
        this.longestSilence = longestSilence;
        this.monitor = monitor;
        this.whenOver = whenOver;
    }

    @Override
    @NonNullByDefault({})
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    @NonNullByDefault({})
    public void onNext(List<ByteBuffer> buffers) {
        items.add(new Bytes(Objects.requireNonNull(buffers)));
    }

    @Override
    @NonNullByDefault({})
    public void onError(Throwable failure) {
        items.add(new End(failure));
    }

    @Override
    public void onComplete() {
        items.add(new End(null));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    @NonNullByDefault({})
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        // Also while bytes keep coming: a cancelled download must not run to its end.
        if (monitor.isCanceled()) {
            throw cancelled();
        }
        ByteBuffer buffer = buffer();
        if (buffer == null) {
            return -1;
        }
        int n = Math.min(length, buffer.remaining());
        buffer.get(target, offset, n);
        count += n;
        return n;
    }

    @Override
    public int available() {
        return index < current.size() ? current.get(index).remaining() : 0;
    }

    /** The buffer to read on from, {@code null} at the end. */
    private @Nullable ByteBuffer buffer() throws IOException {
        while (true) {
            while (index < current.size()) {
                if (current.get(index).hasRemaining()) {
                    return current.get(index);
                }
                index++;
            }
            if (closed) {
                throw ended != null ? ended : new IOException("the answer has been closed");
            }
            switch (next()) {
                case Bytes bytes -> {
                    current = bytes.buffers();
                    index = 0;
                    ask();
                }
                case End end -> {
                    items.add(end); // further reads find the end again
                    whenOver.run();
                    Throwable failure = end.failure();
                    if (failure != null) {
                        throw new IOException(
                                Transport.host(uri) + " broke off its answer after " + count + " bytes: "
                                        + Transport.shown(uri),
                                failure);
                    }
                    return null;
                }
            }
        }
    }

    private Item next() throws IOException {
        long giveUp = System.nanoTime() + longestSilence.toNanos();
        while (true) {
            try {
                Item item = items.poll(Exchange.LOOK_AT_MONITOR_MILLIS, TimeUnit.MILLISECONDS);
                if (item != null) {
                    return item;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw cancelled();
            }
            if (monitor.isCanceled()) {
                throw cancelled();
            }
            if (System.nanoTime() > giveUp) {
                throw abort(new HttpTimeoutException(Transport.host(uri) + " has been silent for "
                        + Transport.seconds(longestSilence) + " in the middle of its answer: " + Transport.shown(uri)));
            }
        }
    }

    private void ask() {
        Flow.Subscription source = subscription;
        if (source != null) {
            source.request(1);
        }
    }

    private IOException cancelled() {
        return abort(new InterruptedIOException("cancelled"));
    }

    private IOException abort(IOException why) {
        ended = why;
        close();
        return why;
    }

    @Override
    public void close() {
        closed = true;
        Flow.Subscription source = subscription;
        if (source != null) {
            source.cancel(); // nothing happens when the body is at its end; else the connection is closed
        }
        whenOver.run();
    }
}
