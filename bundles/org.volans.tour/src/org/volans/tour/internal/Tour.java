package org.volans.tour.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cutout.CutoutService;
import org.volans.api.cutout.CuttableImage;
import org.volans.api.cutout.NearbySource;
import org.volans.api.cutout.ServiceTable;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.photometry.PhotometryCandidate;
import org.volans.api.photometry.PhotometryMatches;
import org.volans.api.photometry.PhotometryTable;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.sed.Sed;
import uk.ac.starlink.table.StarTable;

/**
 * The chain: registry, photometry join, images across services, links and cutouts, SEDs. Steps that do not need one
 * another run side by side; one that fails costs its own part of the report. For one run.
 */
final class Tour {

    private final TourServices services;
    private final TourOptions options;
    private final Objects objects;
    private final OutputFolder folder;
    private final IProgressMonitor monitor;
    private final long origin = System.nanoTime();
    private final Step find = new Step("photometry", "Find photometry in the registry", origin);
    private final Step join = new Step("join", "Join the positions with it", origin);
    private final Step discover = new Step("discovery", "Ask all ObsCore services which images cover them", origin);
    private final Step radio = new Step("sources", "Find the radio source at each position", origin);
    private final Step cut = new Step("cutouts", "Follow the links and cut the images", origin);
    private final Step sed = new Step("seds", "Draw the spectral energy distributions", origin);

    /** Numbers of the targets that have a picture of their cutout. */
    private final Set<Integer> drawn = ConcurrentHashMap.newKeySet();

    /** What a branch hands on before it ends. */
    private final CompletableFuture<List<DiscoveryRequest.Service>> near = new CompletableFuture<>();

    private final CompletableFuture<List<Target>> targets = new CompletableFuture<>();

    Tour(TourServices services, TourOptions options, Objects objects, OutputFolder folder, IProgressMonitor monitor) {
        this.services = services;
        this.options = options;
        this.objects = objects;
        this.folder = folder;
        this.monitor = new LinkedMonitor(monitor);
    }

    /**
     * Runs the chain and writes all files but the report.
     *
     * @param published the answer to compare with, if there is one
     * @param ended     told of each step when it ends, from any thread
     * @throws VoException as soon as the registry cannot be asked or a file cannot be written
     */
    TourReport run(Optional<StarTable> published, boolean sky, Consumer<Step> ended) throws VoException {
        String started = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        try (Branches branches = new Branches(ended, monitor)) {
            try {
                return run(branches, published, sky, started);
            } catch (OperationCanceledException e) {
                branches.check();
                throw e;
            } finally {
                // before the branches are closed, which waits for them: none may wait for what does not come any more
                targets.complete(List.of());
                near.complete(List.of());
            }
        }
    }

    private TourReport run(Branches branches, Optional<StarTable> published, boolean sky, String started)
            throws VoException {
        Future<Optional<DiscoveryReport>> discovery = branches.start(discover, () -> discovery(branches));
        Future<Optional<List<Optional<NearbySource>>>> sources = branches.start(radio, this::sources);
        Future<Optional<List<Cutout>>> cutouts = branches.start(cut, () -> cutouts(sources, discovery));
        Optional<PhotometryMatches> colours = colours(branches, published);
        List<Target> all = Target.of(objects, colours);
        targets.complete(all);
        List<Optional<NearbySource>> found = orNone(Branches.get(sources));
        Optional<List<Sed>> seds = branches.run(sed, () -> seds(all, colours, found));
        Optional<List<Cutout>> made = Branches.get(cutouts);
        Optional<DiscoveryReport> images = Branches.get(discovery); // before the time is taken: it may be the last
        branches.check();
        return new TourReport(
                options,
                sky,
                started,
                Duration.ofNanos(System.nanoTime() - origin),
                objects,
                List.of(find, join, discover, radio, cut, sed),
                colours,
                colours.flatMap(c -> published.map(p -> PublishedComparison.compare(p, c.table()))),
                images,
                all,
                seds.orElse(List.of()),
                made.orElse(List.of()),
                drawn);
    }

    private Optional<PhotometryMatches> colours(Branches branches, Optional<StarTable> published) {
        Optional<PhotometryTable> photometry = branches.run(find, this::photometry);
        if (photometry.isEmpty()) {
            return branches.run(join, () -> {
                throw new InputException("there is no photometry to join with");
            });
        }
        return branches.run(join, () -> {
            PhotometryMatches colours = services.photometry()
                    .match(photometry.get(), objects.table(), options.matchRadius(), options.inquiry(join), monitor);
            colours.table().setName("objects_colours");
            services.tables().save(colours.table(), folder.file("objects_colours.vot"), "", monitor);
            published.map(p -> PublishedComparison.compare(p, colours.table())).ifPresent(verdict -> {
                if (verdict.same()) {
                    join.note(verdict.sentence());
                } else {
                    join.warn(verdict.sentence());
                }
            });
            return colours;
        });
    }

    /** The first candidate that its service still has and describes as photometry. */
    private PhotometryTable photometry() throws VoException {
        for (PhotometryCandidate candidate :
                services.photometry().candidates(options.keyword(), options.inquiry(find), monitor)) {
            try {
                Optional<PhotometryTable> table =
                        services.photometry().verified(candidate, options.inquiry(find), monitor);
                if (table.isPresent()) {
                    find.note("Photometry: table " + table.get().table().name() + " of "
                            + table.get().resource());
                    return table.get();
                }
            } catch (VoException e) {
                find.warn(candidate.table().name() + " of " + candidate.resource() + ": " + e.getMessage());
            }
        }
        throw new InputException("no TAP service that the registry finds by '" + options.keyword()
                + "' has a table with positions and photometry; try another --keyword");
    }

    private DiscoveryReport discovery(Branches branches) throws VoException {
        ImageDiscovery images = new ImageDiscovery(services, options, discover);
        try {
            near.complete(images.services(records(branches, images)));
        } finally {
            near.complete(List.of()); // does nothing when it is there already
        }
        DiscoveryReport report = images.discover(Branches.get(near), objects, monitor);
        services.tables().save(report.table(), folder.file("discovery.vot"), "", monitor);
        return report;
    }

    /** A registry that cannot be asked ends the tour: every step begins there. */
    private List<RegistryRecord> records(Branches branches, ImageDiscovery images) throws VoException {
        try {
            return images.records(monitor);
        } catch (VoException e) {
            branches.abort(e);
            throw e;
        }
    }

    private List<Optional<NearbySource>> sources() throws VoException {
        ServiceTable catalogue =
                services.cutouts().locate(options.sourceTable(), Branches.get(near), options.inquiry(radio), monitor);
        return services.cutouts()
                .sources(catalogue, objects.positions(), options.sourceRadius(), options.inquiry(radio), monitor);
    }

    private List<Cutout> cutouts(
            Future<Optional<List<Optional<NearbySource>>>> sources, Future<Optional<DiscoveryReport>> discovery)
            throws VoException {
        List<CuttableImage> images = images(discovery);
        List<Optional<NearbySource>> found = orNone(Branches.get(sources));
        List<Cutout> made =
                new CutoutMaker(services, options, cut).make(objects, found, images, folder.scratch(), monitor);
        Pictures pictures = new Pictures(services, cut);
        Path to = folder.folder("cutouts");
        List<Callable<Object>> works = new ArrayList<>();
        for (Target target : Branches.get(targets)) {
            made.stream()
                    .filter(c -> c.object() == target.object())
                    .forEach(cutout -> works.add(() -> {
                        if (pictures.publish(target, cutout, to, monitor)) {
                            drawn.add(target.number());
                        }
                        return target;
                    }));
        }
        Branches.forAll(works, monitor);
        return made;
    }

    /** A step without sources leaves every object without one. */
    private List<Optional<NearbySource>> orNone(Optional<List<Optional<NearbySource>>> sources) {
        return sources.orElse(Collections.nCopies(objects.positions().size(), Optional.empty()));
    }

    /** Images of the named table; where no service has that table, the images that discovery found. */
    private List<CuttableImage> images(Future<Optional<DiscoveryReport>> discovery) throws VoException {
        CutoutService cutouts = services.cutouts();
        Inquiry inquiry = options.inquiry(cut);
        try {
            ServiceTable mosaics = cutouts.locate(options.mosaicTable(), Branches.get(near), inquiry, monitor);
            return cutouts.images(mosaics, objects.positions(), inquiry, monitor);
        } catch (VoException e) {
            cut.warn(e.getMessage() + "; the images that discovery found are cut instead");
            Optional<DiscoveryReport> report = Branches.get(discovery);
            List<CuttableImage> found = report.isEmpty() ? List.of() : cutouts.images(report.get(), inquiry, monitor);
            if (found.isEmpty()) {
                throw e;
            }
            return found;
        }
    }

    private List<Sed> seds(List<Target> all, Optional<PhotometryMatches> colours, List<Optional<NearbySource>> sources)
            throws VoException {
        SedMaker maker = new SedMaker(services, sed);
        List<Sed> seds = maker.make(all, colours, sources, monitor);
        Path to = folder.folder("seds");
        List<Callable<Object>> works = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Target target = all.get(i);
            Sed one = seds.get(i);
            works.add(() -> {
                maker.write(target, one, to, monitor);
                return target;
            });
        }
        Branches.forAll(works, monitor);
        maker.writeAll(seds, to, monitor);
        return seds;
    }
}
