package org.volans.sky.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.adql.AdqlEngine;
import org.volans.api.adql.AdqlService;
import org.volans.api.image.ImageService;
import org.volans.api.sky.EmbeddedSky;
import org.volans.api.sky.RunningSky;
import org.volans.sky.internal.data.TutorialContent;
import org.volans.sky.internal.data.TutorialTables;
import uk.ac.starlink.table.StarTable;

/** The embedded sky on the framework's web server. Several who start it share one; the last to close it stops it. */
@Component
public final class SkyComponent implements EmbeddedSky {

    private final BundleContext context;
    private final AdqlEngine engine;
    private final AdqlService adql;
    private final ImageService images;
    private final List<Running> handles = new ArrayList<>();
    private final List<AutoCloseable> parts = new ArrayList<>();

    /**
     * Starts nothing.
     *
     * @param context of this bundle
     * @param engine  runs the queries
     * @param adql    knows which names must be delimited
     * @param images  makes cutouts and previews
     */
    @Activate
    public SkyComponent(
            BundleContext context,
            @Reference AdqlEngine engine,
            @Reference AdqlService adql,
            @Reference ImageService images) {
        this.context = context;
        this.engine = engine;
        this.adql = adql;
        this.images = images;
    }

    @Override
    public synchronized RunningSky start(int port, IProgressMonitor monitor) throws InputException {
        if (handles.isEmpty()) {
            Running first = launch(port, monitor);
            handles.add(first);
            return first;
        }
        Running shared = handles.getFirst();
        if (port != 0 && port != shared.base().getPort()) {
            throw new InputException("the embedded sky runs at port "
                    + shared.base().getPort() + " already; ask for that port or for any (0), not for " + port);
        }
        Running another = new Running(shared.base(), shared.registry());
        handles.add(another);
        return another;
    }

    private Running launch(int port, IProgressMonitor monitor) throws InputException {
        WhiteboardServer server = new WhiteboardServer(context, port);
        boolean complete = false;
        try {
            TutorialContent content = new TutorialContent(TutorialContent.defaultFolder(), images, monitor);
            SkySite site = new SkySite(content, server.base(), engine, adql::quote, jobFolder(), Clock.systemUTC());
            server.serve(site);
            parts.add(site);
            parts.add(server);
            complete = true;
            return new Running(server.base(), site.registry());
        } finally {
            if (!complete) {
                server.close();
            }
        }
    }

    private static Path jobFolder() throws InputException {
        try {
            return Files.createTempDirectory("volans-sky-");
        } catch (IOException e) {
            throw new InputException("the embedded sky cannot make a temporary folder: " + e.getMessage(), e);
        }
    }

    private synchronized void release(Running handle) {
        if (handles.remove(handle) && handles.isEmpty()) {
            stop();
        }
    }

    private void stop() {
        // the site first: requests that wait for it end, and the server need not wait for them
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("the embedded sky does not stop: " + e.getMessage(), e);
            }
        }
        parts.clear();
    }

    /** Stops what is still running. */
    @Deactivate
    synchronized void deactivate() {
        handles.clear();
        stop();
    }

    @Override
    public StarTable tutorialObjects() {
        return TutorialTables.objects();
    }

    @Override
    public StarTable publishedAnswer() {
        return TutorialTables.publishedAnswer();
    }

    /** One of those who share the sky. */
    private final class Running implements RunningSky {

        private final URI base;
        private final URI registry;

        Running(URI base, URI registry) {
            this.base = base;
            this.registry = registry;
        }

        @Override
        public URI base() {
            return base;
        }

        @Override
        public URI registry() {
            return registry;
        }

        @Override
        public void close() {
            release(this);
        }
    }
}
