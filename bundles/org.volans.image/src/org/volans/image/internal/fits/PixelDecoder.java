package org.volans.image.internal.fits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.volans.image.internal.wcs.Cards;

/** Physical values of pixels: BZERO and BSCALE applied, BLANK as NaN (FITS 4.0, section 4.4.2.5). */
public final class PixelDecoder implements RowSink {

    private final int bitpix;
    private final double zero;
    private final double scale;
    /** NaN, which equals nothing, where there is none. */
    private final double blank;

    private final DoubleConsumer values;
    private float[] floats = {};

    /**
     * @param header keyword to text
     * @param values takes one value after the other
     */
    public PixelDecoder(int bitpix, Map<String, String> header, DoubleConsumer values) {
        Cards cards = new Cards(header);
        this.bitpix = bitpix;
        this.zero = cards.find("BZERO").orElse(0);
        this.scale = cards.find("BSCALE").orElse(1);
        this.blank = cards.find("BLANK").orElse(Double.NaN);
        this.values = values;
    }

    @Override
    public void rows(ByteBuffer bytes) throws IOException {
        // a loop for each type: this is done for hundreds of millions of pixels
        switch (bitpix) {
            case 8 -> {
                while (bytes.hasRemaining()) {
                    integer(bytes.get() & 0xff);
                }
            }
            case 16 -> {
                while (bytes.hasRemaining()) {
                    integer(bytes.getShort());
                }
            }
            case 32 -> {
                while (bytes.hasRemaining()) {
                    integer(bytes.getInt());
                }
            }
            case 64 -> {
                while (bytes.hasRemaining()) {
                    integer(bytes.getLong());
                }
            }
            case -32 -> {
                while (bytes.hasRemaining()) {
                    values.accept(bytes.getFloat() * scale + zero);
                }
            }
            default -> {
                while (bytes.hasRemaining()) {
                    values.accept(bytes.getDouble() * scale + zero);
                }
            }
        }
    }

    /** Decodes as many pixels as fit into an array, floating-point ones of a whole row at once. */
    void decode(ByteBuffer bytes, double[] into) {
        int start = bytes.position();
        if (bitpix == -32) {
            if (floats.length < into.length) {
                floats = new float[into.length];
            }
            bytes.asFloatBuffer().get(floats, 0, into.length);
            for (int i = 0; i < into.length; i++) {
                into[i] = floats[i] * scale + zero;
            }
        } else {
            for (int i = 0; i < into.length; i++) {
                into[i] = value(bytes, i);
            }
        }
        bytes.position(start + into.length * (Math.abs(bitpix) / 8));
    }

    /** The value of one pixel of a row, without decoding the others. */
    double value(ByteBuffer row, int pixel) {
        int at = row.position() + pixel * (Math.abs(bitpix) / 8);
        return switch (bitpix) {
            case 8 -> physical(row.get(at) & 0xff);
            case 16 -> physical(row.getShort(at));
            case 32 -> physical(row.getInt(at));
            case 64 -> physical(row.getLong(at));
            case -32 -> row.getFloat(at) * scale + zero;
            default -> row.getDouble(at) * scale + zero;
        };
    }

    private void integer(double raw) {
        values.accept(physical(raw));
    }

    private double physical(double raw) {
        return raw == blank ? Double.NaN : raw * scale + zero;
    }
}
