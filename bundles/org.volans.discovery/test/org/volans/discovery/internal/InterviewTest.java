package org.volans.discovery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.volans.discovery.internal.FakeTap.withoutUploads;
import static org.volans.discovery.internal.Obscore.SQUARE;
import static org.volans.discovery.internal.Obscore.column;
import static org.volans.discovery.internal.Obscore.probe;
import static org.volans.discovery.internal.Obscore.rows;
import static org.volans.discovery.internal.Obscore.squares;
import static org.volans.sdk.testing.StubTap.row;
import static org.volans.sdk.testing.StubTap.table;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.volans.api.ServiceException;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.api.geometry.Position;
import org.volans.api.tap.TapQuery;
import org.volans.sdk.testing.StubTap;

/** What one service is asked, and which of its rows are believed. */
@SuppressWarnings("null")
class InterviewTest {

    private static final Position INSIDE = new Position(10.5, 20.5);
    private static final Position OUTSIDE = new Position(100, -20);

    private final FakeTap tap = new FakeTap();

    @AfterEach
    void noServiceIsBothered() {
        tap.assertModest();
    }

    private DiscoveryReport ask(DiscoveryRequest.Service service, double radius, List<Position> positions, int most) {
        DiscoveryRequest request =
                new DiscoveryRequest(List.of(service), positions, radius, "", most, Duration.ofMinutes(5));
        DiscoveryReport report = new ParallelDiscoveryService(tap.client())
                .discover(request, new ArrayList<ServiceOutcome>()::add, new NullProgressMonitor());
        FakeTap.assertMain(report.outcomes());
        return report;
    }

    private DiscoveryReport ask(DiscoveryRequest.Service service) {
        return ask(service, 0, List.of(OUTSIDE, INSIDE), 100);
    }

    private static ServiceException refused(TapQuery query, int status) {
        return new ServiceException(query.service(), status, "cannot do that", null);
    }

    private static ServiceOutcome.Answered answered(DiscoveryReport report) {
        return (ServiceOutcome.Answered) report.outcomes().get(0);
    }

    @Test
    void withoutUploadsThePositionsGoIntoTheQueryAndMatchesAreFoundHere() throws IOException {
        DiscoveryRequest.Service service = tap.service(
                "old", withoutUploads(rows(row("OBS_PUBLISHER_DID", "S_REGION"), row("ivo://a/1", SQUARE))));
        DiscoveryReport report = ask(service);
        assertThat(tap.main()).hasSize(2);
        assertThat(tap.main().get(0).uploads()).containsOnlyKeys("pos");
        assertThat(tap.main().get(1).uploads()).isEmpty();
        assertThat(tap.main().get(1).adql())
                .isEqualTo(answered(report).adql())
                .isEqualTo("SELECT * FROM ivoa.obscore AS o WHERE (1=CONTAINS(POINT('ICRS',100.0,-20.0),o.s_region)"
                        + " OR 1=CONTAINS(POINT('ICRS',10.5,20.5),o.s_region))");
        assertThat(column(report.table(), "position_index")).containsExactly(1);
    }

    @Test
    void manyPositionsAreAskedForInChunks() {
        DiscoveryRequest.Service service = tap.service(
                "old", withoutUploads(rows(row("obs_publisher_did", "s_region"), row("ivo://a/1", SQUARE))));
        List<Position> positions = IntStream.range(0, 45)
                .mapToObj(i -> new Position(10.2 + 0.01 * i, 20.5))
                .toList();
        assertThat(answered(ask(service, 0, positions, 100)).matches()).isEqualTo(45);
        assertThat(tap.main()).hasSize(4);
        assertThat(tap.main().subList(1, 4))
                .allSatisfy(query -> assertThat(query.uploads()).isEmpty())
                .extracting(query -> query.adql().split("1=CONTAINS", -1).length - 1)
                .containsExactly(20, 20, 5);
    }

    @Test
    void aRefusedUploadIsFollowedByConditionsAndThoseByMiddlesAndSizes() throws IOException {
        DiscoveryRequest.Service service = tap.service("poor", (query, monitor) -> {
            if (query.adql().contains("s_region")) {
                throw refused(query, 400);
            }
            return StubTap.result(
                    table(
                            row("obs_publisher_did", "s_ra", "s_dec", "s_fov"),
                            row("ivo://a/near", 10.4, 20.5, 0.5),
                            row("ivo://a/far", 12, 20.5, 0.5)),
                    false);
        });
        DiscoveryReport report = ask(service);
        assertThat(tap.main()).hasSize(3);
        assertThat(tap.main().get(0).adql()).contains("TAP_UPLOAD.pos");
        assertThat(tap.main().get(1).adql()).contains("1=CONTAINS").doesNotContain("TAP_UPLOAD");
        assertThat(answered(report).adql())
                .isEqualTo(tap.main().get(2).adql())
                .contains("DISTANCE(POINT('ICRS',o.s_ra,o.s_dec),POINT('ICRS',10.5,20.5)) <= o.s_fov/2")
                .doesNotContain("IS NULL");
        assertThat(column(report.table(), "obs_publisher_did")).containsExactly("ivo://a/near");
    }

    @Test
    void aServiceThatRefusesEverythingIsQuoted() {
        DiscoveryRequest.Service service = tap.service("no", (query, monitor) -> {
            throw refused(query, 400);
        });
        assertThat(ask(service).outcomes().get(0)).isInstanceOfSatisfying(ServiceOutcome.Failed.class, failed -> {
            assertThat(failed.message()).isEqualTo("cannot do that");
            assertThat(failed.timedOut()).isFalse();
            assertThat(failed.adql()).isEqualTo(tap.main().get(2).adql()).contains("DISTANCE");
        });
        assertThat(tap.main()).hasSize(3);
    }

    @Test
    void aServiceThatWantsALoginIsNotAskedTwice() {
        DiscoveryRequest.Service service = tap.service("closed", (query, monitor) -> {
            throw refused(query, 401);
        });
        assertThat(ask(service).outcomes().get(0)).isInstanceOf(ServiceOutcome.Failed.class);
        assertThat(tap.main()).hasSize(1);
    }

    @Test
    void theJoinIsSentStraightAway() {
        DiscoveryRequest.Service service = tap.service("good", squares(1, "ivo://a/1"));
        assertThat(answered(ask(service)).matches()).isEqualTo(1);
        assertThat(tap.main()).hasSize(1);
        assertThat(tap.main().get(0).uploads()).containsOnlyKeys("pos");
        assertThat(tap.side()).hasSize(1);
    }

    @Test
    void rowsThatDoNotCoverThePositionAreNotBelieved() throws IOException {
        DiscoveryRequest.Service service = tap.service("liar", squares(0, "ivo://a/lie", 1, "ivo://a/truth"));
        DiscoveryReport report = ask(service);
        assertThat(answered(report).matches()).isEqualTo(1);
        assertThat(column(report.table(), "obs_publisher_did")).containsExactly("ivo://a/truth");
    }

    @Test
    void rowsWhoseFootprintCannotBeReadAreBelieved() throws IOException {
        DiscoveryRequest.Service service = tap.service(
                "moc",
                rows(
                        row("position_index", "obs_publisher_did", "s_region", "s_ra", "s_dec", "s_fov"),
                        row(1, "ivo://a/moc", "6/1234-1250", Double.NaN, Double.NaN, null),
                        row(1, "ivo://a/far", "6/1234-1250", 50.0, 20.0, 1.0)));
        assertThat(column(ask(service).table(), "obs_publisher_did")).containsExactly("ivo://a/moc");
    }

    @Test
    void regionsComeInManyShapes() throws IOException {
        DiscoveryRequest.Service service = tap.service(
                "mixed",
                rows(
                        row("position_index", "obs_publisher_did", "s_region"),
                        row(1, "array", new double[] {10, 20, 11, 20, 11, 21, 10, 21}),
                        row(1, "circle", new float[] {10.5f, 20.5f, 0.25f}),
                        row(1L, "dali", "10 20 11 20 11 21 10 21"),
                        row((short) 1, "stcs", "Circle ICRS TOPOCENTER 10.5 20.5 0.5"),
                        row(1, "chips", "Union ICRS ( Polygon 50 20 51 20 51 21 Polygon 10 20 11 20 11 21 10 21 )"),
                        row(1, "elsewhere", "POLYGON ICRS 50 20 51 20 51 21 POLYGON ICRS 60 20 61 20 61 21")));
        DiscoveryReport report = ask(service);
        assertThat(column(report.table(), "obs_publisher_did"))
                .containsExactly("array", "chips", "circle", "dali", "stcs");
        assertThat(column(report.table(), "s_region"))
                .startsWith("POLYGON ICRS 10.0 20.0 11.0 20.0 11.0 21.0 10.0 21.0")
                .contains("CIRCLE ICRS 10.5 20.5 0.25");
    }

    @Test
    void wrongTypesAndExtraColumnsAreTolerated() throws IOException {
        DiscoveryRequest.Service service = tap.service(
                "sloppy",
                rows(
                        row(
                                "Position_Index",
                                "Obs_Publisher_DID",
                                "s_region",
                                "em_min",
                                "calib_level",
                                "t_min",
                                "access_estsize",
                                "my_own",
                                "obs_title"),
                        row(1, 'x', SQUARE, " 1.5 ", 2.0, "yesterday", 1e300, "mine", "A title")));
        DiscoveryReport report = ask(service);
        assertThat(column(report.table(), "obs_publisher_did")).containsExactly("x");
        assertThat(column(report.table(), "em_min")).containsExactly(1.5);
        assertThat(column(report.table(), "calib_level")).containsExactly(2);
        assertThat(column(report.table(), "t_min")).containsOnlyNulls();
        assertThat(column(report.table(), "access_estsize")).containsOnlyNulls();
        assertThat(column(report.table(), "my_own")).isEmpty();
        assertThat(column(report.table(), "obs_title")).containsExactly("A title");
    }

    @Test
    void dataSetsWithoutARegionAreAskedForWhereThereAreAny() throws IOException {
        DiscoveryRequest.Service service = tap.service("both", (query, monitor) -> {
            Object[] head = row("position_index", "obs_publisher_did", "s_region", "s_ra", "s_dec", "s_fov");
            if (probe(query)) {
                return StubTap.result(table(row("s_fov"), row(1.0)), false);
            }
            return StubTap.result(
                    query.adql().contains("IS NULL")
                            ? table(head, row(1, "ivo://a/point", null, 10.5, 20.4, 0.5))
                            : table(head, row(1, "ivo://a/region", SQUARE, null, null, null)),
                    false);
        });
        DiscoveryReport report = ask(service);
        assertThat(column(report.table(), "obs_publisher_did")).containsExactly("ivo://a/point", "ivo://a/region");
        assertThat(tap.side()).hasSize(1);
        assertThat(tap.main()).hasSize(2);
        assertThat(tap.main().get(1).adql()).contains("<= o.s_fov/2) WHERE o.s_region IS NULL");
        assertThat(answered(report).adql()).isEqualTo(tap.main().get(0).adql());
    }

    @Test
    void aServiceThatCannotSayWhatHasNoRegionHasStillAnswered() {
        DiscoveryRequest.Service service = tap.service("half", (query, monitor) -> {
            if (probe(query)) {
                throw refused(query, 500);
            }
            return squares(1, "ivo://a/1").to(query, monitor);
        });
        ServiceOutcome.Answered answered = answered(ask(service));
        assertThat(answered.matches()).isEqualTo(1);
        assertThat(answered.adql()).contains("TAP_UPLOAD");
        assertThat(tap.main()).hasSize(1);
        assertThat(tap.side()).hasSize(1);
    }

    @Test
    void aRadiusAsksForWhatTouchesTheCircle() throws IOException {
        DiscoveryRequest.Service service = tap.service("good", squares(0, "ivo://a/1", 1, "ivo://a/1"));
        List<Position> positions = List.of(new Position(11.4, 20.5), new Position(11.8, 20.5));
        DiscoveryReport report = ask(service, 0.5, positions, 100);
        assertThat(tap.main().get(0).adql()).contains("1=INTERSECTS(CIRCLE('ICRS',p.ra,p.dec,0.5),o.s_region)");
        assertThat(column(report.table(), "position_index")).containsExactly(0);
    }

    @Test
    void theLimitHoldsAndIsReported() {
        DiscoveryRequest.Service service = tap.service("many", withoutUploads((query, monitor) -> {
            List<Object[]> rows = new ArrayList<>();
            rows.add(row("obs_publisher_did", "s_region"));
            for (int i = 0; i < query.maxrec().getAsLong(); i++) {
                rows.add(row("ivo://a/" + i, SQUARE));
            }
            return StubTap.result(table(rows.toArray(Object[][]::new)), true);
        }));
        List<Position> positions = IntStream.range(0, 25).mapToObj(i -> INSIDE).toList();
        ServiceOutcome.Answered answered = answered(ask(service, 0, positions, 5));
        assertThat(answered.overflow()).isTrue();
        assertThat(answered.matches()).isEqualTo(5);
        assertThat(tap.main()).hasSize(2);
        assertThat(tap.main().get(1).uploads()).isEmpty();
    }
}
