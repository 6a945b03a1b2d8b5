package org.volans.image.internal.fits;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.io.WholeFile;

/** Writes a box of an image as a FITS file of its own, pixels copied bit for bit. */
public final class CutoutWriter {

    private CutoutWriter() {}

    /**
     * Writes the file; it appears whole or not at all.
     *
     * @return lengths of its axes, NAXIS1 first
     * @throws InputException when the source cannot be read; an {@link OutputException} when the target cannot be written
     */
    public static List<Long> write(FitsSource source, FitsHdu hdu, PixelBox box, Path out, IProgressMonitor monitor)
            throws InputException {
        WholeFile.write(out, stream -> {
            try {
                String history = "Volans cutout " + box + " of unit " + hdu.number() + " of "
                        + source.file().getFileName();
                stream.write(CutoutHeader.of(hdu, source.hdus().get(0).header(), box, history)
                        .bytes());
                copy(source, hdu, box, stream, monitor);
            } catch (FitsFault e) {
                throw FitsSource.fault(source.file(), e);
            }
        });
        List<Long> shape = new ArrayList<>();
        for (int i = 0; i < box.axes(); i++) {
            shape.add(box.length(i));
        }
        return shape;
    }

    private static void copy(
            FitsSource source, FitsHdu hdu, PixelBox box, OutputStream stream, IProgressMonitor monitor)
            throws IOException {
        long[] written = {0};
        new PixelReader(source, hdu)
                .read(
                        box,
                        rows -> {
                            written[0] += rows.remaining();
                            stream.write(rows.array(), rows.arrayOffset() + rows.position(), rows.remaining());
                        },
                        monitor);
        long rest = written[0] % FitsHeader.BLOCK;
        if (rest > 0) {
            stream.write(new byte[(int) (FitsHeader.BLOCK - rest)]);
        }
    }
}
