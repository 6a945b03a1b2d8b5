package org.volans.registry.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryCursor;
import org.volans.api.registry.RegistryPage;
import org.volans.api.registry.RegistryQuery;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryService;
import org.volans.api.registry.ServiceType;
import org.volans.api.table.TableMeta;

class SearchTest {

    private static final URI ENDPOINT = URI.create("http://reg.example/tap");

    /** So many records without a position; with one, 3 that cover it, 2 that do not say, 7 that do not. */
    private static class Fake implements RegistryService {
        final List<Integer> sizes = new ArrayList<>();
        final int records;
        final boolean coverage;
        int failAt = Integer.MAX_VALUE;

        Fake(int records, boolean coverage) {
            this.records = records;
            this.coverage = coverage;
        }

        private int there(List<RegistryConstraint> constraints) {
            return switch (constraints.getLast()) {
                case RegistryConstraint.Covers c -> 3;
                case RegistryConstraint.CoverageUnknown u -> coverage ? 2 : 12;
                case RegistryConstraint.CoversNot n -> 7;
                default -> records;
            };
        }

        @Override
        public RegistryPage page(
                URI registry, RegistryQuery query, Optional<RegistryCursor> after, IProgressMonitor monitor)
                throws VoException {
            if (sizes.size() == failAt) {
                throw new ServiceException(registry, 0, "gone", null);
            }
            sizes.add(query.limit());
            int from = after.map(RegistryCursor::relevance).orElse(0);
            int to = Math.min(there(query.constraints()), from + query.limit());
            String kind = query.constraints().getLast().getClass().getSimpleName();
            List<RegistryRecord> page = IntStream.range(from, to)
                    .mapToObj(n -> Records.tap(kind + n, List.of(), ""))
                    .toList();
            return new RegistryPage(
                    page,
                    to < there(query.constraints())
                            ? Optional.of(new RegistryCursor(to, "ivo://x"))
                            : Optional.empty());
        }

        @Override
        public long count(URI registry, List<RegistryConstraint> constraints, IProgressMonitor monitor) {
            return there(constraints);
        }

        @Override
        public boolean statesCoverage(URI registry, IProgressMonitor monitor) {
            return coverage;
        }

        @Override
        public List<URI> publicEndpoints() {
            return List.of();
        }

        @Override
        public List<RegistryRecord> search(URI registry, RegistryQuery query, IProgressMonitor monitor) {
            throw new AssertionError("pages are asked for");
        }

        @Override
        public RegistryRecord show(URI registry, String ivoid, IProgressMonitor monitor) {
            throw new AssertionError("not asked for");
        }

        @Override
        public List<TableMeta> tables(URI registry, String ivoid, IProgressMonitor monitor) {
            throw new AssertionError("not asked for");
        }

        @Override
        public URI resolve(URI registry, String service, ServiceType type, IProgressMonitor monitor) {
            throw new AssertionError("not asked for");
        }
    }

    private final NullProgressMonitor monitor = new NullProgressMonitor();
    private final List<Integer> seen = new ArrayList<>();

    private Search search(Fake fake, Criteria asked) {
        return new Search(fake, ENDPOINT, asked);
    }

    private void run(Search search, int more) throws VoException {
        search.run(more, () -> seen.add(search.state().hits().size()), monitor);
    }

    @Test
    void aFewRecordsCostOneQuestion() throws VoException {
        Fake fake = new Fake(12, true);
        Search search = search(fake, Criteria.NOTHING.withKeywords("x"));
        run(search, 1000);
        assertThat(fake.sizes).hasSize(1);
        assertThat(search.state().complete()).isTrue();
        assertThat(search.state().total()).hasValue(12);
    }

    @Test
    void theFirstRowsArriveBeforeTheLastAreAskedFor() throws VoException {
        Fake fake = new Fake(2500, true);
        Search search = search(fake, Criteria.NOTHING.withKeywords("x"));
        run(search, 1000);
        assertThat(seen).containsExactly(50, 300, 1000);
        assertThat(search.state().complete()).isFalse();
        assertThat(search.state().total()).hasValue(2500);
        run(search, 10_000);
        assertThat(search.state().hits()).hasSize(2500).doesNotHaveDuplicates();
        assertThat(search.state().complete()).isTrue();
    }

    @Test
    void coverageComesInGroups() throws VoException {
        Search search = search(new Fake(0, true), new Criteria("x", "10 20", java.util.Map.of()));
        run(search, 1000);
        assertThat(search.state().hits())
                .extracting(Hit::coverage)
                .containsExactly(
                        Hit.Coverage.COVERS,
                        Hit.Coverage.COVERS,
                        Hit.Coverage.COVERS,
                        Hit.Coverage.UNKNOWN,
                        Hit.Coverage.UNKNOWN);
        assertThat(search.state().outside()).hasValue(7);
        assertThat(search.state().silent()).isFalse();
    }

    @Test
    void aRegistryWithoutCoverageMakesAllUnknown() throws VoException {
        Search search = search(new Fake(0, false), new Criteria("x", "10 20", java.util.Map.of()));
        run(search, 1000);
        assertThat(search.state().hits()).hasSize(12).allMatch(h -> h.coverage() == Hit.Coverage.UNKNOWN);
        assertThat(search.state().outside()).isEmpty();
        assertThat(search.state().silent()).isTrue();
    }

    @Test
    void afterAFailureItGoesOnWhereItWas() throws VoException {
        Fake fake = new Fake(400, true);
        fake.failAt = 1;
        Search search = search(fake, Criteria.NOTHING.withKeywords("x"));
        assertThatThrownBy(() -> run(search, 1000)).hasMessage("gone");
        assertThat(search.state().hits()).hasSize(50);
        fake.failAt = Integer.MAX_VALUE;
        run(search, 1000);
        assertThat(search.state().hits()).hasSize(400).doesNotHaveDuplicates();
    }
}
