package org.volans.image.internal.fits;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import nom.tam.fits.compression.algorithm.hcompress.HCompressor;
import nom.tam.fits.compression.algorithm.hcompress.HCompressorOption;
import nom.tam.fits.compression.algorithm.plio.PLIOCompress;
import nom.tam.fits.compression.algorithm.rice.RiceCompressOption;
import nom.tam.fits.compression.algorithm.rice.RiceCompressor;

/**
 * Unpacks single tiles (FITS 4.0, section 10.4). The algorithms but gzip are those of nom-tam-fits; the assembly of tiles and
 * the way back from quantized numbers are our own, since release 1.21.2 gives floating-point images wrong by up to two
 * quantization steps and lossless ones as NaN (its issue 874).
 */
final class TileCodec {

    private final TileTable table;
    private final String algorithm;
    private final int bitpix;
    private final Dequantizer dequantizer;

    TileCodec(TileTable table, FitsHdu hdu) throws IOException {
        this.table = table;
        this.algorithm = hdu.header().text("ZCMPTYPE").strip();
        this.bitpix = hdu.bitpix();
        this.dequantizer = new Dequantizer(hdu);
    }

    /**
     * Unpacks a tile.
     *
     * @param row    0-based row of the table
     * @param width  its length along the first axis
     * @param pixels how many it has
     * @return its pixels, big-endian as an image holds them
     */
    ByteBuffer tile(long row, int width, int pixels) throws IOException {
        Optional<byte[]> packed = table.bytes("COMPRESSED_DATA", row);
        if (packed.isEmpty()) {
            return fallback(row, pixels);
        }
        boolean floating = bitpix < 0;
        if (floating && !table.has("ZSCALE")) {
            return lossless(packed.get(), row, pixels);
        }
        int[] values;
        try {
            values = integers(packed.get(), width, pixels);
        } catch (RuntimeException e) {
            throw new FitsFault("has a damaged " + algorithm + " tile " + (row + 1) + ": " + e.getMessage());
        }
        return floating ? dequantize(values, row) : pack(values);
    }

    private ByteBuffer dequantize(int[] values, long row) throws IOException {
        double scale = table.number("ZSCALE", row).orElse(1.0);
        double zero = table.number("ZZERO", row).orElse(0.0);
        double[] floats = dequantizer.apply(values, row, scale, zero, table.number("ZBLANK", row));
        ByteBuffer out = ByteBuffer.allocate(values.length * Math.abs(bitpix) / 8);
        for (double v : floats) {
            if (bitpix == -32) {
                out.putFloat((float) v);
            } else {
                out.putDouble(v);
            }
        }
        return out.flip();
    }

    /** A tile that did not compress is kept as it was, or only gzipped. */
    private ByteBuffer fallback(long row, int pixels) throws IOException {
        Optional<byte[]> gzipped = table.bytes("GZIP_COMPRESSED_DATA", row);
        if (gzipped.isPresent()) {
            return sized(gunzip(gzipped.get(), row), row, pixels);
        }
        byte[] plain = table.bytes("UNCOMPRESSED_DATA", row)
                .orElseThrow(() -> new FitsFault("has a compressed image without data for tile " + (row + 1)));
        return sized(plain, row, pixels);
    }

    private ByteBuffer lossless(byte[] packed, long row, int pixels) throws IOException {
        if (!algorithm.startsWith("GZIP") && !algorithm.equals("NOCOMPRESS")) {
            throw new FitsFault("has a floating-point image compressed by " + algorithm + " without ZSCALE");
        }
        byte[] bytes = algorithm.startsWith("GZIP") ? gunzip(packed, row) : packed;
        return sized(algorithm.equals("GZIP_2") ? unshuffle(bytes, Math.abs(bitpix) / 8) : bytes, row, pixels);
    }

    private ByteBuffer sized(byte[] bytes, long row, int pixels) throws FitsFault {
        if (bytes.length != pixels * Math.abs(bitpix) / 8) {
            throw new FitsFault("has a compressed image whose tile " + (row + 1) + " is of the wrong size");
        }
        return ByteBuffer.wrap(bytes);
    }

    private ByteBuffer pack(int[] values) {
        ByteBuffer out = ByteBuffer.allocate(values.length * bitpix / 8);
        for (int v : values) {
            switch (bitpix) {
                case 8 -> out.put((byte) v);
                case 16 -> out.putShort((short) v);
                case 32 -> out.putInt(v);
                default -> out.putLong(v);
            }
        }
        return out.flip();
    }

    private int[] integers(byte[] packed, int width, int pixels) throws IOException {
        int[] values = new int[pixels];
        switch (algorithm) {
            case "RICE_1", "RICE_ONE" -> rice(packed, values);
            case "HCOMPRESS_1" -> {
                HCompressorOption option = new HCompressorOption();
                option.setTileWidth(width);
                option.setTileHeight(pixels / width);
                option.setScale(table.parameter("SCALE", 0));
                option.setSmooth(table.parameter("SMOOTH", 0) != 0);
                new HCompressor.IntHCompressor(option).decompress(ByteBuffer.wrap(packed), IntBuffer.wrap(values));
            }
            case "PLIO_1" ->
                new PLIOCompress.IntPLIOCompressor().decompress(ByteBuffer.wrap(packed), IntBuffer.wrap(values));
            case "GZIP_1", "GZIP_2", "NOCOMPRESS" -> gzip(packed, values);
            default -> throw new FitsFault("has an image compressed by '" + algorithm + "', which is not supported");
        }
        return values;
    }

    private void rice(byte[] packed, int[] values) throws IOException {
        int bytes = (int) table.parameter("BYTEPIX", 4);
        RiceCompressOption option = new RiceCompressOption();
        option.setBlockSize((int) table.parameter("BLOCKSIZE", 32));
        option.setBytePix(bytes);
        ByteBuffer in = ByteBuffer.wrap(packed);
        if (bytes == 4) {
            new RiceCompressor.IntRiceCompressor(option).decompress(in, IntBuffer.wrap(values));
        } else if (bytes == 2) {
            short[] small = new short[values.length];
            new RiceCompressor.ShortRiceCompressor(option).decompress(in, ShortBuffer.wrap(small));
            for (int i = 0; i < small.length; i++) {
                values[i] = small[i];
            }
        } else {
            byte[] small = new byte[values.length];
            new RiceCompressor.ByteRiceCompressor(option).decompress(in, ByteBuffer.wrap(small));
            for (int i = 0; i < small.length; i++) {
                values[i] = small[i] & 0xff;
            }
        }
    }

    private void gzip(byte[] packed, int[] values) throws IOException {
        byte[] bytes = algorithm.equals("NOCOMPRESS") ? packed : gunzip(packed, -1);
        int width = bytes.length / Math.max(1, values.length);
        ByteBuffer in = ByteBuffer.wrap(algorithm.equals("GZIP_2") ? unshuffle(bytes, width) : bytes);
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (width) {
                case 1 -> in.get() & 0xff;
                case 2 -> in.getShort();
                case 4 -> in.getInt();
                default -> throw new FitsFault("has a gzipped tile of the wrong size");
            };
        }
    }

    private static byte[] gunzip(byte[] packed, long row) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new FitsFault("has a damaged gzip tile" + (row < 0 ? "" : " " + (row + 1)) + ": " + e.getMessage());
        }
    }

    /** All first bytes stand before all second bytes and so on. */
    private static byte[] unshuffle(byte[] bytes, int width) {
        int n = bytes.length / Math.max(1, width);
        byte[] out = new byte[bytes.length];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < width; k++) {
                out[i * width + k] = bytes[k * n + i];
            }
        }
        return out;
    }
}
