package org.volans.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.discovery.DiscoveryService;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.api.geometry.Position;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapService;
import uk.ac.starlink.table.StarTable;

@ExtendWith(House.class)
class DiscoveryContractTest {

    /** Nobody listens on the discard port. */
    private static final URI DOWN = URI.create("http://127.0.0.1:9/down/tap");

    /** Much more than the seconds that the slow service takes for each answer. */
    private static final Duration AMPLE = Duration.ofSeconds(40);

    private final DiscoveryService discovery;
    private final TapService tap;
    private final Sky sky;

    DiscoveryContractTest(DiscoveryService discovery, TapService tap, Sky sky) {
        this.discovery = discovery;
        this.tap = tap;
        this.sky = sky;
    }

    @Test
    void everyServiceHasItsOutcomeAndOneThatIsDownCostsOnlyItsOwn() throws Exception {
        List<ServiceOutcome> told = Collections.synchronizedList(new ArrayList<>());
        DiscoveryReport report = discovery.discover(all(AMPLE), told::add, new NullProgressMonitor());
        assertThat(report.outcomes())
                .extracting(o -> o.service().name())
                .containsExactly("astron", "gavo", "slow", "down");
        assertThat(told).containsExactlyInAnyOrderElementsOf(report.outcomes());
        assertThat(report.outcomes().subList(0, 3))
                .allSatisfy(o -> assertThat(o)
                        .isInstanceOfSatisfying(
                                ServiceOutcome.Answered.class,
                                a -> assertThat(a.matches()).isPositive()));
        assertThat(report.outcomes().get(3)).isInstanceOfSatisfying(ServiceOutcome.Failed.class, f -> {
            assertThat(f.message()).contains("127.0.0.1:9");
            assertThat(f.timedOut()).isFalse();
        });
    }

    /** As many as the services themselves say when they are asked for one position at a time. */
    @Test
    void findsWhatCoversEachPosition() throws Exception {
        StarTable table = report(request(AMPLE, "astron", "gavo")).table();
        List<Object> indices = column(table, "position_index");
        List<Object> dids = column(table, "obs_publisher_did");
        List<Position> positions = sky.positions();
        for (int i = 0; i < positions.size(); i++) {
            List<Object> expected = new ArrayList<>();
            for (String centre : List.of("astron", "gavo")) {
                expected.addAll(covering(centre, positions.get(i)));
            }
            assertThat(expected).as("the mosaic covers them all").isNotEmpty();
            int position = i;
            assertThat(IntStream.range(0, indices.size())
                            .filter(row -> ((Number) indices.get(row)).intValue() == position)
                            .mapToObj(dids::get))
                    .as("position " + i)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(table.getColumnInfo(index(table, "s_ra")).getUCD()).startsWith("pos.eq.ra");
        assertThat(table.getColumnInfo(index(table, "s_ra")).getUnitString()).isEqualTo("deg");
    }

    private List<Object> covering(String centre, Position position) throws Exception {
        String adql = String.format(
                Locale.ROOT,
                "SELECT obs_publisher_did FROM ivoa.obscore WHERE 1 = CONTAINS(POINT('ICRS', %s, %s), s_region)",
                position.ra(),
                position.dec());
        return column(
                tap.query(TapQuery.of(sky.tap(centre), adql), new NullProgressMonitor())
                        .table(),
                "obs_publisher_did");
    }

    /**
     * The cost does not grow with the positions: one upload join, not nineteen queries; beside it one question after data
     * without a region.
     */
    @Test
    void nineteenPositionsAreOneQuery() throws Exception {
        warmUp("astron", "gavo");
        long mark = sky.mark();
        report(request(AMPLE, "astron", "gavo"));
        for (String centre : List.of("astron", "gavo")) {
            assertThat(sky.since(mark, path -> path.startsWith("/" + centre + "/")))
                    .as(centre)
                    .hasSizeBetween(1, 2);
        }
    }

    @Test
    void aServiceTooSlowForTheTimeoutIsGivenUpOn() throws Exception {
        warmUp("astron");
        // the slow one answers after two seconds; the other may have a busy machine
        DiscoveryReport report = report(request(Duration.ofMillis(1700), "slow", "astron"));
        assertThat(report.outcomes().get(0))
                .isInstanceOfSatisfying(
                        ServiceOutcome.Failed.class,
                        f -> assertThat(f.timedOut()).isTrue());
        assertThat(report.outcomes().get(1)).isInstanceOf(ServiceOutcome.Answered.class);
    }

    @Test
    void servicesThatMisbehaveAreNamedWithTheirFault() throws Exception {
        List<String> kinds = List.of("html", "error500", "truncated", "votable-error", "empty");
        List<DiscoveryRequest.Service> services = kinds.stream()
                .map(kind -> new DiscoveryRequest.Service(kind, "", sky.fault(kind)))
                .toList();
        DiscoveryReport report =
                report(new DiscoveryRequest(services, List.of(new Position(240.484, 46.768)), 0, "", 100, AMPLE));
        assertThat(report.table().getRowCount()).isZero();
        assertThat(report.outcomes())
                .allSatisfy(o -> assertThat(o)
                        .as(o.service().name())
                        .isInstanceOfSatisfying(ServiceOutcome.Failed.class, f -> {
                            assertThat(f.message()).isNotBlank().doesNotContain("\n");
                            assertThat(f.timedOut()).isFalse();
                        }));
    }

    /** Makes the tables of a centre, which happens on its first query. */
    private void warmUp(String... centres) throws Exception {
        for (String centre : centres) {
            tap.query(TapQuery.of(sky.tap(centre), "SELECT TOP 1 * FROM ivoa.obscore"), new NullProgressMonitor());
        }
    }

    private DiscoveryReport report(DiscoveryRequest request) throws Exception {
        return discovery.discover(
                request, outcome -> assertThat(outcome.service()).isIn(request.services()), new NullProgressMonitor());
    }

    private DiscoveryRequest all(Duration timeout) throws Exception {
        List<DiscoveryRequest.Service> services =
                new ArrayList<>(request(timeout, "astron", "gavo", "slow").services());
        services.add(new DiscoveryRequest.Service("down", "", DOWN));
        return new DiscoveryRequest(services, sky.positions(), 0, "", 1000, timeout);
    }

    private DiscoveryRequest request(Duration timeout, String... centres) throws Exception {
        List<DiscoveryRequest.Service> services = Arrays.stream(centres)
                .map(centre -> new DiscoveryRequest.Service(centre, "", sky.tap(centre)))
                .toList();
        return new DiscoveryRequest(services, sky.positions(), 0, "", 1000, timeout);
    }

    private static int index(StarTable table, String name) {
        for (int i = 0; i < table.getColumnCount(); i++) {
            if (table.getColumnInfo(i).getName().equalsIgnoreCase(name)) {
                return i;
            }
        }
        throw new AssertionError("no column " + name);
    }

    private static List<Object> column(StarTable table, String name) throws IOException {
        List<Object> cells = new ArrayList<>();
        for (long row = 0; row < table.getRowCount(); row++) {
            cells.add(table.getCell(row, index(table, name)));
        }
        return cells;
    }
}
