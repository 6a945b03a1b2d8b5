package org.volans.tap.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.net.HttpCall;
import org.volans.api.tap.UwsJob;
import org.volans.api.tap.UwsPhase;

/** Waits for the end of jobs. */
final class JobWait {

    /** Longest block of one request; services may end it sooner (UWS 1.1, section 2.2.1.1). */
    private static final Duration BLOCK = Duration.ofSeconds(60);

    private static final Duration GRACE = Duration.ofSeconds(30);

    /** Blocked requests take a place among the few exchanges with a host, and must leave some to other work. */
    private static final int BLOCKED_PER_HOST = 3;

    private static final long LOOK_AT_MONITOR_MILLIS = 50;
    private static final int MOST_FAILURES = 5;

    private final Jobs jobs;
    private final Duration firstPause;
    private final Duration longestPause;
    private final Map<String, Semaphore> blocked = new ConcurrentHashMap<>();

    /** The pauses are for services that cannot block: the first one, and what they grow to. */
    JobWait(Jobs jobs, Duration firstPause, Duration longestPause) {
        this.jobs = jobs;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
    }

    /** Returns when the job has ended, or is held and will not go on by itself. */
    UwsJob end(URI job, IProgressMonitor monitor) throws VoException {
        JobVisitor now = jobs.describe(job, HttpCall.get(job), monitor);
        Waiting waiting = new Waiting(job, now.waits());
        UwsJob state = now.value(job);
        while (!state.phase().ended() && state.phase() != UwsPhase.HELD) {
            state = waiting.next(state, monitor);
        }
        return jobs.explained(state, monitor);
    }

    /** What has been learnt of the service while waiting for one job. */
    private final class Waiting {

        private final URI job;
        private final Semaphore places;
        private boolean blocks;
        private Duration pause = firstPause;
        private int failures;

        Waiting(URI job, boolean blocks) {
            this.job = job;
            this.blocks = blocks;
            places = blocked.computeIfAbsent(
                    String.valueOf(job.getRawAuthority()), k -> new Semaphore(BLOCKED_PER_HOST));
        }

        UwsJob next(UwsJob state, IProgressMonitor monitor) throws VoException {
            try {
                UwsJob then = blocks && mayBlock(state) && places.tryAcquire() ? block(state, monitor) : ask(monitor);
                failures = 0;
                return then;
            } catch (ServiceException e) {
                // A gateway that gave up on the blocked request, a service that restarts: the job goes on meanwhile.
                boolean passing = e.status() == 0 || e.status() >= 500 || blocks && e.status() == 400;
                if (!passing || ++failures >= MOST_FAILURES) {
                    throw e;
                }
                blocks = false;
                return state;
            }
        }

        /** Only these phases may be given with WAIT. */
        private boolean mayBlock(UwsJob state) {
            return state.phase() == UwsPhase.PENDING
                    || state.phase() == UwsPhase.QUEUED
                    || state.phase() == UwsPhase.EXECUTING;
        }

        private UwsJob block(UwsJob state, IProgressMonitor monitor) throws VoException {
            try {
                long start = System.nanoTime();
                List<Field> wait = List.of(
                        new Field("WAIT", Long.toString(BLOCK.toSeconds())),
                        new Field("PHASE", state.phase().name()));
                HttpCall call =
                        HttpCall.get(job, wait).timeout(BLOCK.plus(GRACE)).repeatable(false);
                UwsJob then = jobs.describe(job, call, monitor).value(job);
                // The same phase at once: the service knows no WAIT, whatever version it claims.
                blocks = then.phase() != state.phase() || System.nanoTime() - start > firstPause.toNanos();
                return then;
            } finally {
                places.release();
            }
        }

        private UwsJob ask(IProgressMonitor monitor) throws VoException {
            rest(pause, monitor);
            Duration longer = pause.multipliedBy(3).dividedBy(2);
            pause = longer.compareTo(longestPause) < 0 ? longer : longestPause;
            return jobs.get(job, monitor);
        }
    }

    /** A pause that ends with the monitor, which tells nobody of its cancellation and must be asked. */
    private static void rest(Duration pause, IProgressMonitor monitor) {
        CountDownLatch nothing = new CountDownLatch(1);
        long end = System.nanoTime() + pause.toNanos();
        try {
            for (long left; (left = end - System.nanoTime()) > 0; ) {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
                nothing.await(
                        Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_AT_MONITOR_MILLIS)), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
    }
}
