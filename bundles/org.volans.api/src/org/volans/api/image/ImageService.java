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
     * @throws InputException when the file is missing, no FITS, truncated, or, as {@link NoImageException}, has no image
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
    default void render(FitsImage image, RenderRequest request, Path png, IProgressMonitor monitor)
            throws InputException {
        render(ImagePlane.middle(image), request, png, monitor);
    }

    /** Draws a plane of an image as PNG; the file appears whole or not at all. */
    void render(ImagePlane plane, RenderRequest request, Path png, IProgressMonitor monitor) throws InputException;

    /**
     * Opens an image to read parts of it again and again. A file that is gzipped as a whole is unpacked beside the system's
     * temporary files until closed.
     *
     * @throws InputException when the file is missing, truncated, or has no such image any more
     */
    ImagePixels pixels(FitsImage image, IProgressMonitor monitor) throws InputException;

    /**
     * Limits for showing values; NaN and infinite ones do not count. No I/O; takes as long as sorting some ten thousand
     * numbers.
     *
     * @param sample values of single pixels, such as a block by {@link Sampling#NEAREST}
     */
    Limits limits(PixelBlock sample, Cut cut);

    /**
     * Round values for a colour bar. No I/O; quick.
     *
     * @param unit  of the values, or empty
     * @param apart least distance of two of them as a share of the bar's length
     */
    ValueScale scale(Limits limits, Stretch stretch, String unit, double apart);

    /** The axes of an image in order. No I/O. */
    List<ImageAxis> axes(FitsImage image);

    /**
     * Grid, compass, scale bar and beam for a part of an image; {@link SkyFrame#none()} for an image without sky
     * coordinates. No I/O; some milliseconds.
     */
    SkyFrame frame(PlaneView view);
}
