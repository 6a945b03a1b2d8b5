package org.volans.samp.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.VoException;
import org.volans.api.samp.MessageHandler;
import org.volans.api.samp.SampReply;

/** The messages that wait for one handler: it gets them in order, one at a time. Safe for concurrent use. */
final class Lane {

    private static final Logger LOG = Logger.getLogger(Lane.class.getName());
    private static final int MOST = 1000;

    static final String SUPERSEDED = "superseded by a later message";

    private final Supplier<Optional<MessageHandler>> handler;
    private final OptionalInt newest;
    private final Deque<Incoming> waiting = new ArrayDeque<>();
    private boolean working;

    /**
     * @param handler empty when it has gone
     * @param newest  so many may wait, and older ones make room; without it, see {@link MessageHandler#NEWEST}
     */
    Lane(Supplier<Optional<MessageHandler>> handler, OptionalInt newest) {
        this.handler = handler;
        this.newest = newest;
    }

    /** Takes a message, or answers it if it cannot wait; returns at once. */
    void take(Incoming message) {
        List<Incoming> late = new ArrayList<>();
        boolean full = false;
        synchronized (this) {
            if (newest.isPresent()) {
                while (waiting.size() >= Math.max(1, newest.getAsInt())) {
                    late.add(waiting.remove());
                }
            } else {
                full = waiting.size() >= MOST;
            }
            if (!full) {
                waiting.add(message);
                if (!working) {
                    working = true;
                    Thread.ofVirtual().name("SAMP " + message.message().mtype()).start(this::work);
                }
            }
        }
        late.forEach(old -> old.answerLater(SampReply.warning(SUPERSEDED)));
        if (full) {
            message.answerLater(new SampReply.Failed("too many messages are waiting"));
        }
    }

    /** Answers those that wait and are meant. */
    void drop(Predicate<Incoming> which, String why) {
        List<Incoming> dropped = new ArrayList<>();
        synchronized (this) {
            waiting.removeIf(message -> which.test(message) && dropped.add(message));
        }
        dropped.forEach(message -> message.answerLater(new SampReply.Failed(why)));
    }

    private synchronized @Nullable Incoming next() {
        Incoming next = waiting.poll();
        working = next != null;
        return next;
    }

    private void work() {
        for (Incoming message = next(); message != null; message = next()) {
            message.answer(handle(message));
        }
    }

    private SampReply handle(Incoming message) {
        String mtype = message.message().mtype();
        try {
            Optional<MessageHandler> there = handler.get();
            return there.isPresent()
                    ? there.get().handle(message.message(), message.sender(), message.monitor())
                    : new SampReply.Failed("Volans no longer handles " + mtype);
        } catch (VoException e) {
            return new SampReply.Failed(Wire.oneLine(e.getMessage()));
        } catch (OperationCanceledException e) {
            return new SampReply.Failed("cancelled");
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError | OutOfMemoryError e) {
            LOG.log(Level.WARNING, "the handler of " + mtype + " failed", e);
            String words = e.getMessage();
            return new SampReply.Failed(
                    Wire.oneLine(e.getClass().getSimpleName() + (words == null ? "" : ": " + words)));
        }
    }
}
