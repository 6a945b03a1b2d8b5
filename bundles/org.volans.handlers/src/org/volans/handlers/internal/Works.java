package org.volans.handlers.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.osgi.service.log.Logger;
import org.volans.api.handler.HandlerRun;

/**
 * Has handlers work, none longer than its rule says: one that takes longer is cancelled, and given up when that does not help.
 * While it is stuck it is not started again. Safe for concurrent use.
 */
final class Works {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    /** So long may a handler that is cancelled take to tidy up. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Logger log;

    /** Those that have not ended, also those that have been given up. */
    private final Set<Work> running = ConcurrentHashMap.newKeySet();

    Works(Logger log) {
        this.log = log;
    }

    /**
     * Has a handler work, and waits.
     *
     * @param found gets what was done, for the one who asked
     * @param tell  likewise, for all others: of a handler that is stuck they hear once
     * @return whether its results count: it has come to its end
     */
    boolean run(HandlerRunner runner, IProgressMonitor monitor, Consumer<HandlerRun> found, Consumer<HandlerRun> tell) {
        Optional<Work> before = before(runner, monitor);
        if (monitor.isCanceled()) {
            return false;
        }
        if (before.isPresent()) {
            HandlerRun not = runner.failed("not started: its run of "
                    + CLOCK.format(before.get().started()) + " was given up and has not ended yet");
            found.accept(not);
            if (before.get().sayOnce()) {
                tell.accept(not);
            }
            return false;
        }
        Work work = new Work(runner, monitor, running::remove);
        running.add(work);
        work.start();
        try {
            Optional<HandlerRun> done = await(work, runner.limit());
            done.ifPresent(found.andThen(tell));
            return done.isPresent() && !work.givenUp();
        } catch (OperationCanceledException e) {
            // whoever waits is interrupted
            work.giveUp("cancelled");
            throw e;
        }
    }

    /** A run of the same handler that has been given up and goes on. One that may yet tidy up is waited for. */
    private Optional<Work> before(HandlerRunner runner, IProgressMonitor monitor) {
        while (!monitor.isCanceled()) {
            Optional<Work> before = running.stream()
                    .filter(work -> work.isCanceled() && work.runner().offer().is(runner.offer()))
                    .findFirst();
            if (before.isEmpty() || before.get().givenUp()) {
                return before;
            }
            Patience.done(before.get().run());
        }
        return Optional.empty();
    }

    private Optional<HandlerRun> await(Work work, Duration limit) {
        long deadline = Patience.deadline(limit);
        while (!Patience.done(work.run())) {
            if (work.isCanceled()) {
                return left(work, "was cancelled and did not end");
            }
            if (Patience.over(deadline)) {
                String words = "did not end within " + seconds(limit);
                work.runner().late(words);
                work.cancel();
                return left(work, words);
            }
        }
        return ended(work);
    }

    private Optional<HandlerRun> left(Work work, String why) {
        long deadline = Patience.deadline(GRACE);
        while (!Patience.done(work.run())) {
            if (Patience.over(deadline)) {
                work.giveUp(why + "; given up");
                if (work.givenUp()) { // it may have ended just then
                    Offer offer = work.runner().offer();
                    log.error("handler {} of {} {}; given up", offer.id(), offer.bundle(), why);
                }
            }
        }
        return ended(work);
    }

    private static Optional<HandlerRun> ended(Work work) {
        try {
            return work.run().join();
        } catch (CompletionException e) {
            // such as too little memory
            switch (e.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case null, default -> throw e;
            }
        }
    }

    private static String seconds(Duration limit) {
        return BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
