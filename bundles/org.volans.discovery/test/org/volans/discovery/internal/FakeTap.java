package org.volans.discovery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.table.VotableDocument;
import org.volans.api.tap.Availability;
import org.volans.api.tap.TapCapabilities;
import org.volans.api.tap.TapExample;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;
import org.volans.api.tap.TapStored;
import org.volans.api.tap.UwsJob;
import uk.ac.starlink.table.StarTable;

/** Several TAP services that do what the test says and remember what they were asked. */
final class FakeTap implements TapService {

    /** What a service does with a query. */
    interface Answer {
        TapResult to(TapQuery query, IProgressMonitor monitor) throws VoException;
    }

    final List<TapQuery> asked = new CopyOnWriteArrayList<>();
    private final List<URI> capabilities = new CopyOnWriteArrayList<>();
    private final Map<URI, Answer> services = new ConcurrentHashMap<>();

    /** Adds a service. */
    DiscoveryRequest.Service service(String name, Answer answer) {
        URI url = URI.create("http://" + name + ".example/tap");
        services.put(url, answer);
        return new DiscoveryRequest.Service(name, "ivo://" + name + "/tap", url);
    }

    /** Does not answer before it is told to stop. */
    static <T> T hang(IProgressMonitor monitor) {
        until(() -> false, monitor);
        throw new AssertionError("not told to stop");
    }

    /** Refuses uploads, as services do that have none. */
    static Answer withoutUploads(Answer answer) {
        return (query, monitor) -> {
            if (!query.uploads().isEmpty()) {
                throw new ServiceException(query.service(), 400, "no table TAP_UPLOAD.pos", null);
            }
            return answer.to(query, monitor);
        };
    }

    /** Waits, without regard to time, and ends when it is told to stop, or the test is given up. */
    static void until(BooleanSupplier come, IProgressMonitor monitor) {
        while (!come.getAsBoolean()) {
            if (monitor.isCanceled() || Thread.currentThread().isInterrupted()) {
                throw new OperationCanceledException();
            }
            LockSupport.parkNanos(100_000);
        }
    }

    static TapResult result(StarTable table, boolean overflow) {
        return new TapResult(table, overflow, new VotableDocument(List.of(table), List.of(), List.of()));
    }

    /** The queries for matches, in order. */
    List<TapQuery> main() {
        return asked.stream().filter(query -> !Obscore.probe(query)).toList();
    }

    /** The same of one service. */
    List<TapQuery> main(DiscoveryRequest.Service service) {
        return main().stream()
                .filter(query -> query.service().equals(service.url()))
                .toList();
    }

    /** The side questions: whether there are data sets without a region. */
    List<TapQuery> side() {
        return asked.stream().filter(Obscore::probe).toList();
    }

    /** What holds however services fare: none is asked what it can do, and none is asked the side question twice. */
    void assertModest() {
        assertThat(capabilities).isEmpty();
        assertThat(side()).extracting(TapQuery::service).doesNotHaveDuplicates();
        assertThat(side()).allSatisfy(query -> {
            assertThat(query.uploads()).isEmpty();
            assertThat(query.maxrec()).hasValue(1);
        });
    }

    /** Reports show what brought the matches, or should have: never the side question. */
    static void assertMain(Collection<ServiceOutcome> outcomes) {
        assertThat(outcomes).extracting(ServiceOutcome::adql).noneMatch(Obscore::probe);
    }

    @Override
    public TapResult query(TapQuery query, IProgressMonitor monitor) throws VoException {
        asked.add(query);
        Answer answer = services.get(query.service());
        if (answer == null) {
            throw new AssertionError("nobody at " + query.service());
        }
        return answer.to(query, monitor);
    }

    @Override
    public TapStored query(TapQuery query, Path target, IProgressMonitor monitor) {
        throw new AssertionError("no files are asked for");
    }

    @Override
    public TapStored result(URI job, Path target, IProgressMonitor monitor) {
        throw new AssertionError("no files are asked for");
    }

    @Override
    public TapCapabilities capabilities(URI service, IProgressMonitor monitor) {
        capabilities.add(service);
        throw new AssertionError("capabilities are not asked for");
    }

    @Override
    public Availability availability(URI service, IProgressMonitor monitor) {
        throw new AssertionError("availability is not asked for");
    }

    @Override
    public List<SchemaMeta> schemas(URI service, IProgressMonitor monitor) {
        throw new AssertionError("schemas are not asked for");
    }

    @Override
    public TableMeta table(URI service, String table, IProgressMonitor monitor) {
        throw new AssertionError("tables are not asked for");
    }

    @Override
    public UwsJob submit(TapQuery query, IProgressMonitor monitor) {
        throw new AssertionError("no jobs are made");
    }

    @Override
    public UwsJob job(URI job, IProgressMonitor monitor) {
        throw new AssertionError("no jobs are made");
    }

    @Override
    public UwsJob await(URI job, IProgressMonitor monitor) {
        throw new AssertionError("no jobs are made");
    }

    @Override
    public TapResult result(URI job, IProgressMonitor monitor) {
        throw new AssertionError("no jobs are made");
    }

    @Override
    public UwsJob abort(URI job, IProgressMonitor monitor) {
        throw new AssertionError("no jobs are made");
    }

    @Override
    public void delete(URI job, IProgressMonitor monitor) {
        throw new AssertionError("no jobs are made");
    }

    @Override
    public List<TapExample> examples(URI service, IProgressMonitor monitor) {
        throw new AssertionError("examples are not asked for");
    }
}
