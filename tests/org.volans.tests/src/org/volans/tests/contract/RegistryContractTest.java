package org.volans.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryCursor;
import org.volans.api.registry.RegistryPage;
import org.volans.api.registry.RegistryQuery;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryService;
import org.volans.api.registry.ServiceType;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.TableMeta;

@ExtendWith(House.class)
class RegistryContractTest {

    private static final String SDSS12 = "ivo://sky.volans/vizier/v/147";

    private final RegistryService registry;
    private final Sky sky;

    RegistryContractTest(RegistryService registry, Sky sky) {
        this.registry = registry;
        this.sky = sky;
    }

    @Test
    void findsTheTutorialsPhotometryByItsKeyword() throws Exception {
        List<RegistryRecord> found = search(new RegistryConstraint.Keywords(List.of("SDSS12")));
        RegistryRecord photometry = found.stream()
                .filter(record -> record.ivoid().equals(SDSS12))
                .findFirst()
                .orElseThrow();
        Optional<RegistryRecord.Interface> access = photometry.access(ServiceType.TAP);
        assertThat(access).map(RegistryRecord.Interface::accessUrl).contains(sky.tap("vizier"));
        assertThat(access).map(RegistryRecord.Interface::auxiliary).contains(true);
    }

    @Test
    void findsTheFourRadioServicesWithObsCore() throws Exception {
        List<RegistryRecord> found = search(
                new RegistryConstraint.Type(ServiceType.TAP),
                new RegistryConstraint.DataModel("obscore"),
                new RegistryConstraint.Waveband("radio"));
        // records of data collections lead to the same services
        assertThat(found)
                .extracting(
                        record -> record.access(ServiceType.TAP).orElseThrow().accessUrl())
                .containsOnly(
                        sky.tap("astron"), sky.tap("gavo"), sky.tap("slow"), URI.create("http://127.0.0.1:9/down/tap"));
    }

    @Test
    void aSearchCostsOneQuery() throws Exception {
        search(new RegistryConstraint.Keywords(
                List.of("SDSS12"))); // what the client wants to know of the registry itself
        long mark = sky.mark();
        search(new RegistryConstraint.DataModel("obscore"), new RegistryConstraint.Waveband("radio"));
        assertThat(sky.since(mark, path -> path.startsWith("/gavo/"))).hasSize(1);
    }

    @Test
    void everyConditionMustBeMet() throws Exception {
        assertThat(search(new RegistryConstraint.Keywords(List.of("SDSS12")), new RegistryConstraint.Waveband("radio")))
                .isEmpty();
        assertThat(search(new RegistryConstraint.ColumnUcd("phot.mag;em.opt.U"), tap()))
                .extracting(RegistryRecord::ivoid)
                .contains(SDSS12);
    }

    @Test
    void knowsWhatCoversAPosition() throws Exception {
        RegistryConstraint photometry = new RegistryConstraint.Keywords(List.of("SDSS12"));
        assertThat(search(photometry, new RegistryConstraint.Covers(new Position(240.484, 46.768))))
                .extracting(RegistryRecord::ivoid)
                .contains(SDSS12);
        assertThat(search(photometry, new RegistryConstraint.Covers(new Position(10, -30))))
                .isEmpty();
    }

    @Test
    void everyRecordCoversAPositionOrDoesNotOrDoesNotSay() throws Exception {
        Position position = new Position(10, -30);
        NullProgressMonitor monitor = new NullProgressMonitor();
        assertThat(registry.statesCoverage(sky.registry(), monitor)).isTrue();
        assertThat(search(new RegistryConstraint.CoversNot(position)))
                .extracting(RegistryRecord::ivoid)
                .contains(SDSS12);
        assertThat(search(new RegistryConstraint.CoverageUnknown()))
                .extracting(RegistryRecord::ivoid)
                .contains("ivo://sky.volans/vizier/tap")
                .doesNotContain(SDSS12);
        long parts = 0;
        for (RegistryConstraint part : List.of(
                new RegistryConstraint.Covers(position),
                new RegistryConstraint.CoversNot(position),
                new RegistryConstraint.CoverageUnknown())) {
            parts += registry.count(sky.registry(), List.of(part), monitor);
        }
        assertThat(registry.count(sky.registry(), List.of(), monitor)).isEqualTo(parts);
    }

    @Test
    void pagesGiveTheSameAsASearchAtOnce() throws Exception {
        RegistryConstraint keyword = new RegistryConstraint.Keywords(List.of("sky"));
        for (List<RegistryConstraint> constraints : List.of(List.of(keyword), List.<RegistryConstraint>of())) {
            List<String> found = new ArrayList<>();
            Optional<RegistryCursor> next = Optional.empty();
            do {
                RegistryPage page = registry.page(
                        sky.registry(), new RegistryQuery(constraints, 3), next, new NullProgressMonitor());
                page.records().forEach(r -> found.add(r.ivoid()));
                next = page.next();
            } while (next.isPresent());
            assertThat(found)
                    .containsExactlyElementsOf(search(constraints.toArray(RegistryConstraint[]::new)).stream()
                            .map(RegistryRecord::ivoid)
                            .toList());
        }
    }

    @Test
    void knowsTheServiceBehindSharedData() throws Exception {
        assertThat(search(new RegistryConstraint.ServedAt(sky.tap("vizier"))))
                .extracting(RegistryRecord::ivoid)
                .containsExactly("ivo://sky.volans/vizier/tap");
    }

    @Test
    void showsARecordWithItsTablesAndUcds() throws Exception {
        RegistryRecord record = registry.show(sky.registry(), SDSS12, new NullProgressMonitor());
        assertThat(record.shortName()).isEqualTo("V/147");
        assertThat(record.wavebands()).containsExactly("optical");
        assertThat(record.subjects()).isNotEmpty();
        List<TableMeta> tables = registry.tables(sky.registry(), SDSS12, new NullProgressMonitor());
        assertThat(tables).extracting(TableMeta::name).containsExactly("\"V/147/sdss12\"");
        assertThat(tables.get(0).columns())
                .filteredOn(c -> c.ucd().toString().startsWith("phot.mag;"))
                .extracting(ColumnMeta::name)
                .contains("umag", "gmag", "rmag", "imag");
    }

    @Test
    void resolvesWhatUsersCallAService() throws Exception {
        URI astron = sky.tap("astron");
        for (String name : List.of("Sky ASTRON TAP", "ivo://sky.volans/astron/tap", astron.toString())) {
            assertThat(registry.resolve(sky.registry(), name, ServiceType.TAP, new NullProgressMonitor()))
                    .as(name)
                    .isEqualTo(astron);
        }
    }

    @Test
    void namesWhatItDoesNotKnow() {
        assertThatThrownBy(() ->
                        registry.resolve(sky.registry(), "No Such Service", ServiceType.TAP, new NullProgressMonitor()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("No Such Service")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> registry.show(sky.registry(), "ivo://sky.volans/nobody", new NullProgressMonitor()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("ivo://sky.volans/nobody");
    }

    private static RegistryConstraint tap() {
        return new RegistryConstraint.Type(ServiceType.TAP);
    }

    private List<RegistryRecord> search(RegistryConstraint... constraints) throws Exception {
        return registry.search(sky.registry(), RegistryQuery.of(constraints), new NullProgressMonitor());
    }
}
