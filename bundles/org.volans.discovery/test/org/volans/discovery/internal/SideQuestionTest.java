package org.volans.discovery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.volans.discovery.internal.FakeTap.until;
import static org.volans.discovery.internal.Obscore.SQUARE;
import static org.volans.discovery.internal.Obscore.column;
import static org.volans.discovery.internal.Obscore.probe;
import static org.volans.sdk.testing.StubTap.row;
import static org.volans.sdk.testing.StubTap.table;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.api.geometry.Position;
import org.volans.api.tap.TapResult;
import org.volans.sdk.testing.StubTap;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.WrapperStarTable;

/** Whether there are data sets without a region is asked beside the main question and costs it nothing. */
@SuppressWarnings("null")
@Timeout(30)
class SideQuestionTest {

    /** Longer than a test may run: who waits for its end is found out. */
    private static final Duration LONG = Duration.ofHours(1);

    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private final FakeTap tap = new FakeTap();
    private final List<ServiceOutcome> heard = new ArrayList<>();

    private static DiscoveryRequest request(Duration timeout, DiscoveryRequest.Service... services) {
        return new DiscoveryRequest(List.of(services), List.of(new Position(10.5, 20.5)), 0, "", 100, timeout);
    }

    private DiscoveryReport discover(Duration patience, DiscoveryRequest.Service... services) {
        return new ParallelDiscoveryService(tap.client(), patience)
                .discover(request(LONG, services), heard::add, monitor);
    }

    /** Answers the side question with yes, and with a match for each of the two main ones. */
    private static final StubTap.Answer BOTH = (query, m) -> {
        Object[] head = row("position_index", "obs_publisher_did", "s_region", "s_ra", "s_dec", "s_fov");
        if (probe(query)) {
            return StubTap.result(table(row("s_fov"), row(1.0)), false);
        }
        return StubTap.result(
                query.adql().contains("IS NULL")
                        ? table(head, row(0, "ivo://a/point", null, 10.5, 20.4, 0.5))
                        : table(head, row(0, "ivo://a/region", SQUARE, null, null, null)),
                false);
    };

    @AfterEach
    void noServiceIsBothered() {
        tap.assertModest();
        FakeTap.assertMain(heard);
    }

    @Test
    void itIsAskedBesideTheMainQuestion() throws IOException {
        // neither is answered before both have been asked: asked one after the other, none ever would
        CountDownLatch both = new CountDownLatch(2);
        DiscoveryReport report = discover(LONG, tap.service("slow", (query, m) -> {
            both.countDown();
            until(() -> both.getCount() == 0, m);
            return BOTH.to(query, m);
        }));
        assertThat(column(report.table(), "obs_publisher_did")).containsExactly("ivo://a/point", "ivo://a/region");
        assertThat(tap.main()).hasSize(2);
    }

    @Test
    void itsAnswerMayComeAfterTheMainOne() throws IOException {
        CountDownLatch read = new CountDownLatch(1);
        DiscoveryReport report = discover(LONG, tap.service("late", (query, m) -> {
            if (probe(query)) {
                until(() -> read.getCount() == 0, m);
            }
            return query.uploads().isEmpty() ? BOTH.to(query, m) : tellsWhenRead(BOTH.to(query, m), read);
        }));
        assertThat(column(report.table(), "obs_publisher_did")).containsExactly("ivo://a/point", "ivo://a/region");
    }

    @Test
    void hungItDelaysAnAnswerByNoMoreThanThePatience() throws IOException {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicInteger stopped = new AtomicInteger();
        DiscoveryReport report = discover(Duration.ZERO, tap.service("half", (query, m) -> {
            if (probe(query)) {
                asked.countDown();
                return hang(m, stopped);
            }
            until(() -> asked.getCount() == 0, m);
            return BOTH.to(query, m);
        }));
        assertThat(column(report.table(), "obs_publisher_did")).containsExactly("ivo://a/region");
        assertThat(stopped).hasValue(1);
        assertThat(tap.main()).hasSize(1);
    }

    @Test
    void hungItDoesNotDelayAFailure() {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicInteger stopped = new AtomicInteger();
        DiscoveryReport report = discover(LONG, tap.service("closed", (query, m) -> {
            if (probe(query)) {
                asked.countDown();
                return hang(m, stopped);
            }
            until(() -> asked.getCount() == 0, m);
            throw new ServiceException(query.service(), 401, "log in", null);
        }));
        assertThat(report.outcomes().get(0)).isInstanceOfSatisfying(ServiceOutcome.Failed.class, failed -> {
            assertThat(failed.message()).isEqualTo("log in");
            assertThat(failed.timedOut()).isFalse();
        });
        assertThat(stopped).hasValue(1);
        assertThat(tap.main()).hasSize(1);
    }

    @Test
    void thePatienceIsForWhatFollowsFromItToo() throws IOException {
        AtomicInteger stopped = new AtomicInteger();
        CountDownLatch asked = new CountDownLatch(1);
        DiscoveryReport report = discover(Duration.ofSeconds(1), tap.service("both", (query, m) -> {
            if (query.adql().contains("IS NULL") && !probe(query)) {
                asked.countDown();
                return hang(m, stopped);
            }
            return BOTH.to(query, m);
        }));
        assertThat(column(report.table(), "obs_publisher_did")).containsExactly("ivo://a/region");
        assertThat(stopped.get()).isEqualTo(1 - (int) asked.getCount());
    }

    @Test
    void anAnswerOutlivesTheEndOfTheServicesTime() throws VoException {
        DiscoveryRequest request = request(LONG, tap.service("last", BOTH));
        StarTable upload = table(row("position_index", "ra", "dec"), row(0, 10.5, 20.5));
        DeadlineMonitor time = new DeadlineMonitor(monitor, LONG);
        Attempt attempt = new Attempt(tap.client(), request, request.services().get(0), time, text -> {
            /* not told */
        });
        attempt.byUpload(upload);
        String join = attempt.adql();
        DeadlineMonitor over = new DeadlineMonitor(monitor, Duration.ZERO);
        attempt.whatHasNoRegion(upload, new DeadlineMonitor(over, LONG));
        assertThat(attempt.harvest().size()).isEqualTo(1);
        assertThat(attempt.adql()).isEqualTo(join).contains("TAP_UPLOAD");
        assertThat(tap.main()).hasSize(1);
        assertThat(over.isCanceled()).isTrue();
        assertThat(new DeadlineMonitor(over, LONG).cancelledByUser()).isFalse();
        monitor.setCanceled(true);
        assertThat(new DeadlineMonitor(over, LONG).cancelledByUser()).isTrue();
    }

    @Test
    void itHasHalfTheTimeAtMost() {
        discover(LONG, tap.service("good", BOTH));
        Duration spare = Duration.ofMinutes(1);
        assertThat(tap.side().get(0).timeout()).isLessThan(LONG.dividedBy(2).plus(spare));
        assertThat(tap.main().get(0).timeout()).isGreaterThan(LONG.minus(spare));
    }

    @Test
    void cancellingWhileOnlyItIsOpenStopsEverything() {
        CountDownLatch read = new CountDownLatch(1);
        DiscoveryRequest.Service service = tap.service("half", (query, m) -> {
            if (probe(query)) {
                until(() -> read.getCount() == 0, m);
                monitor.setCanceled(true);
                return FakeTap.hang(m);
            }
            return tellsWhenRead(BOTH.to(query, m), read);
        });
        assertThatThrownBy(() -> discover(LONG, service)).isInstanceOf(OperationCanceledException.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void aFaultOfOursInItIsNotHidden() {
        DiscoveryReport report = discover(LONG, tap.service("odd", (query, m) -> {
            if (probe(query)) {
                throw new IllegalStateException("a bug");
            }
            return BOTH.to(query, m);
        }));
        assertThat(report.outcomes().get(0))
                .isInstanceOfSatisfying(
                        ServiceOutcome.Failed.class,
                        failed -> assertThat(failed.message()).contains("a bug"));
    }

    private static <T> T hang(IProgressMonitor monitor, AtomicInteger stopped) {
        try {
            return FakeTap.hang(monitor);
        } catch (OperationCanceledException e) {
            stopped.incrementAndGet();
            throw e;
        }
    }

    /** An answer that tells when somebody begins to read it: then it has come. */
    private static TapResult tellsWhenRead(TapResult result, CountDownLatch read) {
        StarTable table = new WrapperStarTable(result.table()) {
            @Override
            public RowSequence getRowSequence() throws IOException {
                read.countDown();
                return super.getRowSequence();
            }
        };
        return StubTap.result(table, result.overflow());
    }
}
