package org.volans.tap.ui.internal.jobs;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.tap.TapService;
import org.volans.api.tap.UwsJob;
import org.volans.tap.ui.internal.jobs.JobReport.Gone;
import org.volans.tap.ui.internal.jobs.JobReport.Told;
import org.volans.tap.ui.internal.jobs.JobReport.Unreachable;
import org.volans.ui.work.Failure;

/**
 * Asks services how jobs go: each job at growing intervals until it has ended, one question at a time for each host;
 * and for a few jobs that run, waits at the service, which tells of their end at once where it can. Safe for
 * concurrent use.
 */
final class JobWatch {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_WAITS = 4;

    private final TapService tap;
    private final BiConsumer<URI, JobReport> told;
    private final Map<URI, Asking> askings = new ConcurrentHashMap<>();
    private final Map<URI, Waiting> waitings = new ConcurrentHashMap<>();
    private final Semaphore waits = new Semaphore(MOST_WAITS);
    private volatile boolean closed;

    /** @param told called from any thread */
    JobWatch(TapService tap, BiConsumer<URI, JobReport> told) {
        this.tap = tap;
        this.told = told;
    }

    /** Asks now, and goes on asking while the job can change. */
    void ask(URI job) {
        if (!closed) {
            Asking asking = askings.computeIfAbsent(job, Asking::new);
            asking.pause = FIRST_PAUSE;
            asking.schedule();
            asking.wakeUp(); // where it rests between two questions
        }
    }

    /** Asks no more. */
    void stop(URI job) {
        cancel(askings.remove(job));
        cancel(waitings.remove(job));
    }

    /** Asks nobody any more. */
    void close() {
        closed = true;
        askings.values().forEach(Job::cancel);
        waitings.values().forEach(Job::cancel);
    }

    private static void cancel(@Nullable Job job) {
        if (job != null) {
            job.cancel();
        }
    }

    /** One host at a time is asked one thing at a time: one that does not answer keeps nobody else waiting. */
    private record Host(String name) implements ISchedulingRule {

        @Override
        @NonNullByDefault({})
        public boolean contains(ISchedulingRule rule) {
            return equals(rule);
        }

        @Override
        @NonNullByDefault({})
        public boolean isConflicting(ISchedulingRule rule) {
            return equals(rule);
        }
    }

    private final class Asking extends Job {

        private final URI job;
        private volatile Duration pause = FIRST_PAUSE;

        Asking(URI job) {
            super("Asking for a job at " + job.getHost());
            this.job = job;
            setSystem(true);
            setRule(new Host(String.valueOf(job.getAuthority())));
        }

        @Override
        protected IStatus run(@Nullable IProgressMonitor given) {
            IProgressMonitor monitor = IProgressMonitor.nullSafe(given);
            try {
                UwsJob now = tap.job(job, monitor);
                told.accept(job, new Told(now));
                if (!now.phase().ended()) {
                    again();
                    await();
                }
            } catch (OperationCanceledException e) {
                return Status.CANCEL_STATUS;
            } catch (ServiceException e) {
                failed(e);
            } catch (VoException e) {
                told.accept(job, new Unreachable(Failure.of(e)));
            }
            return Status.OK_STATUS;
        }

        private void failed(ServiceException e) {
            if (e.status() == 404 || e.status() == 410) {
                told.accept(job, new Gone());
            } else {
                told.accept(job, new Unreachable(Failure.of(e)));
                again();
            }
        }

        private void again() {
            Duration next = pause;
            Duration longer = next.multipliedBy(3).dividedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            if (!closed && askings.get(job) == this) {
                schedule(next.toMillis());
            }
        }

        private void await() {
            if (!closed && !waitings.containsKey(job) && waits.tryAcquire()) {
                Waiting waiting = new Waiting(job);
                waitings.put(job, waiting);
                waiting.schedule();
            }
        }
    }

    private final class Waiting extends Job {

        private final URI job;

        Waiting(URI job) {
            super("Waiting for a job at " + job.getHost());
            this.job = job;
            setSystem(true);
        }

        @Override
        protected IStatus run(@Nullable IProgressMonitor given) {
            IProgressMonitor monitor = IProgressMonitor.nullSafe(given);
            try {
                told.accept(job, new Told(tap.await(job, monitor)));
            } catch (OperationCanceledException e) {
                return Status.CANCEL_STATUS;
            } catch (VoException e) {
                ILog.of(JobWatch.class).info("Waiting for " + job + " ended: " + e.getMessage()); // asking goes on
            } finally {
                waits.release();
                waitings.remove(job, this);
            }
            return Status.OK_STATUS;
        }
    }
}
