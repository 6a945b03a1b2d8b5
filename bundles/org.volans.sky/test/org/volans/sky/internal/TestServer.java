package org.volans.sky.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.MultipartConfigElement;
import java.net.URI;
import java.util.EnumSet;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Serves a site on the loopback without OSGi, on the same Jetty that the whiteboard uses. */
public final class TestServer implements AutoCloseable {

    /** Kept, since a logger that nobody holds forgets its level; closing while a client listens is worth no warning here. */
    private static final Logger LOG = Logger.getLogger("org.eclipse.jetty");

    private final Server server = new Server();
    private final SkySite site;
    private final URI base;

    /**
     * Starts it.
     *
     * @param port 0 for a free one
     * @param make makes the site for its root
     */
    public TestServer(int port, Function<URI, SkySite> make) throws Exception {
        LOG.setLevel(Level.OFF);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setUriCompliance(UriCompliance.LEGACY);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.open();
        server.addConnector(connector);
        base = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
        site = make.apply(base);
        ServletContextHandler context = new ServletContextHandler("/");
        FilterHolder filter = new FilterHolder(site.log().filter());
        filter.setAsyncSupported(true);
        context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
        for (SkyServlet servlet : site.servlets()) {
            ServletHolder holder = new ServletHolder(servlet.servlet());
            holder.setAsyncSupported(true);
            holder.getRegistration().setMultipartConfig(new MultipartConfigElement(""));
            context.addServlet(holder, servlet.pattern());
        }
        server.setHandler(context);
        server.start();
    }

    public URI base() {
        return base;
    }

    public SkySite site() {
        return site;
    }

    @Override
    public void close() throws Exception {
        site.close();
        server.stop();
    }
}
