package org.volans.sky.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.volans.api.adql.AdqlEngine;
import org.volans.sky.internal.registry.RegTap;
import org.volans.sky.internal.tap.TapCentre;
import org.volans.sky.internal.tap.TapServlet;

/**
 * All that the sky serves at one root, as servlets that any servlet container can run. Nothing is made before it is asked for.
 * Safe for concurrent use.
 */
public final class SkySite implements AutoCloseable {

    private final List<SkyServlet> servlets = new ArrayList<>();
    private final List<TapServlet> services = new ArrayList<>();
    private final RequestLog log = new RequestLog();
    private final Path folder;
    private final URI registry;

    /**
     * A site at a root.
     *
     * @param base   the root, ending in a slash
     * @param quote  writes a column's name as ADQL must
     * @param folder for results of jobs; made and deleted by this
     */
    public SkySite(
            SkyContent content, URI base, AdqlEngine engine, UnaryOperator<String> quote, Path folder, Clock clock) {
        this.folder = folder;
        List<DataCentre> centres = content.centres(base);
        String host = centres.stream()
                .filter(DataCentre::registry)
                .map(DataCentre::path)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no centre hosts the registry"));
        registry = base.resolve(host + "/tap");
        for (DataCentre centre : centres) {
            TapCentre tap = centre.registry()
                    ? new TapCentre(withRegistry(centre, centres, base), base, RegTap.keys(), engine, quote)
                    : new TapCentre(centre, base, List.of(), engine, quote);
            TapServlet servlet = new TapServlet(tap, folder.resolve(centre.path()), clock);
            services.add(servlet);
            servlets.add(new SkyServlet("/" + centre.path() + "/tap/*", servlet));
        }
        servlets.addAll(content.servlets(base));
        servlets.add(new SkyServlet("/_fault/*", new FaultServlet()));
        servlets.add(log.servlet());
    }

    private static DataCentre withRegistry(DataCentre centre, List<DataCentre> all, URI base) {
        List<SkyTable> tables = new ArrayList<>(centre.tables());
        tables.addAll(RegTap.tables(all, base));
        List<SkyExample> examples = new ArrayList<>(centre.examples());
        examples.add(new SkyExample(
                "obscore-services",
                "Radio services with ObsCore",
                "Access URLs of the TAP services in the radio that have the ObsCore data model.",
                """
                SELECT DISTINCT short_name, access_url
                FROM rr.resource
                NATURAL JOIN rr.capability
                NATURAL JOIN rr.interface
                NATURAL JOIN rr.res_detail
                WHERE standard_id = 'ivo://ivoa.net/std/tap'
                  AND 1 = ivo_hashlist_has(waveband, 'radio')
                  AND detail_xpath = '/capability/dataModel/@ivo-id'
                  AND 1 = ivo_nocasematch(detail_value, 'ivo://ivoa.net/std/obscore%')"""));
        return new DataCentre(
                centre.path(),
                centre.ivoid(),
                centre.shortName(),
                centre.title(),
                centre.description(),
                centre.wavebands(),
                centre.subjects(),
                tables,
                centre.delay(),
                centre.obscore(),
                true,
                examples,
                centre.catalogues());
    }

    /** Everything there is to serve; all of them take asynchronous requests and bodies of several parts. */
    public List<SkyServlet> servlets() {
        return List.copyOf(servlets);
    }

    /** Counts the requests; to be put before all servlets. */
    public RequestLog log() {
        return log;
    }

    /** The access URL of the registry's TAP service. */
    public URI registry() {
        return registry;
    }

    /** Ends jobs and waits, closes the engines, deletes the folder. */
    @Override
    public void close() {
        services.forEach(TapServlet::close);
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
