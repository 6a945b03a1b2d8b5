package org.volans.handlers.internal.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.osgi.service.component.annotations.Component;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampListener;
import org.volans.api.samp.SampMessage;

/**
 * The tables that other programs have sent and that are not there yet: those being loaded, and those whose messages
 * wait for the load before them. Safe for concurrent use.
 */
@Component(service = {PendingLoads.class, SampListener.class})
public final class PendingLoads implements SampListener {

    /** A message that nobody has begun to handle by then never will be: the hub has gone. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(2);

    private static final long BEAT_MILLIS = 100;

    private record Key(String sender, TableName name) {}

    private static final class Pending {

        final long number;
        final Key key;
        final Instant since = Instant.now();
        boolean begun;

        Pending(long number, Key key) {
            this.number = number;
            this.key = key;
        }

        boolean counts() {
            return begun || since.plus(FORGOTTEN).isAfter(Instant.now());
        }
    }

    /** A load that goes on. */
    interface Load extends AutoCloseable {

        /** The table is there, or will not be. */
        @Override
        void close();
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final List<Pending> pending = new ArrayList<>();

    /** Those of which the load began before it was told that the message came. */
    private final List<Key> early = new ArrayList<>();

    @Override
    public void changed() {
        // of no interest
    }

    @Override
    public void exchanged(SampExchange exchange) {
        SampMessage message = exchange.message();
        if (exchange.sent() || !loads(message)) {
            return;
        }
        boolean ended = exchange.reply().isPresent() || exchange.duration().isPresent();
        locked(() -> {
            Key key = key(message, exchange.peer());
            if (ended) {
                pending.removeIf(p -> p.number == exchange.number() && !p.begun);
            } else if (!early.remove(key)) {
                pending.add(new Pending(exchange.number(), key));
            }
        });
    }

    private static boolean loads(SampMessage message) {
        return message.mtype().matches("(table|spectrum)\\.load\\..*");
    }

    private static Key key(SampMessage message, SampClient sender) {
        return new Key(sender.id(), TableName.of(Params.tidy(message)));
    }

    /** A load begins: of the message that was told of before, or of one that was not, or for a highlighted row. */
    Load begin(SampMessage message, SampClient sender) {
        Key key = key(message, sender);
        Pending[] mine = new Pending[1];
        locked(() -> {
            mine[0] = pending.stream()
                    .filter(p -> !p.begun && p.key.equals(key))
                    .findFirst()
                    .orElseGet(() -> {
                        if (loads(message)) {
                            early.add(key);
                        }
                        Pending untold = new Pending(-1, key);
                        pending.add(untold);
                        return untold;
                    });
            mine[0].begun = true;
        });
        return () -> locked(() -> pending.remove(mine[0]));
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a table is on its way. */
    boolean expects(TableName name) {
        lock.lock();
        try {
            return pending.stream().anyMatch(p -> p.counts() && p.key.name().mayBe(name));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a condition holds that depends on what is pending.
     *
     * @return whether it does
     */
    boolean await(BooleanSupplier condition, Duration longest, IProgressMonitor monitor) {
        Instant end = Instant.now().plus(longest);
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                long left = Duration.between(Instant.now(), end).toMillis();
                if (left <= 0) {
                    return false;
                }
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
                awake(Math.min(left, BEAT_MILLIS));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void awake(long millis) {
        try {
            change.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
    }
}
