package org.volans.discovery.internal;

import java.time.Duration;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.VoException;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.tap.TapService;
import uk.ac.starlink.table.StarTable;

/**
 * How one service is asked: by a join with the uploaded positions, else by conditions for a few positions at a time.
 * Its capabilities are not asked first: that would cost every service a round trip to spare a few of them a refusal. A
 * join that is not answered in half the time gets the conditions as a rival, and the first of the two to be answered
 * wins: databases that choke on the join are helped by it, and those that are only slow are not given up.
 */
final class Interview {

    /**
     * How long a service that has answered may take in all over what has no region: others are waiting for the whole.
     */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TapService tap;
    private final DiscoveryRequest request;
    private final DiscoveryRequest.Service service;
    private final StarTable upload;
    private final DeadlineMonitor time;
    private final Duration patience;
    private volatile String last = "";

    /**
     * @param time     for everything that is asked
     * @param patience for what has no region, once the rest is answered
     */
    Interview(
            TapService tap,
            DiscoveryRequest request,
            DiscoveryRequest.Service service,
            StarTable upload,
            DeadlineMonitor time,
            Duration patience) {
        this.tap = tap;
        this.request = request;
        this.service = service;
        this.upload = upload;
        this.time = time;
        this.patience = patience;
    }

    /** What was sent last. */
    String last() {
        return last;
    }

    /**
     * Asks.
     *
     * @throws OperationCanceledException when the time is over or the user has cancelled
     */
    Attempt ask() throws VoException {
        Attempt join = attempt();
        Attempt side = sideways();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                CompletionService<Attempt> ends = new ExecutorCompletionService<>(threads);
                Future<Attempt> joined = ends.submit(() -> join.byUpload(upload));
                // after the join: where only one of the two finds a place it is to be that one
                Future<Boolean> lacking = threads.submit(side::anyWithoutRegion);
                Attempt answered = race(ends, joined, join);
                DeadlineMonitor most = new DeadlineMonitor(time, patience);
                if (said(lacking, most)) {
                    answered.whatHasNoRegion(upload, most);
                }
                if (time.cancelledByUser()) {
                    throw new OperationCanceledException();
                }
                return answered;
            } finally {
                side.stop(); // before the executor is closed, which waits for it
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
    }

    private Attempt attempt() {
        return new Attempt(tap, request, service, time.part(1), text -> last = text);
    }

    /**
     * For the side question, which is not the one that reports show. It ends at half the time, also when nothing is
     * answered: exchanges with one host are few, and those of its many services must not all be side questions. Who
     * needs longer for it would not have been patiently listened to afterwards.
     */
    private Attempt sideways() {
        return new Attempt(tap, request, service, time.part(0.5), text -> {
            /* not told */
        });
    }

    /**
     * What the side question brought, if it is answered soon after the main one. The regions have been answered: a
     * service that cannot do this too has still answered. Faults of ours are not hidden.
     */
    private static boolean said(Future<Boolean> lacking, DeadlineMonitor most) throws InterruptedException {
        try {
            return lacking.get(most.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof VoException || e.getCause() instanceof OperationCanceledException) {
                return false;
            }
            throw fault(e);
        }
    }

    /** The first to be answered, whose rival has been stopped: the join, or the conditions. */
    private Attempt race(CompletionService<Attempt> ends, Future<Attempt> joined, Attempt join)
            throws VoException, InterruptedException {
        Attempt conditions = attempt();
        try {
            Future<Attempt> first = ends.poll(time.left().toNanos() / 2, TimeUnit.NANOSECONDS);
            if (first != null) {
                VoException failure = failure(first);
                return failure == null ? join : instead(conditions, failure);
            }
            ends.submit(conditions::byConditions);
            first = ends.take();
            VoException failure = failure(first);
            if (failure == null) {
                return first == joined ? join : conditions;
            }
            VoException second = failure(ends.take());
            if (second != null) {
                throw second;
            }
            return first == joined ? conditions : join;
        } finally {
            // before the executor is closed, which waits for both
            join.stop();
            conditions.stop();
        }
    }

    private static Attempt instead(Attempt conditions, VoException failure) throws VoException {
        if (Attempt.refused(failure)) {
            return conditions.byConditions();
        }
        throw failure;
    }

    private static @Nullable VoException failure(Future<Attempt> ended) throws InterruptedException {
        try {
            ended.get();
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof VoException failure) {
                return failure;
            }
            throw fault(e);
        }
    }

    /** What is no service's failure: cancelled, or a fault of ours. */
    private static RuntimeException fault(ExecutionException e) {
        return e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
    }
}
