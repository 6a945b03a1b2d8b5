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

    /** How long a service that has answered may think about what has no region: others are waiting for the whole. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TapService tap;
    private final DiscoveryRequest request;
    private final DiscoveryRequest.Service service;
    private final StarTable upload;
    private final DeadlineMonitor time;
    private volatile String last = "";

    Interview(
            TapService tap,
            DiscoveryRequest request,
            DiscoveryRequest.Service service,
            StarTable upload,
            DeadlineMonitor time) {
        this.tap = tap;
        this.request = request;
        this.service = service;
        this.upload = upload;
        this.time = time;
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
        // its question is not the one that reports show
        Attempt probe = new Attempt(tap, request, service, time.part(1), text -> {
            /* not told */
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> lacking = threads.submit(probe::anyWithoutRegion);
            try {
                Attempt answered = race();
                if (said(lacking)) {
                    answered.whatHasNoRegion(upload, new DeadlineMonitor(time, PATIENCE));
                }
                return answered;
            } finally {
                probe.stop(); // before the executor is closed, which waits for it
            }
        }
    }

    /** What the side question brought, if it is answered soon after the main one. */
    private boolean said(Future<Boolean> lacking) {
        try {
            return lacking.get(Math.min(PATIENCE.toMillis(), time.left().toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false; // the regions have been answered: a service that cannot do this too has still answered
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
    }

    private Attempt attempt() {
        return new Attempt(tap, request, service, time.part(1), text -> last = text);
    }

    private Attempt race() throws VoException {
        Attempt join = attempt();
        Attempt conditions = attempt();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Attempt> ends = new ExecutorCompletionService<>(threads);
            Future<Attempt> joined = ends.submit(() -> join.byUpload(upload));
            try {
                Future<Attempt> first = ends.poll(time.left().toMillis() / 2, TimeUnit.MILLISECONDS);
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
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationCanceledException();
            } finally {
                // before the executor is closed, which waits for both
                join.stop();
                conditions.stop();
            }
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
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
