package org.volans.image.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Writes small FITS files card by card. */
final class TestFits {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Cards as a header wants them; text values in quotes already. */
    static String[] cards(Object... keysAndValues) {
        List<String> cards = new ArrayList<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            cards.add(String.format("%-8s= %20s", keysAndValues[i], keysAndValues[i + 1]));
        }
        return cards.toArray(String[]::new);
    }

    /** A tangential image of 0.01 degree pixels about 10, 20 degrees. */
    static String[] tan(double crpix1, double crpix2) {
        return cards(
                "CTYPE1",
                "'RA---TAN'",
                "CTYPE2",
                "'DEC--TAN'",
                "CRVAL1",
                "10.0",
                "CRVAL2",
                "20.0",
                "CRPIX1",
                crpix1,
                "CRPIX2",
                crpix2,
                "CDELT1",
                "-0.01",
                "CDELT2",
                "0.01");
    }

    TestFits hdu(List<String> cards, byte[] data) {
        StringBuilder text = new StringBuilder();
        for (String card : cards) {
            text.append(String.format("%-80s", card));
        }
        text.append(String.format("%-80s", "END"));
        while (text.length() % 2880 != 0) {
            text.append(' ');
        }
        bytes.writeBytes(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(data);
        bytes.writeBytes(new byte[(2880 - data.length % 2880) % 2880]);
        return this;
    }

    /** An image in the first unit (or in an extension when one is there); the pixel number gives the value. */
    TestFits image(int bitpix, long[] shape, DoubleUnaryOperator value, String... more) {
        List<String> cards = new ArrayList<>();
        cards.add(bytes.size() == 0 ? "SIMPLE  =                    T" : "XTENSION= 'IMAGE   '");
        cards.addAll(List.of(cards("BITPIX", bitpix, "NAXIS", shape.length)));
        int n = 1;
        for (int i = 0; i < shape.length; i++) {
            cards.addAll(List.of(cards("NAXIS" + (i + 1), shape[i])));
            n *= (int) shape[i];
        }
        if (bytes.size() > 0) {
            cards.addAll(List.of(cards("PCOUNT", 0, "GCOUNT", 1)));
        }
        cards.addAll(List.of(more));
        return hdu(cards, pixels(bitpix, n, value));
    }

    static byte[] pixels(int bitpix, int n, DoubleUnaryOperator value) {
        ByteBuffer data = ByteBuffer.allocate(n * Math.abs(bitpix) / 8);
        for (int i = 0; i < n; i++) {
            double v = value.applyAsDouble(i);
            switch (bitpix) {
                case 8 -> data.put((byte) v);
                case 16 -> data.putShort((short) v);
                case 32 -> data.putInt((int) v);
                case 64 -> data.putLong((long) v);
                case -32 -> data.putFloat((float) v);
                default -> data.putDouble(v);
            }
        }
        return data.array();
    }

    Path write(Path file) throws IOException {
        return Files.write(file, bytes.toByteArray());
    }
}
