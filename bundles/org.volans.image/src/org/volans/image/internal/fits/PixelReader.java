package org.volans.image.internal.fits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;

/**
 * Reads boxes of pixels: of a plain image only the bytes of the box, of a compressed one the tiles it touches. Not for several
 * threads at once.
 */
public final class PixelReader {

    private static final int CHUNK = 1 << 20;

    private final FitsSource source;
    private final FitsHdu hdu;
    private final Optional<TileReader> tiles;

    /** For one image of an open file. */
    public PixelReader(FitsSource source, FitsHdu hdu) throws IOException {
        this.source = source;
        this.hdu = hdu;
        // kept from box to box, so that a tile in which many rows are wanted is unpacked once
        this.tiles = hdu.isCompressed() ? Optional.of(new TileReader(source, hdu)) : Optional.empty();
    }

    /**
     * Hands the rows of a box to a sink.
     *
     * @throws OperationCanceledException when the monitor is cancelled
     */
    public void read(PixelBox box, RowSink sink, IProgressMonitor monitor) throws IOException {
        SubMonitor progress = SubMonitor.convert(monitor, 1000);
        if (tiles.isPresent()) {
            tiles.get().read(box, sink, progress);
        } else {
            readPlain(box, sink, progress);
        }
    }

    private void readPlain(PixelBox box, RowSink sink, SubMonitor progress) throws IOException {
        long[] shape = hdu.shape();
        long pixel = Math.abs(hdu.bitpix()) / 8;
        long rowBytes = Math.multiplyExact(box.length(0), pixel);
        boolean whole = box.length(0) == shape[0];
        long group = whole ? Math.max(1, Math.min(box.length(1), CHUNK / rowBytes)) : 1;
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(rowBytes * group));
        long[] at = box.low().clone();
        do {
            for (long y = box.low()[1]; y <= box.high()[1]; y += group) {
                checkCancelled(progress);
                at[1] = y;
                long rows = Math.min(group, box.high()[1] - y + 1);
                buffer.clear().limit(Math.toIntExact(rows * rowBytes));
                source.read(buffer, hdu.data() + offset(shape, at) * pixel);
                sink.rows(buffer.flip());
            }
            progress.setWorkRemaining(1000).worked(10);
        } while (next(at, box));
    }

    static void checkCancelled(IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    private static long offset(long[] shape, long[] at) {
        long offset = 0;
        for (int i = shape.length - 1; i >= 0; i--) {
            offset = offset * shape[i] + at[i] - 1;
        }
        return offset;
    }

    /** Moves to the next plane of the box; false after the last. */
    static boolean next(long[] at, PixelBox box) {
        for (int i = 2; i < at.length; i++) {
            if (at[i] < box.high()[i]) {
                at[i]++;
                return true;
            }
            at[i] = box.low()[i];
        }
        return false;
    }
}
