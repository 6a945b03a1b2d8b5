package org.volans.image.internal.render;

import java.io.IOException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImagePlane;
import org.volans.image.internal.fits.FitsHdu;
import org.volans.image.internal.fits.FitsSource;
import org.volans.image.internal.fits.PixelBox;
import org.volans.image.internal.fits.PixelDecoder;
import org.volans.image.internal.fits.PixelReader;

/**
 * Reads a plane at the size it is shown at.
 *
 * @param plane which
 */
record PlaneLoader(ImagePlane plane) {

    /** Reads the plane and brings it to a size. */
    Plane load(int width, int height, IProgressMonitor monitor) throws InputException {
        FitsImage image = plane.image();
        Resampler resampler = Resampler.of(plane.width(), plane.height(), width, height);
        try (FitsSource source = FitsSource.open(image.file())) {
            FitsHdu hdu = source.image(image.hdu());
            PixelBox box = PixelBox.of(plane);
            PixelDecoder decoder = new PixelDecoder(hdu.bitpix(), image.header(), resampler::add);
            new PixelReader(source, hdu).read(box, decoder, monitor);
        } catch (IOException e) {
            throw FitsSource.fault(image.file(), e);
        }
        return resampler.plane();
    }
}
