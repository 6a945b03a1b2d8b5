package org.volans.handlers.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.image.ImagePlane;
import org.volans.api.image.ImageService;

/** The images of this session, and where they are on the sky. Safe for concurrent use. */
@Component(service = SeenImages.class)
public final class SeenImages {

    private static final int MOST = 200;

    private record Seen(HandlerEvent.Image event, List<ImagePlane> planes) {

        boolean covers(Position position) {
            return planes.stream().anyMatch(plane -> covers(plane, position));
        }

        private static boolean covers(ImagePlane plane, Position position) {
            Optional<double[]> pixel = plane.wcs().flatMap(wcs -> wcs.toPixel(position));
            return pixel.isPresent()
                    && pixel.get()[0] >= 0.5
                    && pixel.get()[0] <= plane.width() + 0.5
                    && pixel.get()[1] >= 0.5
                    && pixel.get()[1] <= plane.height() + 0.5;
        }
    }

    private final Supplier<@Nullable ImageService> service;
    private @Nullable ImageService images;
    private final Map<Path, Seen> seen = new LinkedHashMap<>();

    /** @param images started with the first image */
    @Activate
    public SeenImages(@Reference ComponentServiceObjects<ImageService> images) {
        this(images::getService);
    }

    /** For tests. */
    public SeenImages(Supplier<@Nullable ImageService> images) {
        service = images;
    }

    /** Got once: every further getting would be counted. */
    private synchronized @Nullable ImageService images() {
        if (images == null) {
            images = service.get();
        }
        return images;
    }

    /** Remembers an image if it has a place on the sky. Reads its headers. */
    void see(HandlerEvent.Image event, IProgressMonitor monitor) {
        @Nullable ImageService there = images();
        if (there == null) {
            return;
        }
        try {
            List<ImagePlane> planes = there.open(event.file(), monitor).stream()
                    .filter(image -> image.shape().size() >= 2)
                    .map(ImagePlane::middle)
                    .filter(plane -> plane.wcs().isPresent())
                    .toList();
            if (!planes.isEmpty()) {
                remember(new Seen(event, planes));
            }
        } catch (InputException e) {
            // whoever handles the image says so in his own words; here it only means that nothing can be shown on it
        }
    }

    private synchronized void remember(Seen image) {
        seen.remove(image.event().file());
        seen.put(image.event().file(), image);
        if (seen.size() > MOST) {
            seen.remove(seen.keySet().iterator().next());
        }
    }

    /** Those that a position is on, the latest first. */
    public synchronized List<HandlerEvent.Image> at(Position position) {
        return seen.values().stream()
                .filter(image -> image.covers(position))
                .map(Seen::event)
                .toList()
                .reversed();
    }
}
