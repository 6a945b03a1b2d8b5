package org.volans.tour.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cutout.ServiceTable;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.registry.RegistryService;
import org.volans.api.table.TableMeta;
import org.volans.api.tap.TapService;

@SuppressWarnings("null")
class TableLocatorTest {

    private static final URI REGISTRY = URI.create("http://reg.example/tap");

    private final Step step = new Step("sources", "Find", System.nanoTime());

    /** A registry that knows no tables; a service at {@code silent} says nothing until it is let go. */
    private ServiceTable locate(Duration timeout, String... hosts) throws VoException {
        RegistryService registry = (RegistryService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RegistryService.class}, (proxy, method, args) -> {
                    throw new InputException("the registry does not say what tables its records have");
                });
        TapService tap = (TapService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TapService.class}, (proxy, method, args) -> {
                    if (((URI) args[0]).getHost().equals("silent")) {
                        untilCancelled((IProgressMonitor) args[2]);
                    }
                    return new TableMeta((String) args[1], "", "", "table", "", List.of());
                });
        Inquiry inquiry = new Inquiry(REGISTRY, timeout, step);
        List<DiscoveryRequest.Service> near = List.of(hosts).stream()
                .map(host -> new DiscoveryRequest.Service(host, "", URI.create("http://" + host + "/tap")))
                .toList();
        return new TableLocator(registry, tap, inquiry).locate("a.b", near, new NullProgressMonitor());
    }

    private static void untilCancelled(IProgressMonitor monitor) throws InterruptedException {
        CountDownLatch nothing = new CountDownLatch(1);
        while (!monitor.isCanceled()) {
            nothing.await(1, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        throw new OperationCanceledException();
    }

    @Test
    void aRegistryThatKnowsNoTablesLeavesTheServicesToBeAsked() throws VoException {
        assertThat(locate(Duration.ofMinutes(5), "silent", "good").name()).isEqualTo("good");
        assertThat(step.warnings()).containsExactly("the registry does not say what tables its records have");
    }

    @Test
    void aServiceThatSaysNothingIsLetGo() {
        assertThatThrownBy(() -> locate(Duration.ofMillis(50), "silent"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has a table a.b");
        assertThat(step.warnings()).anyMatch(w -> w.startsWith("not every service said"));
    }
}
