package org.volans.sky.internal.links;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.geometry.Interval;
import org.volans.api.image.CutoutOutcome;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImageService;
import org.volans.sky.internal.data.DataSet;
import org.volans.sky.internal.data.TutorialContent;

/** Makes cutouts of a centre's data sets. Safe for concurrent use. */
final class Cutouts {

    private final String centre;
    private final TutorialContent content;
    private final ImageService images;
    private final Map<Path, FitsImage> opened = new ConcurrentHashMap<>();

    Cutouts(String centre, TutorialContent content, ImageService images) {
        this.centre = centre;
        this.content = content;
        this.images = images;
    }

    /**
     * Writes a cutout.
     *
     * @throws UsageException when the identifier is none of this centre's images
     * @throws InputException when a file cannot be read or written
     */
    CutoutOutcome cut(CutoutRequest request, Path out, IProgressMonitor monitor) throws UsageException, InputException {
        Optional<DataSet> found = content.sets().find(centre, request.id());
        if (found.isEmpty() || found.get().image().isEmpty()) {
            throw new UsageException("ID=" + request.id() + " is no image or cube of this service");
        }
        DataSet set = found.get();
        Optional<String> miss = outside(set, request);
        if (miss.isPresent()) {
            return new CutoutOutcome.NoOverlap(miss.get());
        }
        // an image without spectral axis lies in the band or was refused above
        Optional<Interval> band = set.type().equals("cube") ? request.band() : Optional.empty();
        return images.cutout(open(set), request.region(), band, out, monitor);
    }

    /** Why the data set has nothing of what is asked for, as far as its metadata tell. */
    private static Optional<String> outside(DataSet set, CutoutRequest request) {
        if (request.band().isPresent() && !request.band().get().intersects(set.wavelengths())) {
            return Optional.of(
                    "BAND does not overlap the data set's " + set.wavelengths().sodaValue() + " m");
        }
        if (request.time().isPresent() && !request.time().get().intersects(set.time())) {
            return Optional.of(
                    "TIME does not overlap the data set's " + set.time().sodaValue());
        }
        if (!request.states().isEmpty() && !request.states().contains("I")) {
            return Optional.of("the data set has polarisation state I only");
        }
        return Optional.empty();
    }

    private FitsImage open(DataSet set) throws InputException {
        Path file = content.files().file(set.path());
        FitsImage known = opened.get(file);
        if (known == null) {
            known = images.open(file, new org.eclipse.core.runtime.NullProgressMonitor())
                    .get(0);
            opened.put(file, known);
        }
        return known;
    }
}
