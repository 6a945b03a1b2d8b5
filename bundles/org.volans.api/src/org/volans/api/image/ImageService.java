package org.volans.api.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.InputException;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Region;

/** FITS images. Reads only the rows that it needs of a file that is not compressed. Safe for concurrent use. */
@ProviderType
public interface ImageService {

    /**
     * The images of a file (primary, IMAGE extensions, tile-compressed ones), without pixels.
     *
     * @throws InputException when the file is missing, no FITS, truncated, or has no image
     */
    List<FitsImage> open(Path file, IProgressMonitor monitor) throws InputException;

    /**
     * Writes the part of an image that a region and a band cover: the bounding box of the region's pixels, pixels
     * outside the region kept, all header cards kept, {@code CRPIX} moved, and for a band the planes it touches.
     *
     * @param band wavelengths in metres; ignored by an image without spectral axis that lies in the band
     * @param out  appears whole or not at all
     */
    CutoutOutcome cutout(
            FitsImage image, Optional<Region> region, Optional<Interval> band, Path out, IProgressMonitor monitor)
            throws InputException;

    /** Draws an image (of a cube, the middle plane) as PNG; the file appears whole or not at all. */
    void render(FitsImage image, RenderRequest request, Path png, IProgressMonitor monitor) throws InputException;
}
