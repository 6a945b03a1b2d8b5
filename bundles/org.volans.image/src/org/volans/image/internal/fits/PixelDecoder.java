package org.volans.image.internal.fits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import org.volans.image.internal.wcs.Cards;

/** Physical values of pixels: BZERO and BSCALE applied, BLANK as NaN (FITS 4.0, section 4.4.2.5). */
public final class PixelDecoder implements RowSink {

    private final int bitpix;
    private final double zero;
    private final double scale;
    private final OptionalDouble blank;
    private final DoubleConsumer values;

    /**
     * @param header keyword to text
     * @param values takes one value after the other
     */
    public PixelDecoder(int bitpix, Map<String, String> header, DoubleConsumer values) {
        Cards cards = new Cards(header);
        this.bitpix = bitpix;
        this.zero = cards.find("BZERO").orElse(0);
        this.scale = cards.find("BSCALE").orElse(1);
        this.blank = bitpix > 0 ? cards.find("BLANK") : OptionalDouble.empty();
        this.values = values;
    }

    @Override
    public void rows(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            double raw = next(bytes);
            boolean missing = blank.isPresent() && raw == blank.getAsDouble();
            values.accept(missing ? Double.NaN : raw * scale + zero);
        }
    }

    private double next(ByteBuffer bytes) {
        return switch (bitpix) {
            case 8 -> bytes.get() & 0xff;
            case 16 -> bytes.getShort();
            case 32 -> bytes.getInt();
            case 64 -> bytes.getLong();
            case -32 -> bytes.getFloat();
            default -> bytes.getDouble();
        };
    }
}
