package org.volans.tour.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.OutputException;
import org.volans.api.VoException;
import org.volans.api.datalink.SodaOutcome;
import org.volans.api.datalink.SodaRequest;
import org.volans.api.geometry.Circle;
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
            Optional<RadioSources> sources,
            List<Mosaics.Cuttable> images,
            Path folder,
            IProgressMonitor monitor)
            throws OutputException {
        List<Future<Cutout>> running = new ArrayList<>();
        List<Cutout> made = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < objects.positions().size(); i++) {
                int object = i;
                running.add(threads.submit(
                        () -> one(object, objects.positions().get(object), sources, images, folder, monitor)));
            }
            for (Future<Cutout> cutout : running) {
                made.add(cutout.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case OutputException unwritable -> throw unwritable;
                case RuntimeException fault -> throw fault;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
        long good = made.stream().filter(c -> c.file().isPresent()).count();
        step.note(good + " of " + made.size() + " positions have a cutout");
        return made;
    }

    private Cutout one(
            int object,
            Position position,
            Optional<RadioSources> sources,
            List<Mosaics.Cuttable> images,
            Path folder,
            IProgressMonitor monitor)
            throws OutputException {
        Size size = size(object, sources);
        Circle circle = new Circle(position, size.degrees());
        long start = System.nanoTime();
        String message = "no image covers " + position;
        String request = "";
        Step.Status status = Step.Status.WARNING;
        for (Mosaics.Cuttable image : images) {
            if (!image.mayCover(position)) {
                continue;
            }
            Path file = folder.resolve(String.format(Locale.ROOT, "object-%03d.fits", object + 1));
            try {
                SodaOutcome outcome = ask(image, circle, file, monitor);
                request = outcome.request().toString();
                if (outcome instanceof SodaOutcome.Data data) {
                    return new Cutout(
                            object,
                            circle,
                            size.reason(),
                            Step.Status.OK,
                            Optional.of(data.file()),
                            request,
                            data.bytes() / 1024 + " kB",
                            data.bytes(),
                            since(start));
                }
                message = ((SodaOutcome.NoOverlap) outcome).message();
            } catch (OutputException e) {
                throw e;
            } catch (VoException e) {
                message = e.getMessage();
                status = Step.Status.FAILED;
            }
        }
        step.warn("no cutout at " + position + ": " + message);
        return new Cutout(object, circle, size.reason(), status, Optional.empty(), request, message, 0, since(start));
    }

    private SodaOutcome ask(Mosaics.Cuttable image, Circle circle, Path file, IProgressMonitor monitor)
            throws VoException {
        return step.ask(
                "SODA",
                image.link().descriptor().orElseThrow().getAccessUrl(),
                circle.posValue(),
                () -> services.soda().cutout(request(image, circle), file, monitor),
                outcome -> switch (outcome) {
                    case SodaOutcome.Data data -> data.bytes() / 1024 + " kB";
                    case SodaOutcome.NoOverlap nothing -> nothing.message();
                });
    }

    private SodaRequest request(Mosaics.Cuttable image, Circle circle) {
        return new SodaRequest(
                image.link().descriptor().orElseThrow(),
                image.link().id(),
                List.of(circle),
                List.of(),
                List.of(),
                List.of(),
                options.timeout());
    }

    private record Size(double degrees, String reason) {}

    /** The tutorial's smart cutout: as large as the source there. */
    private Size size(int object, Optional<RadioSources> sources) {
        Optional<Long> row = sources.flatMap(s -> s.nearest().get(object));
        if (sources.isPresent() && row.isPresent()) {
            Optional<Double> axis = sources.get().majorAxis(row.get());
            if (axis.isPresent()) {
                return new Size(
                        axis.get(),
                        String.format(
                                Locale.ROOT,
                                "major axis %.1f\u2033 of %s",
                                axis.get() * 3600,
                                sources.get().name(row.get())));
            }
        }
        return new Size(
                options.sourceRadius(),
                String.format(Locale.ROOT, "no source with a size within %.0f\u2033", options.sourceRadius() * 3600));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
