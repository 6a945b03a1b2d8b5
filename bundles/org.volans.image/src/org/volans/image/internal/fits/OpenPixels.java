package org.volans.image.internal.fits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.InputException;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImagePixels;
import org.volans.api.image.ImagePlane;
import org.volans.api.image.PixelArea;
import org.volans.api.image.PixelBlock;
import org.volans.api.image.Sampling;

/** An image of an open file; opens the file again when a reading thread's interruption has closed it. */
public final class OpenPixels implements ImagePixels {

    private final FitsImage image;
    private final Object lock = new Object();
    private FitsSource source;
    private boolean closed;

    private OpenPixels(FitsImage image, FitsSource source) {
        this.image = image;
        this.source = source;
    }

    /** @throws InputException when the file is missing, damaged, or has no such image any more */
    public static OpenPixels of(FitsImage image) throws InputException {
        FitsSource source = FitsSource.open(image.file());
        try {
            FitsHdu hdu = source.image(image.hdu());
            if (!Arrays.equals(
                    hdu.shape(),
                    image.shape().stream().mapToLong(Long::longValue).toArray())) {
                throw new InputException(image.file() + " has changed: unit " + image.hdu() + " is another image now");
            }
            return new OpenPixels(image, source);
        } catch (IOException | InputException e) {
            try {
                source.close();
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            throw e instanceof InputException input ? input : FitsSource.fault(image.file(), (IOException) e);
        }
    }

    @Override
    public FitsImage image() {
        return image;
    }

    @Override
    public PixelBlock read(ImagePlane plane, PixelArea area, int step, Sampling sampling, IProgressMonitor monitor)
            throws InputException {
        while (true) {
            try {
                FitsSource open = source();
                return new BlockReader(open, open.image(image.hdu()), plane, area, step, sampling).read(monitor);
            } catch (ClosedChannelException e) {
                // another thread was interrupted: the next turn opens the file again, or finds that it is over
                PixelReader.checkCancelled(monitor);
            } catch (IOException e) {
                throw FitsSource.fault(image.file(), e);
            }
        }
    }

    private FitsSource source() throws IOException {
        synchronized (lock) {
            if (closed) {
                throw new OperationCanceledException();
            }
            if (!source.isOpen()) {
                source = source.reopened();
            }
            return source;
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            try {
                source.close();
            } catch (IOException e) {
                throw new UncheckedIOException(image.file() + " cannot be closed", e);
            }
        }
    }
}
