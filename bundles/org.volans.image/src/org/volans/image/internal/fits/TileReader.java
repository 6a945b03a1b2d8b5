package org.volans.image.internal.fits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.core.runtime.SubMonitor;

/** Puts the tiles that a box touches together to rows; keeps no more tiles than a band of rows needs. */
final class TileReader {

    private final FitsHdu hdu;
    private final TileCodec codec;
    private final long[] shape;
    private final long[] tile;
    private final int pixelBytes;
    private Map<Long, ByteBuffer> kept = new HashMap<>();

    TileReader(FitsSource source, FitsHdu hdu) throws IOException {
        this.hdu = hdu;
        this.codec = new TileCodec(new TileTable(source, hdu), hdu);
        this.shape = hdu.shape();
        this.pixelBytes = Math.abs(hdu.bitpix()) / 8;
        this.tile = new long[shape.length];
        for (int i = 0; i < shape.length; i++) {
            // tiles are rows unless the header says otherwise (FITS 4.0, section 10.1.1)
            tile[i] = Math.max(
                    1, Math.min(shape[i], this.hdu.header().integer("ZTILE" + (i + 1), i == 0 ? shape[0] : 1)));
        }
    }

    void read(PixelBox box, RowSink sink, SubMonitor progress) throws IOException {
        ByteBuffer row = ByteBuffer.allocate(Math.toIntExact(box.length(0) * pixelBytes));
        long[] at = box.low().clone();
        do {
            for (long y = box.low()[1]; y <= box.high()[1]; y++) {
                PixelReader.checkCancelled(progress);
                at[1] = y;
                row.clear();
                fill(row, at, box.high()[0]);
                sink.rows(row.flip());
            }
            progress.setWorkRemaining(1000).worked(10);
        } while (PixelReader.next(at, box));
    }

    private void fill(ByteBuffer row, long[] at, long last) throws IOException {
        Map<Long, ByteBuffer> used = new HashMap<>();
        for (long x = at[0]; x <= last; ) {
            long[] pixel = at.clone();
            pixel[0] = x;
            long number = number(pixel);
            ByteBuffer pixels = kept.containsKey(number) ? kept.get(number) : unpack(number, pixel);
            used.put(number, pixels);
            long start = (x - 1) / tile[0] * tile[0] + 1;
            long end = Math.min(last, Math.min(shape[0], start + tile[0] - 1));
            int offset = Math.toIntExact(within(pixel) * pixelBytes);
            int length = Math.toIntExact((end - x + 1) * pixelBytes);
            row.put(pixels.slice(offset, length));
            x = end + 1;
        }
        kept = used;
    }

    /** 0-based number of the tile that holds a pixel, the first axis counting fastest. */
    private long number(long[] pixel) {
        long number = 0;
        for (int i = shape.length - 1; i >= 0; i--) {
            long tiles = (shape[i] + tile[i] - 1) / tile[i];
            number = number * tiles + (pixel[i] - 1) / tile[i];
        }
        return number;
    }

    /** Length of a pixel's tile along an axis: the last one may be shorter. */
    private long length(long[] pixel, int axis) {
        long start = (pixel[axis] - 1) / tile[axis] * tile[axis];
        return Math.min(tile[axis], shape[axis] - start);
    }

    private long within(long[] pixel) {
        long offset = 0;
        for (int i = shape.length - 1; i >= 0; i--) {
            offset = offset * length(pixel, i) + (pixel[i] - 1) % tile[i];
        }
        return offset;
    }

    private ByteBuffer unpack(long number, long[] pixel) throws IOException {
        long pixels = 1;
        for (int i = 0; i < shape.length; i++) {
            pixels = Math.multiplyExact(pixels, length(pixel, i));
        }
        return codec.tile(number, Math.toIntExact(length(pixel, 0)), Math.toIntExact(pixels));
    }
}
