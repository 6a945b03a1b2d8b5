package org.volans.discovery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.volans.discovery.internal.Obscore.column;
import static org.volans.discovery.internal.Obscore.squares;
import static org.volans.sdk.testing.StubTap.row;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.api.geometry.Position;
import org.volans.api.tap.TapQuery;
import org.volans.sdk.testing.StubTap;

/** How services fare and what becomes of their answers together. */
@SuppressWarnings("null")
class DiscoveryTest {

    private static final Position INSIDE = new Position(10.5, 20.5);
    private static final Position OUTSIDE = new Position(100, -20);

    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private final FakeTap tap = new FakeTap();
    private final List<ServiceOutcome> heard = new ArrayList<>();

    @AfterEach
    void noServiceIsBothered() {
        tap.assertModest();
        FakeTap.assertMain(heard);
    }

    private static DiscoveryRequest request(Duration timeout, DiscoveryRequest.Service... services) {
        return new DiscoveryRequest(List.of(services), List.of(OUTSIDE, INSIDE), 0, "image", 100, timeout);
    }

    private DiscoveryReport discover(DiscoveryRequest request) {
        return new ParallelDiscoveryService(tap.client()).discover(request, heard::add, monitor);
    }

    private DiscoveryReport discover(DiscoveryRequest.Service... services) {
        return discover(request(Duration.ofMinutes(5), services));
    }

    @Test
    void oneUploadJoinAnswersForAllPositions() throws IOException {
        DiscoveryRequest.Service good = tap.service("good", squares(1, "ivo://good/a", 1, "ivo://good/b"));
        DiscoveryReport report = discover(good);
        assertThat(tap.side())
                .extracting(TapQuery::adql)
                .containsExactly("SELECT TOP 1 o.s_fov FROM ivoa.obscore AS o"
                        + " WHERE o.s_region IS NULL AND o.s_fov > 0 AND o.dataproduct_type = 'image'");
        assertThat(tap.main()).hasSize(1);
        TapQuery join = tap.main().get(0);
        assertThat(join.adql())
                .isEqualTo("SELECT p.position_index, o.* FROM ivoa.obscore AS o JOIN TAP_UPLOAD.pos AS p"
                        + " ON (1=CONTAINS(POINT('ICRS',p.ra,p.dec),o.s_region)) WHERE o.dataproduct_type = 'image'");
        assertThat(column(join.uploads().get("pos"), "ra")).containsExactly(100.0, 10.5);
        assertThat(join.maxrec()).hasValue(100);
        ServiceOutcome.Answered answered =
                (ServiceOutcome.Answered) report.outcomes().get(0);
        assertThat(answered.dataSets()).isEqualTo(2);
        assertThat(answered.matches()).isEqualTo(2);
        assertThat(answered.overflow()).isFalse();
        assertThat(answered.adql()).isEqualTo(join.adql());
        assertThat(column(report.table(), "position_index")).containsExactly(1, 1);
        assertThat(column(report.table(), "service_url")).containsOnly("http://good.example/tap");
    }

    @Test
    void servicesThatFailCostNothingButTheirLine() throws IOException {
        DiscoveryRequest.Service dead = tap.service("dead", (q, m) -> {
            throw new ServiceException(q.service(), 0, "connection refused", null);
        });
        DiscoveryRequest.Service html = tap.service("html", (q, m) -> {
            throw new ProtocolException("a web page, not a VOTable");
        });
        DiscoveryRequest.Service broken = tap.service("broken", (q, m) -> {
            throw new IllegalStateException("a bug");
        });
        DiscoveryRequest.Service good = tap.service("good", squares(1, "ivo://good/a"));
        DiscoveryReport report = discover(dead, html, broken, good);
        assertThat(report.outcomes()).extracting(ServiceOutcome::service).containsExactly(dead, html, broken, good);
        assertThat(report.outcomes().subList(0, 3))
                .extracting(o -> ((ServiceOutcome.Failed) o).message())
                .containsExactly(
                        "connection refused",
                        "a web page, not a VOTable",
                        "its answer cannot be used: java.lang.IllegalStateException: a bug");
        assertThat(report.outcomes().get(3)).isInstanceOf(ServiceOutcome.Answered.class);
        assertThat(column(report.table(), "obs_publisher_did")).containsExactly("ivo://good/a");
        assertThat(List.of(dead, html, broken, good))
                .allSatisfy(service -> assertThat(tap.main(service)).hasSize(1));
        assertThat(heard).containsExactlyInAnyOrderElementsOf(report.outcomes());
    }

    @Test
    void aHungServiceIsCancelledAndSaidToBeLate() throws IOException {
        DiscoveryRequest.Service hung = tap.service("hung", (q, m) -> FakeTap.hang(m));
        DiscoveryRequest.Service good = tap.service("good", squares(1, "ivo://good/a"));
        DiscoveryReport report = discover(request(Duration.ofMillis(300), hung, good));
        ServiceOutcome.Failed failed = (ServiceOutcome.Failed) report.outcomes().get(0);
        assertThat(failed.timedOut()).isTrue();
        assertThat(failed.message()).isEqualTo("no answer within 0.3 s");
        assertThat(failed.adql()).contains("ivoa.obscore");
        assertThat(failed.elapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(column(report.table(), "obs_publisher_did")).containsExactly("ivo://good/a");
    }

    @Test
    void aJoinThatHangsIsOvertakenByConditions() throws IOException {
        DiscoveryRequest.Service choking = tap.service(
                "choking",
                (q, m) -> q.uploads().isEmpty()
                        ? Obscore.rows(row("obs_publisher_did", "s_region"), row("ivo://a/1", Obscore.SQUARE))
                                .to(q, m)
                        : FakeTap.hang(m));
        DiscoveryReport report = discover(request(Duration.ofSeconds(1), choking));
        assertThat(((ServiceOutcome.Answered) report.outcomes().get(0)).adql())
                .startsWith("SELECT * FROM ivoa.obscore");
        assertThat(column(report.table(), "obs_publisher_did")).containsExactly("ivo://a/1");
    }

    @Test
    void aJoinThatIsOnlySlowIsNotGivenUp() throws IOException {
        CountDownLatch rival = new CountDownLatch(1);
        DiscoveryRequest.Service slow = tap.service("slow", (q, m) -> {
            if (q.uploads().isEmpty() && !Obscore.probe(q)) {
                rival.countDown();
                return FakeTap.hang(m);
            }
            if (!Obscore.probe(q)) {
                FakeTap.until(() -> rival.getCount() == 0, m);
            }
            return squares(1, "ivo://a/1").to(q, m);
        });
        DiscoveryReport report = discover(request(Duration.ofSeconds(1), slow));
        assertThat(((ServiceOutcome.Answered) report.outcomes().get(0)).adql()).contains("TAP_UPLOAD");
        assertThat(column(report.table(), "obs_publisher_did")).containsExactly("ivo://a/1");
    }

    @Test
    void allAreAskedAtOnce() {
        int count = 20;
        CountDownLatch together = new CountDownLatch(count);
        DiscoveryRequest.Service[] services = new DiscoveryRequest.Service[count];
        for (int i = 0; i < count; i++) {
            // none answers before all have been asked: asked one after the other, none ever would
            StubTap.Answer answer = squares(1, "ivo://x/" + i);
            services[i] = tap.service("s" + i, (q, m) -> {
                if (!q.uploads().isEmpty()) {
                    together.countDown();
                    FakeTap.until(() -> together.getCount() == 0, m);
                }
                return answer.to(q, m);
            });
        }
        DiscoveryReport report = discover(request(Duration.ofSeconds(30), services));
        assertThat(report.outcomes()).hasOnlyElementsOfType(ServiceOutcome.Answered.class);
    }

    @Test
    void theListenerIsCalledByOneAtATime() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger calls = new AtomicInteger();
        DiscoveryRequest.Service[] services = new DiscoveryRequest.Service[30];
        for (int i = 0; i < services.length; i++) {
            services[i] = tap.service("s" + i, squares());
        }
        new ParallelDiscoveryService(tap.client())
                .discover(
                        request(Duration.ofMinutes(5), services),
                        outcome -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            Thread.yield();
                            calls.incrementAndGet();
                            inside.decrementAndGet();
                        },
                        monitor);
        assertThat(calls).hasValue(30);
        assertThat(most).hasValue(1);
    }

    @Test
    void theTableDoesNotDependOnWhoIsFirst() throws IOException {
        for (boolean firstWaits : new boolean[] {true, false}) {
            CountDownLatch other = new CountDownLatch(1);
            StubTap.Answer waits = (q, m) -> {
                FakeTap.until(() -> other.getCount() == 0, m);
                return squares(1, "ivo://b/2", 1, "ivo://b/1").to(q, m);
            };
            StubTap.Answer goes = squares(1, "ivo://b/1", 1, "ivo://b/3");
            DiscoveryRequest.Service one = tap.service("one", firstWaits ? waits : goes);
            DiscoveryRequest.Service two = tap.service("two", firstWaits ? goes : waits);
            tap.assertModest();
            tap.client().forget();
            heard.clear();
            DiscoveryReport report = new ParallelDiscoveryService(tap.client())
                    .discover(
                            request(Duration.ofMinutes(5), one, two),
                            o -> {
                                heard.add(o);
                                other.countDown();
                            },
                            monitor);
            assertThat(heard.get(0).service()).isEqualTo(firstWaits ? two : one);
            List<String> wanted = firstWaits
                    ? List.of("one ivo://b/1", "one ivo://b/2", "two ivo://b/3")
                    : List.of("one ivo://b/1", "one ivo://b/3", "two ivo://b/2");
            List<Object> names = column(report.table(), "service_name");
            List<Object> ids = column(report.table(), "obs_publisher_did");
            assertThat(IntStream.range(0, names.size()).mapToObj(i -> names.get(i) + " " + ids.get(i)))
                    .containsExactlyElementsOf(wanted);
        }
    }

    @Test
    void aDataSetOfSeveralServicesIsShownOnce() throws IOException {
        DiscoveryRequest.Service one = tap.service("one", squares(1, "ivo://a/1", 1, "ivo://a/1", 1, "local"));
        DiscoveryRequest.Service two = tap.service("two", squares(1, "ivo://a/1", 1, "local"));
        DiscoveryReport report = discover(one, two);
        assertThat(report.outcomes())
                .extracting(o -> ((ServiceOutcome.Answered) o).dataSets())
                .containsExactly(2, 2);
        assertThat(column(report.table(), "obs_publisher_did")).containsExactly("ivo://a/1", "local", "local");
        assertThat(column(report.table(), "service_name")).containsExactly("one", "one", "two");
    }

    @Test
    void cancellingStopsEverything() {
        DiscoveryRequest.Service hung = tap.service("hung", (q, m) -> {
            monitor.setCanceled(true);
            return FakeTap.hang(m);
        });
        DiscoveryRequest.Service other = tap.service("other", (q, m) -> FakeTap.hang(m));
        assertThatThrownBy(() -> discover(hung, other)).isInstanceOf(OperationCanceledException.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void theTableHasEveryMandatoryColumnEvenWhenNobodyHasData() throws IOException {
        DiscoveryReport report = discover(tap.service("empty", Obscore.rows(row("obs_publisher_did"))));
        assertThat(report.table().getRowCount()).isZero();
        assertThat(report.table().getColumnCount()).isEqualTo(3 + 30);
        assertThat(report.table().getColumnInfo(3 + ObscoreColumn.EM_MIN.ordinal()))
                .satisfies(info -> assertThat(info.getName()).isEqualTo("em_min"))
                .satisfies(info -> assertThat(info.getUnitString()).isEqualTo("m"))
                .satisfies(info -> assertThat(info.getUCD()).isEqualTo("em.wl;stat.min"))
                .satisfies(info -> assertThat(info.getUtype())
                        .isEqualTo("obscore:Char.SpectralAxis.Coverage.Bounds.Limits.LoLimit"));
    }

    @Test
    void eachServiceIsReportedAloneAndAskedAgainCountsInTheWhole() throws Exception {
        DiscoveryRequest.Service one = tap.service("one", squares(1, "ivo://one/a"));
        DiscoveryRequest.Service two = tap.service("two", squares(1, "ivo://two/a", 1, "ivo://two/b"));
        List<DiscoveryReport> parts = new ArrayList<>();
        ParallelDiscoveryService discovery = new ParallelDiscoveryService(tap.client());
        DiscoveryReport whole = discovery.ask(
                request(Duration.ofMinutes(5), one, two),
                part -> {
                    parts.add(part);
                    heard.addAll(part.outcomes());
                },
                monitor);
        assertThat(parts)
                .hasSize(2)
                .allSatisfy(part -> assertThat(part.outcomes()).hasSize(1));
        assertThat(parts).extracting(part -> part.table().getRowCount()).containsExactlyInAnyOrder(1L, 2L);

        DiscoveryReport failed = new DiscoveryReport(
                List.of(new ServiceOutcome.Failed(two, Duration.ZERO, "", "gone", false)),
                parts.get(0).table());
        DiscoveryReport merged = discovery.merge(List.of(whole, failed));
        assertThat(merged.outcomes()).extracting(ServiceOutcome::service).containsExactly(one, two);
        assertThat(merged.outcomes().get(1)).isInstanceOf(ServiceOutcome.Failed.class);

        DiscoveryReport again = discovery.merge(List.of(whole, whole));
        assertThat(again.outcomes()).isEqualTo(whole.outcomes());
        assertThat(column(again.table(), "obs_publisher_did"))
                .isEqualTo(column(whole.table(), "obs_publisher_did"))
                .hasSize(3);
        assertThat(again.table().getColumnCount()).isEqualTo(whole.table().getColumnCount());
    }
}
