package org.volans.sky.internal;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.service.environment.EnvironmentInfo;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.HttpServiceRuntimeConstants;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.util.tracker.ServiceTracker;
import org.volans.api.InputException;

/**
 * The framework's web server, started when it is needed: the bundle is never marked as started, so that it costs nothing the
 * next time. One that somebody else has started is used and left running.
 */
final class WhiteboardServer implements AutoCloseable {

    private static final String BUNDLE = "org.volans.jetty";
    private static final String HOST = "127.0.0.1";
    private static final long PATIENCE = 30_000;

    private final BundleContext context;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final Bundle bundle;
    private final boolean ours;
    private final URI base;

    /**
     * Starts it.
     *
     * @param port 0 for a free one
     * @throws InputException when the port is taken or there is no web server
     */
    WhiteboardServer(BundleContext context, int port) throws InputException {
        this.context = context;
        bundle = Arrays.stream(context.getBundles())
                .filter(b -> BUNDLE.equals(b.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "the embedded sky needs the bundle " + BUNDLE + ", which this installation lacks"));
        ours = bundle.getState() != Bundle.ACTIVE;
        if (ours) {
            demandFree(port);
            start(port);
        }
        boolean started = false;
        try {
            base = endpoint();
            if (port != 0 && base.getPort() != port) {
                throw new InputException("the web server of this Volans runs at port " + base.getPort()
                        + " already; ask for that port or for any (0), not for " + port);
            }
            started = true;
        } finally {
            if (!started) {
                stop();
            }
        }
    }

    /** The root, ending in a slash. */
    URI base() {
        return base;
    }

    private static void demandFree(int port) throws InputException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(
                    "the embedded sky cannot listen at port " + port + " (" + e.getMessage()
                            + "); give another, or 0 for a free one",
                    e);
        }
    }

    private void start(int port) throws InputException {
        ServiceReference<EnvironmentInfo> reference = context.getServiceReference(EnvironmentInfo.class);
        EnvironmentInfo environment = context.getService(reference);
        try {
            environment.setProperty("org.osgi.service.http.port", Integer.toString(port));
            environment.setProperty("org.apache.felix.http.host", HOST);
            // names of tables may hold slashes, which clients encode in /tables/<name>
            environment.setProperty("org.eclipse.jetty.UriComplianceMode", "LEGACY");
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            throw new InputException("the web server does not start: " + e.getMessage(), e);
        } finally {
            context.ungetService(reference);
        }
    }

    /** Waits for the server to say where it listens. */
    private URI endpoint() throws InputException {
        String property = HttpServiceRuntimeConstants.HTTP_SERVICE_ENDPOINT;
        ServiceTracker<HttpServiceRuntime, HttpServiceRuntime> tracker;
        try {
            tracker = new ServiceTracker<>(
                    context,
                    context.createFilter(
                            "(&(objectClass=" + HttpServiceRuntime.class.getName() + ")(" + property + "=http:*))"),
                    null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the filter is a constant and well-formed", e);
        }
        tracker.open();
        try {
            if (tracker.waitForService(PATIENCE) == null) {
                throw new InputException("the web server says nowhere that it listens");
            }
            return first(tracker.getServiceReference().getProperty(property));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        } finally {
            tracker.close();
        }
    }

    /** One text, several or a collection (OSGi Compendium 8.1, section 140.9). */
    private static URI first(@Nullable Object endpoints) throws InputException {
        List<?> all = switch (endpoints) {
            case Object[] array -> Arrays.asList(array);
            case Iterable<?> several -> {
                List<Object> list = new ArrayList<>();
                several.forEach(list::add);
                yield list;
            }
            case null -> List.of();
            default -> List.of(endpoints);
        };
        URI root = all.stream()
                .map(String::valueOf)
                .filter(e -> e.startsWith("http:"))
                .findFirst()
                .map(URI::create)
                .orElseThrow(() -> new InputException("the web server listens nowhere"));
        return URI.create("http://" + HOST + ":" + root.getPort() + "/");
    }

    /** Puts a site on the whiteboard; once this returns it answers. */
    void serve(SkySite site) {
        Dictionary<String, Object> filter = new Hashtable<>();
        filter.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_PATTERN, "/*");
        filter.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_ASYNC_SUPPORTED, true);
        registrations.add(context.registerService(Filter.class, site.log().filter(), filter));
        for (SkyServlet servlet : site.servlets()) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_NAME, "sky " + servlet.pattern());
            properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_PATTERN, servlet.pattern());
            properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_ASYNC_SUPPORTED, true);
            properties.put(HttpWhiteboardConstants.HTTP_WHITEBOARD_SERVLET_MULTIPART_ENABLED, true);
            registrations.add(context.registerService(Servlet.class, servlet.servlet(), properties));
        }
    }

    /** Takes everything off the whiteboard, and stops the server if this started it. */
    @Override
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
        registrations.clear();
        stop();
    }

    private void stop() {
        if (ours) {
            try {
                bundle.stop(Bundle.STOP_TRANSIENT);
            } catch (BundleException e) {
                throw new IllegalStateException("the web server does not stop: " + e.getMessage(), e);
            }
        }
    }
}
