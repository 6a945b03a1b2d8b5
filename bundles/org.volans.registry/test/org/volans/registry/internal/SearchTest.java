package org.volans.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.volans.registry.internal.RegTap.tap;

import java.net.URI;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import org.volans.api.registry.RegistryConstraint.ColumnUcd;
import org.volans.api.registry.RegistryConstraint.CoverageUnknown;
import org.volans.api.registry.RegistryConstraint.Covers;
import org.volans.api.registry.RegistryConstraint.CoversNot;
import org.volans.api.registry.RegistryConstraint.DataModel;
import org.volans.api.registry.RegistryConstraint.Keywords;
import org.volans.api.registry.RegistryConstraint.Named;
import org.volans.api.registry.RegistryConstraint.ServedAt;
import org.volans.api.registry.RegistryConstraint.TableName;
import org.volans.api.registry.RegistryConstraint.Type;
import org.volans.api.registry.RegistryConstraint.Waveband;
import org.volans.api.registry.RegistryQuery;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.ServiceType;
import org.volans.sdk.testing.StubTap;

@SuppressWarnings("null")
class SearchTest {

    private static final URI REGISTRY = URI.create("http://reg.example/tap");
    private static final String TAP = "ivo://ivoa.net/std/tap";

    private final NullProgressMonitor monitor = new NullProgressMonitor();

    private List<RegistryRecord> search(StubTap tap, RegistryQuery query) throws VoException {
        return new RegTapRegistryService(tap, new Quoting()).search(REGISTRY, query, monitor);
    }

    @Test
    void asksForTheSchemaOnceAndThenOneQueryForEachSearch() throws VoException {
        StubTap tap = RegTap.registry(1, tap("ivo://a/b", "b", 0, TAP, "http://b.example/tap"));
        RegTapRegistryService service = new RegTapRegistryService(tap, new Quoting());
        service.search(REGISTRY, RegistryQuery.of(new Waveband("Radio")), monitor);
        service.search(REGISTRY, RegistryQuery.of(new Type(ServiceType.TAP)), monitor);
        assertThat(tap.asked()).hasSize(3);
        assertThat(tap.adql().stream().filter(q -> q.contains("tap_schema"))).hasSize(1);
        service.search(URI.create("http://other.example/tap"), RegistryQuery.of(), monitor);
        assertThat(tap.asked()).hasSize(5);
    }

    @Test
    void aFailedSchemaIsAskedForAgain() throws VoException {
        int[] calls = {0};
        StubTap tap = new StubTap((query, m) -> {
            if (calls[0]++ == 0) {
                throw new ServiceException(REGISTRY, 0, "connection refused", null);
            }
            return StubTap.result(
                    query.adql().contains("tap_schema") ? RegTap.version(1) : StubTap.table(RegTap.HEAD), false);
        });
        RegTapRegistryService service = new RegTapRegistryService(tap, new Quoting());
        assertThatThrownBy(() -> service.search(REGISTRY, RegistryQuery.of(), monitor))
                .isInstanceOf(ServiceException.class)
                .hasMessage("the registry http://reg.example/tap cannot be used: connection refused");
        assertThat(service.search(REGISTRY, RegistryQuery.of(), monitor)).isEmpty();
    }

    @Test
    void aServiceWithoutRegistryTablesIsNoRegistry() {
        StubTap tap = new StubTap((query, m) -> StubTap.result(
                StubTap.table(StubTap.row("table_name", "column_name"), StubTap.row("rr.resource", "ivoid")), false));
        assertThatThrownBy(() -> search(tap, RegistryQuery.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("http://reg.example/tap is a TAP service but no registry");
        assertThat(tap.asked()).hasSize(1);
    }

    @Test
    void everyWordIsJoinedAndRanked() throws VoException {
        StubTap tap = RegTap.registry(1);
        search(tap, RegistryQuery.of(new Keywords(List.of("SDSS12", " ", "O'Neill"))));
        assertThat(tap.adql().getLast())
                .contains("k0.w + k1.w AS relevance")
                .contains("AS k1 ON (k1.ivoid = s.ivoid)")
                .doesNotContain("k2")
                .contains("1 = ivo_nocasematch(table_name, '%SDSS12%')")
                .contains("1 = ivo_hasword(res_title, 'O''Neill')")
                .contains("ORDER BY relevance DESC, ivoid")
                .doesNotContain("rr.tap_table");
    }

    @Test
    void usesTheNewTablesWhereTheyAre() throws VoException {
        StubTap tap = RegTap.registry(2);
        search(tap, RegistryQuery.of(new Keywords(List.of("lolss")), new Covers(new Position(240.5, -1e-5))));
        assertThat(tap.adql().getLast())
                .contains("SELECT svcid AS ivoid, 8 AS w FROM rr.tap_table")
                .contains("SELECT ivoid FROM rr.stc_spatial WHERE 1 = CONTAINS(POINT(240.5, -0.000010), coverage)")
                .contains(", authenticated_only");
    }

    @Test
    void anOldRegistryIsNotAskedForWhatItLacks() throws VoException {
        StubTap tap = RegTap.registry(0);
        search(tap, RegistryQuery.of(new TableName("V/147/sdss12")));
        assertThat(tap.adql().getLast()).doesNotContain("authenticated_only").doesNotContain("tap_table");
        assertThatThrownBy(() -> search(tap, RegistryQuery.of(new Covers(new Position(1, 2)))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("does not say what its records cover");
    }

    @Test
    void constraintsBecomeConditions() throws VoException {
        StubTap tap = RegTap.registry(1);
        search(
                tap,
                new RegistryQuery(
                        List.of(
                                new Type(ServiceType.SIA),
                                new Waveband(" Radio"),
                                new DataModel("ObsCore"),
                                new DataModel("epntap"),
                                new ColumnUcd("phot.mag;em.opt.%"),
                                new TableName("vizier.\"V/147/sdss12\""),
                                new Named("ivo://CDS.VizieR/V/147")),
                        7));
        assertThat(tap.adql().getLast())
                .contains("SELECT TOP 7 s.ivoid AS ivoid, 0 AS relevance")
                .contains("standard_id LIKE 'ivo://ivoa.net/std/sia%'"
                        + " AND standard_id NOT LIKE 'ivo://ivoa.net/std/sia#query-%'")
                .contains("1 = ivo_hashlist_has(s.waveband, 'radio')")
                .contains("1 = ivo_nocasematch(detail_value, 'ivo://ivoa.net/std/obscore%')")
                .contains("1 = ivo_nocasematch(table_utype, 'ivo://%/std/epn%')")
                .contains("1 = ivo_nocasematch(ucd, 'phot.mag;em.opt.%')")
                .contains("1 = ivo_nocasematch(table_name, 'vizier.\"V/147/sdss12\"')")
                .contains("1 = ivo_nocasematch(table_name, 'vizier.V/147/sdss12')")
                .contains("s.ivoid = 'ivo://cds.vizier/v/147'");
    }

    @Test
    void recordsComeInOrderOfRelevance() throws VoException {
        StubTap tap = RegTap.registry(
                1,
                tap("ivo://z/low", "low", 1, TAP, "http://low.example/tap"),
                tap("ivo://z/high", "high", 9, TAP, "http://high.example/tap"),
                tap("ivo://a/low", "low2", 1, TAP, "http://low2.example/tap"));
        assertThat(search(tap, RegistryQuery.of(new Keywords(List.of("x")))))
                .extracting(RegistryRecord::ivoid)
                .containsExactly("ivo://z/high", "ivo://a/low", "ivo://z/low");
    }

    @Test
    void recordsWithoutAUsableInterfaceOfTheKindAreLeftOut() throws VoException {
        Object[] page = tap("ivo://a/page", "page", 0, TAP, "http://page.example/");
        page[8] = "vr:WebBrowser";
        StubTap tap = RegTap.registry(1, page, tap("ivo://a/tap", "tap", 0, TAP + "#aux", "http://tap.example/"));
        assertThat(search(tap, RegistryQuery.of(new Type(ServiceType.TAP))))
                .extracting(RegistryRecord::ivoid)
                .containsExactly("ivo://a/tap");
        assertThat(search(tap, RegistryQuery.of())).hasSize(2);
    }

    @Test
    void aCutAnswerIsAskedForAgainWithFewerRecords() throws VoException {
        StubTap tap = new StubTap((query, m) -> query.adql().contains("tap_schema")
                ? StubTap.result(RegTap.version(1), false)
                : StubTap.result(StubTap.table(RegTap.HEAD), query.adql().contains("TOP 1000 ")));
        search(tap, RegistryQuery.of());
        assertThat(tap.asked()).hasSize(3);
        assertThat(tap.adql().getLast()).contains("TOP 500 ");
    }

    @Test
    void aCancelledSearchAsksNobody() {
        StubTap tap = RegTap.registry(1);
        monitor.setCanceled(true);
        assertThatThrownBy(() -> search(tap, RegistryQuery.of())).isInstanceOf(OperationCanceledException.class);
        assertThat(tap.asked()).isEmpty();
    }

    @Test
    void aRegistryWithoutTablesSaysSoInsteadOfAskingForThem() {
        StubTap tap = new StubTap((query, m) -> StubTap.result(
                StubTap.table(
                        StubTap.row("table_name", "column_name"),
                        StubTap.row("rr.resource", "ivoid"),
                        StubTap.row("rr.capability", "ivoid"),
                        StubTap.row("rr.interface", "ivoid")),
                false));
        assertThatThrownBy(() -> search(tap, RegistryQuery.of(new TableName("lolss.mosaic"))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("neither rr.res_table nor rr.tap_table");
        assertThatThrownBy(() -> search(tap, RegistryQuery.of(new ColumnUcd("phot.mag%"))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no rr.table_column");
        assertThat(tap.adql()).allMatch(adql -> adql.contains("tap_schema"));
    }

    @Test
    void coverageIsInUnknownOrOutside() throws VoException {
        StubTap tap = RegTap.registry(2);
        Position position = new Position(1, 2);
        search(tap, RegistryQuery.of(new CoversNot(position)));
        assertThat(tap.adql().getLast())
                .contains("s.ivoid IN (SELECT ivoid FROM rr.stc_spatial WHERE coverage IS NOT NULL)"
                        + "\nAND NOT s.ivoid IN (SELECT ivoid FROM rr.stc_spatial"
                        + " WHERE 1 = CONTAINS(POINT(1.0, 2.0), coverage))");
        search(tap, RegistryQuery.of(new CoverageUnknown()));
        assertThat(tap.adql().getLast())
                .contains("WHERE NOT s.ivoid IN (SELECT ivoid FROM rr.stc_spatial WHERE coverage IS NOT NULL)");
        StubTap old = RegTap.registry(1);
        search(old, RegistryQuery.of(new CoverageUnknown()));
        assertThat(old.adql().getLast()).doesNotContain("stc_spatial");
        assertThatThrownBy(() -> search(old, RegistryQuery.of(new CoversNot(position))))
                .isInstanceOf(InputException.class);
        RegTapRegistryService service = new RegTapRegistryService(old, new Quoting());
        assertThat(service.statesCoverage(REGISTRY, monitor)).isFalse();
        assertThat(new RegTapRegistryService(tap, new Quoting()).statesCoverage(REGISTRY, monitor))
                .isTrue();
    }

    @Test
    void theServiceItselfIsFoundByItsUrl() throws VoException {
        StubTap tap = RegTap.registry(1);
        search(tap, RegistryQuery.of(new ServedAt(URI.create("http://a.example/it's/tap"))));
        assertThat(tap.adql().getLast())
                .contains("access_url = 'http://a.example/it''s/tap'")
                .contains("standard_id NOT LIKE '%#aux'");
    }

    @Test
    void countsInsteadOfListing() throws VoException {
        StubTap tap = RegTap.registry(1, query -> StubTap.table(StubTap.row("RECORDS"), StubTap.row((Object) 23_412L)));
        long count = new RegTapRegistryService(tap, new Quoting())
                .count(REGISTRY, List.of(new Keywords(List.of("star")), new Waveband("radio")), monitor);
        assertThat(count).isEqualTo(23_412);
        assertThat(tap.adql().getLast())
                .startsWith("SELECT COUNT(*) AS records\nFROM rr.resource AS s\nJOIN ")
                .contains("WHERE 1 = ivo_hashlist_has(s.waveband, 'radio')")
                .doesNotContain("ORDER BY");
    }
}
