package org.volans.sky.internal.uws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.tap.UwsPhase;
import org.volans.sky.internal.Parameters;

/**
 * The jobs of one service. Each runs on a virtual thread, a few at once; results are files of a temporary folder. Safe for
 * concurrent use.
 */
public final class UwsJobs implements AutoCloseable {

    /** How long a job may run when it does not say. */
    static final Duration DEFAULT_DURATION = Duration.ofMinutes(10);

    /** The longest that a job may ask for. */
    static final Duration MOST_DURATION = Duration.ofHours(1);

    private static final Duration LIFE = Duration.ofDays(1);
    private static final Duration LONGEST_LIFE = Duration.ofDays(7);
    private static final int AT_ONCE = 4;

    private final Map<String, UwsJob> jobs = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final SecureRandom random = new SecureRandom();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("uws-timer").factory());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final UwsWork work;
    private final Path folder;
    private final Clock clock;

    /**
     * An empty list.
     *
     * @param folder of the results; made with the first job, deleted by {@link #close}
     */
    public UwsJobs(UwsWork work, Path folder, Clock clock) {
        this.work = work;
        this.folder = folder;
        this.clock = clock;
        timer.scheduleWithFixedDelay(this::expire, 30, 30, TimeUnit.SECONDS);
    }

    UwsJob create(Parameters parameters) {
        String id = HexFormat.of().formatHex(bytes());
        Instant now = clock.instant();
        UwsJob job = new UwsJob(id, parameters, folder.resolve(id), now, DEFAULT_DURATION, now.plus(LIFE));
        jobs.put(id, job);
        return job;
    }

    Optional<UwsJob> get(String id) {
        expire();
        return Optional.ofNullable(jobs.get(id));
    }

    /** All, the newest first. */
    List<UwsSnapshot> list() {
        expire();
        return jobs.values().stream()
                .map(UwsJob::snapshot)
                .sorted(Comparator.comparing(UwsSnapshot::created).reversed())
                .toList();
    }

    void run(UwsJob job) throws InputException {
        job.queue();
        threads.execute(() -> work(job));
    }

    void abort(UwsJob job) {
        job.abort(clock.instant());
    }

    void delete(UwsJob job) {
        job.abort(clock.instant());
        jobs.remove(job.id());
        deleteFile(job.result());
    }

    /** Sets the end of its life, at most a week from now. */
    void setDestruction(UwsJob job, Instant wanted) {
        Instant latest = clock.instant().plus(LONGEST_LIFE);
        job.setDestruction(wanted.isAfter(latest) ? latest : wanted);
    }

    private void work(UwsJob job) {
        places.acquireUninterruptibly();
        try {
            if (job.execute(clock.instant())) {
                limit(job);
                job.complete(clock.instant(), result(job));
            }
        } catch (OperationCanceledException e) {
            abort(job);
        } catch (VoException e) {
            job.fail(clock.instant(), e.getMessage());
        } catch (IOException | RuntimeException e) {
            job.fail(clock.instant(), "the service failed: " + e);
        } finally {
            places.release();
            if (job.snapshot().phase() != UwsPhase.COMPLETED || jobs.get(job.id()) != job) {
                deleteFile(job.result()); // half of a result, or one that nobody can ask for any more
            }
        }
    }

    private String result(UwsJob job) throws VoException, IOException {
        Files.createDirectories(folder);
        return work.run(job.snapshot().parameters(), job.result(), job.monitor());
    }

    private void limit(UwsJob job) {
        long seconds = job.seconds();
        if (seconds > 0) {
            timer.schedule(() -> abort(job), seconds, TimeUnit.SECONDS);
        }
    }

    private void expire() {
        Instant now = clock.instant();
        for (UwsJob job : jobs.values()) {
            if (job.snapshot().destruction().isBefore(now)) {
                delete(job);
            }
        }
    }

    private byte[] bytes() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Aborts and forgets all jobs. */
    @Override
    public void close() {
        timer.shutdownNow();
        for (UwsJob job : jobs.values()) {
            delete(job);
        }
        threads.close();
        deleteFile(folder);
    }
}
