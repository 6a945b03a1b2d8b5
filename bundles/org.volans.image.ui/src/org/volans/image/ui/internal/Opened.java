package org.volans.image.ui.internal;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.volans.api.InputException;
import org.volans.api.image.Cut;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImageAxis;
import org.volans.api.image.ImagePixels;
import org.volans.api.image.ImagePlane;
import org.volans.api.image.ImageService;
import org.volans.api.image.Limits;
import org.volans.api.image.PixelArea;
import org.volans.api.image.PixelBlock;
import org.volans.api.image.Sampling;
import org.volans.image.ui.internal.canvas.Scene;

/**
 * An open image with the plane that is shown.
 *
 * @param images all images of the file
 * @param pixels the one that is shown; whoever shows it closes it
 * @param axes   its axes
 * @param plane  the plane that is shown
 * @param sample values of single pixels from all over the plane
 * @param limits values of the first and last colour
 */
public record Opened(
        List<FitsImage> images,
        ImagePixels pixels,
        List<ImageAxis> axes,
        ImagePlane plane,
        PixelBlock sample,
        Limits limits) {

    /**
     * Opens a file's image; blocks.
     *
     * @param index of the image among those of the file; the first when there are fewer
     */
    static Opened file(ImageService service, Path file, int index, Cut cut, IProgressMonitor monitor)
            throws InputException {
        SubMonitor progress = SubMonitor.convert(monitor, 3);
        List<FitsImage> images = service.open(file, progress.split(1));
        FitsImage image = images.get(index < images.size() ? index : 0);
        ImagePixels pixels = service.pixels(image, progress.split(1));
        try {
            return plane(service, images, pixels, ImagePlane.middle(image), cut, progress.split(1));
        } catch (InputException | RuntimeException | Error e) {
            pixels.close();
            throw e;
        }
    }

    /** The same image with another plane; blocks. */
    Opened plane(ImageService service, ImagePlane other, Cut cut, IProgressMonitor monitor) throws InputException {
        return plane(service, images, pixels, other, cut, monitor);
    }

    private static Opened plane(
            ImageService service,
            List<FitsImage> images,
            ImagePixels pixels,
            ImagePlane plane,
            Cut cut,
            IProgressMonitor monitor)
            throws InputException {
        PixelBlock sample =
                pixels.read(plane, PixelArea.of(plane), Scene.overviewStep(plane), Sampling.NEAREST, monitor);
        return new Opened(images, pixels, service.axes(plane.image()), plane, sample, service.limits(sample, cut));
    }

    /** With other limits. */
    Opened with(Limits other) {
        return new Opened(images, pixels, axes, plane, sample, other);
    }

    /** What is drawn. */
    Scene scene(Look look) {
        return new Scene(pixels, plane, sample, look.shading(), limits);
    }
}
