package org.volans.image.internal.fits;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import org.eclipse.core.runtime.SubMonitor;

/** Decompresses the tiles of a box, some rows at a time, through nom-tam-fits. */
final class TileReader {

    private static final long CHUNK_PIXELS = 1 << 22;

    private final Path file;
    private final FitsHdu hdu;

    TileReader(Path file, FitsHdu hdu) {
        this.file = file;
        this.hdu = hdu;
    }

    void read(PixelBox box, RowSink sink, SubMonitor progress) throws IOException {
        try (Fits fits = new Fits(file.toFile())) {
            BasicHDU<?> unit = fits.getHDU(hdu.number());
            if (!(unit instanceof CompressedImageHDU compressed)) {
                throw new FitsFault("has a compressed image in unit " + hdu.number() + " that cannot be read");
            }
            long tile = Math.max(1, hdu.header().integer("ZTILE2", 1));
            long group = Math.max(tile, CHUNK_PIXELS / Math.max(1, box.length(0)) / tile * tile);
            long[] at = box.low().clone();
            do {
                for (long y = box.low()[1]; y <= box.high()[1]; y += group) {
                    PixelReader.checkCancelled(progress);
                    at[1] = y;
                    long rows = Math.min(group, box.high()[1] - y + 1);
                    sink.rows(part(compressed, at, box.length(0), rows));
                }
                progress.setWorkRemaining(1000).worked(10);
            } while (PixelReader.next(at, box));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new FitsFault("has a compressed image that cannot be unpacked: " + e.getMessage());
        }
    }

    private ByteBuffer part(CompressedImageHDU compressed, long[] at, long columns, long rows) throws IOException {
        int n = at.length;
        int[] corner = new int[n];
        int[] lengths = new int[n];
        for (int i = 0; i < n; i++) {
            corner[n - 1 - i] = Math.toIntExact(at[i] - 1);
            lengths[n - 1 - i] = 1;
        }
        lengths[n - 1] = Math.toIntExact(columns);
        lengths[n - 2] = Math.toIntExact(rows);
        Object pixels = compressed.getTileHDU(corner, lengths).getKernel();
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(columns * rows * Math.abs(hdu.bitpix()) / 8));
        flatten(pixels, bytes);
        return bytes.flip();
    }

    private static void flatten(Object pixels, ByteBuffer out) {
        switch (pixels) {
            case byte[] a -> out.put(a);
            case short[] a -> {
                for (short v : a) {
                    out.putShort(v);
                }
            }
            case int[] a -> {
                for (int v : a) {
                    out.putInt(v);
                }
            }
            case long[] a -> {
                for (long v : a) {
                    out.putLong(v);
                }
            }
            case float[] a -> {
                for (float v : a) {
                    out.putFloat(v);
                }
            }
            case double[] a -> {
                for (double v : a) {
                    out.putDouble(v);
                }
            }
            default -> {
                for (int i = 0; i < Array.getLength(pixels); i++) {
                    flatten(Array.get(pixels, i), out);
                }
            }
        }
    }
}
