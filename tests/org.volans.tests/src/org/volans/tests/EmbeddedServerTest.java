package org.volans.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.LoggerFactory;

/** The web server is there for who starts it, only on the loopback, and costs nothing before. */
class EmbeddedServerTest {

    private final BundleContext context =
            FrameworkUtil.getBundle(EmbeddedServerTest.class).getBundleContext();
    private final Bundle server = Arrays.stream(context.getBundles())
            .filter(bundle -> "org.volans.jetty".equals(bundle.getSymbolicName()))
            .findFirst()
            .orElseThrow();
    private int before;

    @BeforeEach
    void remember() {
        before = server.getState();
    }

    @AfterEach
    void restore() throws BundleException {
        if (before != Bundle.ACTIVE) {
            server.stop(Bundle.STOP_TRANSIENT);
        }
    }

    @Test
    void startsOnDemandOnAnyFreePortOfTheLoopback() throws Exception {
        server.start(Bundle.START_TRANSIENT);
        ServiceTracker<HttpServiceRuntime, HttpServiceRuntime> runtimes =
                new ServiceTracker<>(context, HttpServiceRuntime.class, null);
        runtimes.open();
        try {
            assertThat(runtimes.waitForService(10_000)).isNotNull();
            Object endpoints = runtimes.getServiceReference().getProperty("osgi.http.endpoint");
            URI endpoint = URI.create(endpoints instanceof String[] several ? several[0] : String.valueOf(endpoints));
            assertThat(endpoint.getHost()).isEqualTo("127.0.0.1");
            assertThat(endpoint.getPort()).isPositive().isNotEqualTo(8080);
            try (HttpClient client = HttpClient.newHttpClient()) {
                int status = client.send(
                                HttpRequest.newBuilder(endpoint.resolve("/no-such-thing"))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                assertThat(status).isEqualTo(404);
            }
        } finally {
            runtimes.close();
        }
    }

    /** Through our fragment, because no service loader mediator runs. */
    @Test
    void logsThroughJavaUtilLogging() {
        assertThat(LoggerFactory.getILoggerFactory().getClass().getName()).startsWith("org.slf4j.jul.");
    }
}
