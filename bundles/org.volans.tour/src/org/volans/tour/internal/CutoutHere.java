package org.volans.tour.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cutout.CutoutService;
import org.volans.api.cutout.CuttableImage;
import org.volans.api.cutout.NearbySource;
import org.volans.api.cutout.PositionCutout;
import org.volans.api.cutout.ServiceTable;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.discovery.DiscoveryService;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Position;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.registry.RegistryService;
import uk.ac.starlink.table.StarTable;

/**
 * Cutouts of one waveband, as far as one registry leads: remembers the services, the images with known coverage, and the
 * catalogues beside them. Safe for concurrent use.
 */
final class CutoutHere {

    private static final int MOST_ROWS_EACH = 500;

    /** Images whose links are followed at a position. */
    private static final int MOST_IMAGES = 12;

    /** Images that are remembered. */
    private static final int MOST_REMEMBERED = 200;

    private record Found(CuttableImage image, DiscoveryRequest.Service service) {}

    private final RegistryService registry;
    private final DiscoveryService discovery;
    private final CutoutService steps;
    private final String waveband;
    private final List<Found> remembered = new CopyOnWriteArrayList<>();
    private final Map<DiscoveryRequest.Service, List<ServiceTable>> catalogues = new ConcurrentHashMap<>();
    private volatile List<DiscoveryRequest.Service> services = List.of();

    /** @param steps what the parts are done by */
    CutoutHere(RegistryService registry, DiscoveryService discovery, CutoutService steps, String waveband) {
        this.registry = registry;
        this.discovery = discovery;
        this.steps = steps;
        this.waveband = waveband;
    }

    PositionCutout cut(Position position, double radius, Path file, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException {
        List<Found> known = remembered.stream()
                .filter(found -> found.image().mayCover(position))
                .toList();
        if (!known.isEmpty()) {
            PositionCutout quick = cut(position, radius, known, file, inquiry, monitor);
            if (quick instanceof PositionCutout.Made) {
                return quick;
            }
            remembered.removeAll(known); // a service may have gone; others may have something
        }
        monitor.subTask("Looking for " + waveband + " images of " + position);
        DiscoveryReport report = discover(position, inquiry, monitor);
        List<Found> found = images(report, inquiry, monitor);
        if (found.isEmpty()) {
            return nothing(position, radius, report);
        }
        found.stream()
                .filter(f -> f.image().coverage().isPresent() && remembered.size() < MOST_REMEMBERED)
                .forEach(remembered::add);
        return cut(position, radius, found, file, inquiry, monitor);
    }

    private PositionCutout cut(
            Position position, double radius, List<Found> images, Path file, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException {
        monitor.subTask("Looking for the source at " + position);
        Optional<NearbySource> source =
                source(position, radius, images.getFirst().service(), inquiry, monitor);
        monitor.subTask("Cutting out " + position);
        return steps.cutout(
                position, source, radius, images.stream().map(Found::image).toList(), file, inquiry, monitor);
    }

    private DiscoveryReport discover(Position position, Inquiry inquiry, IProgressMonitor monitor) throws VoException {
        if (services.isEmpty()) {
            services = DiscoveryRequest.Service.of(ImageDiscovery.records(registry, waveband, inquiry, monitor));
        }
        if (services.isEmpty()) {
            throw new InputException("the registry " + inquiry.registry()
                    + " knows no ObsCore service for the waveband '" + waveband + "'");
        }
        DiscoveryReport report = discovery.discover(
                new DiscoveryRequest(services, List.of(position), 0, "", MOST_ROWS_EACH, inquiry.timeout()),
                outcome -> {
                    // all of them are in the report
                },
                monitor);
        if (failed(report) == report.outcomes().size()) {
            throw new InputException(
                    "none of the " + report.outcomes().size() + " services with " + waveband + " images answered");
        }
        return report;
    }

    private static long failed(DiscoveryReport report) {
        return report.outcomes().stream()
                .filter(ServiceOutcome.Failed.class::isInstance)
                .count();
    }

    /** Images before cubes, sharp ones first; each with the service that knows it. */
    private List<Found> images(DiscoveryReport report, Inquiry inquiry, IProgressMonitor monitor) throws VoException {
        StarTable table = report.table();
        int type = Cells.index(table, "dataproduct_type");
        int resolution = Cells.index(table, "s_resolution");
        int url = Cells.index(table, "service_url");
        // NaN, which is no resolution, sorts last
        List<Long> order = LongStream.range(0, table.getRowCount())
                .boxed()
                .filter(row -> List.of("image", "cube").contains(Cells.text(table, row, type)))
                .sorted(Comparator.comparing((Long row) -> !"image".equals(Cells.text(table, row, type)))
                        .thenComparing(row -> Cells.number(table, row, resolution)))
                .toList();
        List<Found> found = new ArrayList<>();
        for (DiscoveryRequest.Service service : inOrder(table, order, url)) {
            List<Long> rows = order.stream()
                    .filter(row ->
                            Cells.text(table, row, url).equals(service.url().toString()))
                    .limit(MOST_IMAGES)
                    .toList();
            DiscoveryReport part = new DiscoveryReport(report.outcomes(), Cells.rows(table, rows));
            try {
                steps.images(part, inquiry, monitor).forEach(image -> found.add(new Found(image, service)));
            } catch (VoException e) {
                inquiry.journal().warn(service.name() + ": " + e.getMessage());
            }
        }
        return found;
    }

    private List<DiscoveryRequest.Service> inOrder(StarTable table, List<Long> order, int url) {
        return order.stream()
                .map(row -> Cells.text(table, row, url))
                .distinct()
                .flatMap(
                        text -> services.stream().filter(s -> s.url().toString().equals(text)))
                .toList();
    }

    /** The nearest source of the first catalogue beside the image that has one there. */
    private Optional<NearbySource> source(
            Position position,
            double radius,
            DiscoveryRequest.Service service,
            Inquiry inquiry,
            IProgressMonitor monitor) {
        try {
            List<ServiceTable> known = catalogues.get(service);
            if (known == null) {
                known = steps.catalogues(service, inquiry, monitor);
                catalogues.put(service, known);
            }
            for (ServiceTable catalogue : known) {
                Optional<NearbySource> source = steps.sources(catalogue, List.of(position), radius, inquiry, monitor)
                        .getFirst();
                if (source.flatMap(NearbySource::majorAxis).isPresent()) {
                    return source;
                }
            }
        } catch (VoException e) {
            // costs the size, not the cutout
            inquiry.journal().warn("sources of " + service.name() + ": " + e.getMessage());
        }
        return Optional.empty();
    }

    private PositionCutout nothing(Position position, double radius, DiscoveryReport report) {
        long rows = report.table().getRowCount();
        long failed = failed(report);
        String message = (rows == 0
                        ? "no " + waveband + " image covers " + position
                        : Log.count(rows, waveband + " data set") + " at " + position
                                + ", but none that a cutout service can cut")
                + (failed == 0 ? "" : "; " + failed + " of " + report.outcomes().size() + " services did not answer");
        return new PositionCutout.Nothing(
                new Circle(position, radius), "nothing to be cut", Optional.empty(), "", 0, message);
    }
}
