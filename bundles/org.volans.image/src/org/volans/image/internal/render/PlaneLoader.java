package org.volans.image.internal.render;

import java.io.IOException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.image.FitsImage;
import org.volans.image.internal.fits.FitsHdu;
import org.volans.image.internal.fits.FitsSource;
import org.volans.image.internal.fits.PixelBox;
import org.volans.image.internal.fits.PixelDecoder;
import org.volans.image.internal.fits.PixelReader;

/**
 * The plane of an image that is shown: along its celestial axes, or the first two, and in the middle of the others.
 *
 * @param axisX 0-based axis that runs to the right
 * @param axisY 0-based axis that runs up
 */
record PlaneLoader(FitsImage image, int axisX, int axisY) {

    long nx() {
        return image.shape().get(axisX);
    }

    long ny() {
        return image.shape().get(axisY);
    }

    /** 1-based pixel of an axis that is not shown. */
    long plane(int axis) {
        return (image.shape().get(axis) + 1) / 2;
    }

    /** Reads the plane and brings it to a size. */
    Plane load(int width, int height, IProgressMonitor monitor) throws InputException {
        Resampler resampler = Resampler.of(nx(), ny(), width, height);
        try (FitsSource source = FitsSource.open(image.file())) {
            FitsHdu hdu = source.image(image.hdu());
            PixelBox box = PixelBox.all(hdu.shape());
            for (int i = 0; i < image.shape().size(); i++) {
                if (i != axisX && i != axisY) {
                    box = box.with(i, plane(i), plane(i));
                }
            }
            PixelDecoder decoder = new PixelDecoder(hdu.bitpix(), image.header(), resampler::add);
            new PixelReader(source, hdu).read(box, decoder, monitor);
        } catch (IOException e) {
            throw FitsSource.fault(image.file(), e);
        }
        return resampler.plane();
    }
}
