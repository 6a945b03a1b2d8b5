package org.volans.sky.internal.uws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.tap.UwsPhase;
import org.volans.sky.internal.Parameters;

class UwsJobTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private static UwsJob job() {
        return new UwsJob(
                "a1",
                Parameters.of("QUERY", "SELECT 1", "RUNID", "mine"),
                Path.of("unused"),
                NOW,
                Duration.ofSeconds(60),
                NOW.plusSeconds(3600));
    }

    @Test
    void runsThroughItsPhases() throws InputException {
        UwsJob job = job();
        assertThat(job.snapshot().phase()).isEqualTo(UwsPhase.PENDING);
        job.queue();
        assertThat(job.snapshot().phase()).isEqualTo(UwsPhase.QUEUED);
        assertThat(job.execute(NOW.plusSeconds(1))).isTrue();
        assertThat(job.snapshot().phase()).isEqualTo(UwsPhase.EXECUTING);
        job.complete(NOW.plusSeconds(2), "text/csv");
        UwsSnapshot done = job.snapshot();
        assertThat(done.phase()).isEqualTo(UwsPhase.COMPLETED);
        assertThat(done.started()).contains(NOW.plusSeconds(1));
        assertThat(done.ended()).contains(NOW.plusSeconds(2));
        assertThat(done.mediaType()).isEqualTo("text/csv");
    }

    @Test
    void takesChangesOnlyWhilePending() throws InputException {
        UwsJob job = job();
        job.setParameters(Parameters.of("query", "SELECT 2"));
        assertThat(job.snapshot().parameters().first("QUERY")).contains("SELECT 2");
        job.setDuration(Duration.ofSeconds(5));
        job.queue();
        assertThatThrownBy(job::queue).isInstanceOf(InputException.class).hasMessageContaining("QUEUED");
        assertThatThrownBy(() -> job.setParameters(Parameters.NONE)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> job.setDuration(Duration.ZERO)).isInstanceOf(InputException.class);
    }

    @Test
    void abortingWhileQueuedKeepsItFromRunning() throws InputException {
        UwsJob job = job();
        job.queue();
        job.abort(NOW);
        assertThat(job.execute(NOW)).isFalse();
        assertThat(job.snapshot().phase()).isEqualTo(UwsPhase.ABORTED);
        assertThat(job.monitor().isCanceled()).isTrue();
    }

    @Test
    void waitingForAnotherPhaseThanThePresentReturnsAtOnce() throws InterruptedException {
        UwsJob job = job();
        job.await(Optional.of(UwsPhase.EXECUTING), Duration.ofDays(1));
        assertThat(job.snapshot().phase()).isEqualTo(UwsPhase.PENDING);
    }

    @Test
    void waitingEndsWithThePhase() throws Exception {
        UwsJob job = job();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                job.await(Optional.of(UwsPhase.PENDING), Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        job.queue();
        assertThat(waiting.join(Duration.ofSeconds(30))).isTrue();
    }

    /** UWS 1.1, section 2.1.3: whatever is asked in whatever order, an ended job stays as it is. */
    @Property(tries = 300)
    void neverLeavesAnEnd(@ForAll @Size(max = 12) List<@IntRange(max = 4) Integer> actions) {
        UwsJob job = job();
        Set<UwsPhase> seen = EnumSet.noneOf(UwsPhase.class);
        UwsPhase before = job.snapshot().phase();
        for (int action : actions) {
            act(job, action);
            UwsPhase after = job.snapshot().phase();
            assertThat(before.ended() && after != before)
                    .as("%s became %s", before, after)
                    .isFalse();
            assertThat(after == before || seen.add(after))
                    .as("%s came back", after)
                    .isTrue();
            before = after;
        }
    }

    private static void act(UwsJob job, int action) {
        switch (action) {
            case 0 -> {
                try {
                    job.queue();
                } catch (InputException e) {
                    assertThat(job.snapshot().phase()).isNotEqualTo(UwsPhase.PENDING);
                }
            }
            case 1 -> job.execute(NOW);
            case 2 -> job.complete(NOW, "text/plain");
            case 3 -> job.fail(NOW, "no");
            default -> job.abort(NOW);
        }
    }

    @Test
    void describesItself() throws InputException {
        UwsJob job = job();
        job.queue();
        job.execute(NOW);
        job.fail(NOW, "no column <x>");
        String document = job.snapshot().document("http://host/async/a1").toString();
        assertThat(document)
                .contains("<uws:jobId>a1</uws:jobId>", "<uws:runId>mine</uws:runId>", "<uws:phase>ERROR</uws:phase>")
                .contains("<uws:creationTime>2026-01-31T12:00:00Z</uws:creationTime>", "version=\"1.1\"")
                .contains("<uws:parameter id=\"QUERY\">SELECT 1</uws:parameter>")
                .contains("<uws:message>no column &lt;x&gt;</uws:message>")
                .doesNotContain("uws:result ");
    }
}
