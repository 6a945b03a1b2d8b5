package org.volans.sky.internal.uws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.InputException;
import org.volans.api.tap.UwsPhase;
import org.volans.sky.internal.Parameters;

@SuppressWarnings("null") // JUnit sets the fields
class UwsJobsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path temporary;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();
    private final TestClock clock = new TestClock();
    private UwsJobs jobs;

    @BeforeEach
    void open() {
        jobs = new UwsJobs(this::work, temporary.resolve("jobs"), clock);
    }

    @AfterEach
    void close() {
        jobs.close();
        assertThat(temporary).isEmptyDirectory();
    }

    private String work(Parameters parameters, Path target, IProgressMonitor monitor) throws InputException {
        runs.incrementAndGet();
        String what = parameters.first("DO").orElse("");
        try {
            Files.writeString(target, what);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (what.equals("fail")) {
            throw new InputException("cannot do that");
        }
        if (what.equals("hang")) {
            begun.countDown();
            while (!monitor.isCanceled()) {
                Thread.onSpinWait();
            }
            throw new OperationCanceledException();
        }
        return "text/plain";
    }

    private UwsJob run(String what) throws InputException {
        UwsJob job = jobs.create(Parameters.of("DO", what));
        jobs.run(job);
        return job;
    }

    @Test
    void keepsTheResult() throws Exception {
        UwsJob job = run("well");
        assertThat(job.awaitEnd(LONG)).isTrue();
        assertThat(job.snapshot().phase()).isEqualTo(UwsPhase.COMPLETED);
        assertThat(job.result()).hasContent("well");
        jobs.delete(job);
        assertThat(job.result()).doesNotExist();
        assertThat(jobs.get(job.id())).isEmpty();
    }

    @Test
    void aFailureKeepsTheMessageAndNoFile() throws Exception {
        UwsJob job = run("fail");
        assertThat(job.awaitEnd(LONG)).isTrue();
        assertThat(job.snapshot().phase()).isEqualTo(UwsPhase.ERROR);
        assertThat(job.snapshot().error()).isEqualTo("cannot do that");
        jobs.close();
        assertThat(job.result()).doesNotExist();
    }

    @Test
    void abortingStopsTheWork() throws Exception {
        UwsJob job = run("hang");
        begun.await();
        jobs.abort(job);
        assertThat(job.awaitEnd(LONG)).isTrue();
        assertThat(job.snapshot().phase()).isEqualTo(UwsPhase.ABORTED);
    }

    @Test
    void stopsWhatTakesTooLong() throws Exception {
        UwsJob job = jobs.create(Parameters.of("DO", "hang"));
        job.setDuration(Duration.ofSeconds(1));
        jobs.run(job);
        assertThat(job.awaitEnd(LONG)).isTrue();
        assertThat(job.snapshot().phase()).isEqualTo(UwsPhase.ABORTED);
    }

    @Test
    void forgetsJobsAfterTheirDestructionTime() throws Exception {
        UwsJob kept = jobs.create(Parameters.NONE);
        UwsJob old = jobs.create(Parameters.NONE);
        jobs.setDestruction(old, clock.instant().plusSeconds(10));
        clock.now = clock.now.plusSeconds(11);
        assertThat(jobs.get(old.id())).isEmpty();
        assertThat(jobs.list()).extracting(UwsSnapshot::id).containsExactly(kept.id());
    }

    @Test
    void noJobLivesLongerThanAWeek() {
        UwsJob job = jobs.create(Parameters.NONE);
        jobs.setDestruction(job, clock.instant().plus(Duration.ofDays(1000)));
        assertThat(job.snapshot().destruction()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
    }

    @Test
    void listsWhatAFilterAsksFor() throws Exception {
        UwsJob first = jobs.create(Parameters.NONE);
        Instant between = clock.instant();
        clock.now = clock.now.plusSeconds(60);
        UwsJob second = run("well");
        second.awaitEnd(LONG);
        assertThat(ids()).containsExactly(second.id(), first.id());
        assertThat(ids("PHASE", "PENDING")).containsExactly(first.id());
        assertThat(ids("PHASE", "PENDING", "PHASE", "COMPLETED")).hasSize(2);
        assertThat(ids("AFTER", between.toString())).containsExactly(second.id());
        assertThat(ids("LAST", "1")).containsExactly(second.id());
    }

    private java.util.List<String> ids(String... parameters) throws InputException {
        return JobFilter.of(Parameters.of(parameters)).apply(jobs.list()).stream()
                .map(UwsSnapshot::id)
                .toList();
    }

    /** Moves when told. */
    private static final class TestClock extends Clock {

        private volatile Instant now = Instant.parse("2026-01-31T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
