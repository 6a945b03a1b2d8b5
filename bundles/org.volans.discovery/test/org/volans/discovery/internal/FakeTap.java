package org.volans.discovery.internal;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.VoException;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.table.VotableDocument;
import org.volans.api.tap.Availability;
import org.volans.api.tap.TapCapabilities;
import org.volans.api.tap.TapExample;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;
import org.volans.api.tap.UwsJob;
import uk.ac.starlink.table.StarTable;

/** Several TAP services that do what the test says and remember what they were asked. */
final class FakeTap implements TapService {

    /** What a service does when it is asked for its capabilities. */
    interface Capable {
        TapCapabilities say(IProgressMonitor monitor) throws VoException;
    }

    /** What a service does with a query. */
    interface Answer {
        TapResult to(TapQuery query, IProgressMonitor monitor) throws VoException;
    }

    private record Behaviour(Capable capable, Answer answer) {}

    static final Capable UPLOADS = monitor -> capabilities("ivo://ivoa.net/std/TAPRegExt#upload-inline");
    static final Capable NO_UPLOADS = monitor -> capabilities();

    final List<TapQuery> asked = new CopyOnWriteArrayList<>();
    private final Map<URI, Behaviour> services = new ConcurrentHashMap<>();

    /** Adds a service. */
    DiscoveryRequest.Service service(String name, Capable capable, Answer answer) {
        URI url = URI.create("http://" + name + ".example/tap");
        services.put(url, new Behaviour(capable, answer));
        return new DiscoveryRequest.Service(name, "ivo://" + name + "/tap", url);
    }

    /** Does not answer before it is told to stop. */
    static <T> T hang(IProgressMonitor monitor) {
        while (!monitor.isCanceled()) {
            LockSupport.parkNanos(100_000);
        }
        throw new OperationCanceledException();
    }

    static TapCapabilities capabilities(String... uploadMethods) {
        return new TapCapabilities(
                List.of(),
                List.of(),
                List.of(uploadMethods),
                List.of(),
                List.of(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                "");
    }

    static TapResult result(StarTable table, boolean overflow) {
        return new TapResult(table, overflow, new VotableDocument(List.of(table), List.of(), List.of()));
    }

    List<String> adql(DiscoveryRequest.Service service) {
        return asked.stream()
                .filter(q -> q.service().equals(service.url()))
                .map(TapQuery::adql)
                .toList();
    }

    private Behaviour at(URI url) {
        Behaviour behaviour = services.get(url);
        if (behaviour == null) {
            throw new AssertionError("nobody at " + url);
        }
        return behaviour;
    }

    @Override
    public TapResult query(TapQuery query, IProgressMonitor monitor) throws VoException {
        asked.add(query);
        return at(query.service()).answer.to(query, monitor);
    }

    @Override
    public TapCapabilities capabilities(URI service, IProgressMonitor monitor) throws VoException {
        return at(service).capable.say(monitor);
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
