package org.volans.tour.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.OutputException;
import org.volans.api.VoException;
import org.volans.api.cutout.CuttableImage;
import org.volans.api.cutout.NearbySource;
import org.volans.api.cutout.PositionCutout;
import org.volans.api.geometry.Position;

/** Cuts one circle for each object, all at once; how many go to one host at a time is the HTTP service's business. */
final class CutoutMaker {

    private final TourServices services;
    private final TourOptions options;
    private final Step step;

    CutoutMaker(TourServices services, TourOptions options, Step step) {
        this.services = services;
        this.options = options;
        this.step = step;
    }

    List<Cutout> make(
            Objects objects,
            List<Optional<NearbySource>> sources,
            List<CuttableImage> images,
            Path folder,
            IProgressMonitor monitor)
            throws VoException {
        List<Future<Cutout>> running = new ArrayList<>();
        List<Cutout> made = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < objects.positions().size(); i++) {
                int object = i;
                running.add(threads.submit(() ->
                        one(object, objects.positions().get(object), sources.get(object), images, folder, monitor)));
            }
            for (Future<Cutout> cutout : running) {
                made.add(Branches.ended(cutout));
            }
        }
        long good = made.stream().filter(c -> c.file().isPresent()).count();
        step.note(good + " of " + made.size() + " positions have a cutout");
        return made;
    }

    private Cutout one(
            int object,
            Position position,
            Optional<NearbySource> source,
            List<CuttableImage> images,
            Path folder,
            IProgressMonitor monitor)
            throws OutputException {
        Path file = folder.resolve(String.format(Locale.ROOT, "object-%03d.fits", object + 1));
        PositionCutout cutout = services.cutouts()
                .cutout(position, source, options.sourceRadius(), images, file, options.inquiry(step), monitor);
        return switch (cutout) {
            case PositionCutout.Made made ->
                new Cutout(
                        object,
                        made,
                        Step.Status.OK,
                        Optional.of(made.file()),
                        made.bytes() / 1024 + " kB",
                        made.bytes());
            case PositionCutout.Nothing nothing -> without(object, nothing, Step.Status.WARNING, nothing.message());
            case PositionCutout.Failed failed -> without(object, failed, Step.Status.FAILED, failed.message());
        };
    }

    private Cutout without(int object, PositionCutout outcome, Step.Status status, String message) {
        step.warn("no cutout at " + outcome.circle().center() + ": " + message);
        return new Cutout(object, outcome, status, Optional.empty(), message, 0);
    }
}
