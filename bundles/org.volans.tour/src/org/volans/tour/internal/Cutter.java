package org.volans.tour.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.OutputException;
import org.volans.api.VoException;
import org.volans.api.cutout.CuttableImage;
import org.volans.api.cutout.NearbySource;
import org.volans.api.cutout.PositionCutout;
import org.volans.api.datalink.SodaOutcome;
import org.volans.api.datalink.SodaRequest;
import org.volans.api.datalink.SodaService;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Position;
import org.volans.api.inquiry.Inquiry;

/** Cuts one circle out of the first image that gives something. */
final class Cutter {

    private final SodaService soda;
    private final Inquiry inquiry;
    private final Log log;

    Cutter(SodaService soda, Inquiry inquiry) {
        this.soda = soda;
        this.inquiry = inquiry;
        this.log = new Log(inquiry.journal());
    }

    /** @param fallback radius in degrees where there is no source with a size */
    PositionCutout cut(
            Position position,
            Optional<NearbySource> source,
            double fallback,
            List<CuttableImage> images,
            Path file,
            IProgressMonitor monitor)
            throws OutputException {
        Size size = size(source, fallback);
        Circle circle = new Circle(position, size.degrees());
        long start = System.nanoTime();
        String message = "no image covers " + position;
        String request = "";
        boolean failed = false;
        for (CuttableImage image : images) {
            if (!image.mayCover(position)) {
                continue;
            }
            try {
                SodaOutcome outcome = ask(image, circle, file, monitor);
                request = outcome.request().toString();
                switch (outcome) {
                    case SodaOutcome.Data data -> {
                        return new PositionCutout.Made(
                                circle, size.reason(), source, request, since(start), image, data.file(), data.bytes());
                    }
                    case SodaOutcome.NoOverlap nothing -> message = nothing.message();
                }
            } catch (OutputException e) {
                throw e;
            } catch (VoException e) {
                message = e.getMessage();
                failed = true;
            }
        }
        return failed
                ? new PositionCutout.Failed(circle, size.reason(), source, request, since(start), message)
                : new PositionCutout.Nothing(circle, size.reason(), source, request, since(start), message);
    }

    private SodaOutcome ask(CuttableImage image, Circle circle, Path file, IProgressMonitor monitor)
            throws VoException {
        return log.ask(
                "SODA",
                image.link().descriptor().orElseThrow().getAccessUrl(),
                circle.posValue(),
                () -> soda.cutout(request(image, circle), file, monitor),
                outcome -> switch (outcome) {
                    case SodaOutcome.Data data -> data.bytes() / 1024 + " kB";
                    case SodaOutcome.NoOverlap nothing -> nothing.message();
                });
    }

    private SodaRequest request(CuttableImage image, Circle circle) {
        return new SodaRequest(
                image.link().descriptor().orElseThrow(),
                image.link().id(),
                List.of(circle),
                List.of(),
                List.of(),
                List.of(),
                inquiry.timeout());
    }

    private record Size(double degrees, String reason) {}

    /** The tutorial's smart cutout: as large as the source there. */
    private static Size size(Optional<NearbySource> source, double fallback) {
        Optional<Double> axis = source.flatMap(NearbySource::majorAxis);
        if (source.isPresent() && axis.isPresent()) {
            String reason = String.format(
                    Locale.ROOT,
                    "major axis %.1f\u2033 of %s",
                    axis.get() * 3600,
                    source.get().name());
            return new Size(axis.get(), reason);
        }
        return new Size(
                fallback, String.format(Locale.ROOT, "no source with a size within %.0f\u2033", fallback * 3600));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
