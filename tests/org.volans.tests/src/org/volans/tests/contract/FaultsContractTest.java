package org.volans.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryQuery;
import org.volans.api.registry.RegistryService;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapService;

/** Services that misbehave: one line that names the service and says what is wrong with it. */
@ExtendWith(House.class)
class FaultsContractTest {

    private static final URI DOWN = URI.create("http://127.0.0.1:9/down/tap");

    private final TapService tap;
    private final RegistryService registry;
    private final DatalinkService datalink;
    private final Sky sky;

    FaultsContractTest(TapService tap, RegistryService registry, DatalinkService datalink, Sky sky) {
        this.tap = tap;
        this.registry = registry;
        this.datalink = datalink;
        this.sky = sky;
    }

    @ParameterizedTest
    @CsvSource({
        "html, HTML",
        "error500, The database did not answer",
        "truncated, ''",
        "votable-error, the disk of this service is full",
        "empty, empty",
    })
    void aQueryFailsInOneLine(String kind, String words) {
        assertOneLine(catchThrowable(() -> tap.query(query(kind), new NullProgressMonitor())), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "error500", "truncated", "empty"})
    void capabilitiesFailInOneLine(String kind) {
        assertOneLine(catchThrowable(() -> tap.capabilities(sky.fault(kind), new NullProgressMonitor())), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "error500", "truncated", "votable-error", "empty"})
    void aJobFailsInOneLine(String kind) {
        assertOneLine(catchThrowable(() -> tap.submit(query(kind), new NullProgressMonitor())), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "error500", "truncated", "votable-error", "empty"})
    void aRegistryThatIsNoneFailsInOneLine(String kind) {
        RegistryQuery query = RegistryQuery.of(new RegistryConstraint.Keywords(List.of("SDSS12")));
        assertOneLine(catchThrowable(() -> registry.search(sky.fault(kind), query, new NullProgressMonitor())), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "error500", "truncated", "empty"})
    void linksFailInOneLine(String kind) {
        LinksRequest request = LinksRequest.of(sky.fault(kind), List.of("ivo://an/id"));
        assertOneLine(catchThrowable(() -> datalink.links(request, new NullProgressMonitor())), "");
    }

    @Test
    void aServiceThatIsDownIsNamed() {
        assertThatThrownBy(() -> tap.query(TapQuery.of(DOWN, "SELECT 1 FROM t"), new NullProgressMonitor()))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("127.0.0.1:9")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aHostThatDoesNotExistIsNamed() {
        URI nowhere = URI.create("http://no-such-host.invalid/tap");
        assertThatThrownBy(() -> tap.query(TapQuery.of(nowhere, "SELECT 1 FROM t"), new NullProgressMonitor()))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("no-such-host.invalid");
    }

    @Test
    void aServiceThatHangsIsGivenUpOnAfterTheTimeout() {
        assertThatThrownBy(() -> tap.query(query("hang").timeout(Duration.ofSeconds(1)), new NullProgressMonitor()))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("127.0.0.1")
                .hasMessageNotContaining("\n");
    }

    /** Long before the timeout, and before the service answers. */
    @Test
    void cancellingEndsAnExchangeAtOnce() throws Exception {
        NullProgressMonitor monitor = new NullProgressMonitor();
        long mark = sky.mark();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> asked = threads.submit(() -> tap.query(query("hang").timeout(Duration.ofMinutes(5)), monitor));
            while (sky.mark() == mark) {
                Thread.onSpinWait(); // until the request has arrived
            }
            monitor.setCanceled(true);
            assertThatThrownBy(() -> asked.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(OperationCanceledException.class);
        }
    }

    private TapQuery query(String kind) {
        return TapQuery.of(sky.fault(kind), "SELECT 1 FROM t").timeout(Duration.ofSeconds(20));
    }

    private static void assertOneLine(Throwable fault, String words) {
        assertThat(fault).isInstanceOf(VoException.class);
        assertThat(fault.getMessage())
                .isNotBlank()
                .contains("127.0.0.1")
                .contains(words)
                .doesNotContain("\n", "Exception", "<");
    }
}
