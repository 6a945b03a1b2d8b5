package org.volans.discovery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.sdk.testing.StubTap;

/** Several TAP services that do what the test says and remember what they were asked. */
final class FakeTap {

    private final Map<URI, StubTap.Answer> services = new ConcurrentHashMap<>();
    private final StubTap client = new StubTap(this::answer);

    /** To ask them by. */
    StubTap client() {
        return client;
    }

    private TapResult answer(TapQuery query, IProgressMonitor monitor) throws VoException {
        StubTap.Answer answer = services.get(query.service());
        if (answer == null) {
            throw new AssertionError("nobody at " + query.service());
        }
        return answer.to(query, monitor);
    }

    /** Adds a service. */
    DiscoveryRequest.Service service(String name, StubTap.Answer answer) {
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
    static StubTap.Answer withoutUploads(StubTap.Answer answer) {
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

    /** The queries for matches, in order. */
    List<TapQuery> main() {
        return client.asked().stream().filter(query -> !Obscore.probe(query)).toList();
    }

    /** The same of one service. */
    List<TapQuery> main(DiscoveryRequest.Service service) {
        return main().stream()
                .filter(query -> query.service().equals(service.url()))
                .toList();
    }

    /** The side questions: whether there are data sets without a region. */
    List<TapQuery> side() {
        return client.asked().stream().filter(Obscore::probe).toList();
    }

    /** What holds however services fare: none is asked what it can do, and none is asked the side question twice. */
    void assertModest() {
        assertThat(client.refused()).isEmpty();
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
}
