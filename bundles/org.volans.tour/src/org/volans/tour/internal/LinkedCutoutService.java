package org.volans.tour.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.OutputException;
import org.volans.api.VoException;
import org.volans.api.adql.AdqlService;
import org.volans.api.cutout.CutoutService;
import org.volans.api.cutout.CuttableImage;
import org.volans.api.cutout.NearbySource;
import org.volans.api.cutout.PositionCutout;
import org.volans.api.cutout.ServiceTable;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.SodaService;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.discovery.DiscoveryService;
import org.volans.api.geometry.Position;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.registry.RegistryService;
import org.volans.api.tap.TapService;

/** From positions over catalogues, images and their links to cutout services. */
@Component
public final class LinkedCutoutService implements CutoutService {

    private record Scope(URI registry, String waveband) {}

    private final RegistryService registry;
    private final TapService tap;
    private final AdqlService adql;
    private final DiscoveryService discovery;
    private final DatalinkService datalink;
    private final SodaService soda;
    private final Map<Scope, CutoutHere> scopes = new ConcurrentHashMap<>();

    /** Called by DS. */
    @Activate
    public LinkedCutoutService(
            @Reference RegistryService registry,
            @Reference TapService tap,
            @Reference AdqlService adql,
            @Reference DiscoveryService discovery,
            @Reference DatalinkService datalink,
            @Reference SodaService soda) {
        this.registry = registry;
        this.tap = tap;
        this.adql = adql;
        this.discovery = discovery;
        this.datalink = datalink;
        this.soda = soda;
    }

    @Override
    public PositionCutout cutoutHere(
            Position position, String waveband, double radius, Path file, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException {
        Scope scope = new Scope(inquiry.registry(), waveband.strip().toLowerCase(Locale.ROOT));
        return scopes.computeIfAbsent(scope, s -> new CutoutHere(registry, discovery, this, s.waveband()))
                .cut(position, radius, file, inquiry, monitor);
    }

    @Override
    public ServiceTable locate(
            String table, List<DiscoveryRequest.Service> near, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException {
        return new TableLocator(registry, tap, inquiry).locate(table, near, monitor);
    }

    @Override
    public List<ServiceTable> catalogues(DiscoveryRequest.Service service, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException {
        return new CatalogueFinder(tap, inquiry).find(service, monitor);
    }

    @Override
    public List<Optional<NearbySource>> sources(
            ServiceTable catalogue, List<Position> positions, double radius, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException {
        return new SourceFinder(tap, adql, catalogue, radius, inquiry).find(positions, monitor);
    }

    @Override
    public List<CuttableImage> images(
            ServiceTable table, List<Position> positions, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException {
        return new Mosaics(tap, datalink, soda, inquiry).find(table, positions, monitor);
    }

    @Override
    public List<CuttableImage> images(DiscoveryReport report, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException {
        return new Mosaics(tap, datalink, soda, inquiry).of(report, monitor);
    }

    @Override
    public PositionCutout cutout(
            Position position,
            Optional<NearbySource> source,
            double fallback,
            List<CuttableImage> images,
            Path file,
            Inquiry inquiry,
            IProgressMonitor monitor)
            throws OutputException {
        return new Cutter(soda, inquiry).cut(position, source, fallback, images, file, monitor);
    }
}
