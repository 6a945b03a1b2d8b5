package org.volans.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The primary header of a FITS file, read without any code of the product: FITS standard 4.0, section 4, and the tangent plane
 * of Calabretta and Greisen 2002 (WCS paper II), section 5.1.3.
 */
final class FitsFile {

    private static final int CARD = 80;
    private static final int BLOCK = 2880;

    private final Map<String, String> cards = new LinkedHashMap<>();
    private final long bytes;
    private final int headerBytes;

    FitsFile(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        bytes = content.length;
        int at = 0;
        String card = "";
        while (!card.startsWith("END     ")) {
            card = new String(content, at, CARD, StandardCharsets.US_ASCII);
            at += CARD;
            if (card.startsWith("= ", 8)) {
                String value = card.substring(10);
                int comment = value.startsWith("'") ? value.lastIndexOf('\'') + 1 : value.indexOf('/');
                cards.put(
                        card.substring(0, 8).strip(),
                        (comment > 0 ? value.substring(0, comment) : value)
                                .replace("'", "")
                                .strip());
            }
        }
        headerBytes = (at + BLOCK - 1) / BLOCK * BLOCK;
    }

    String text(String keyword) {
        return cards.getOrDefault(keyword, "");
    }

    double number(String keyword) {
        return Double.parseDouble(cards.get(keyword));
    }

    /** Whether the data are all there and padded to a block. */
    boolean complete() {
        long data = Math.abs((long) number("BITPIX")) / 8;
        for (int axis = 1; axis <= number("NAXIS"); axis++) {
            data *= (long) number("NAXIS" + axis);
        }
        return bytes == headerBytes + (data + BLOCK - 1) / BLOCK * BLOCK;
    }

    /** The pixel (from 1, 1) of a position in degrees by the tangent plane, for axes without rotation. */
    double[] pixel(double ra, double dec) {
        double delta = Math.toRadians(dec);
        double delta0 = Math.toRadians(number("CRVAL2"));
        double alpha = Math.toRadians(ra - number("CRVAL1"));
        double depth = Math.sin(delta) * Math.sin(delta0) + Math.cos(delta) * Math.cos(delta0) * Math.cos(alpha);
        double x = Math.toDegrees(Math.cos(delta) * Math.sin(alpha) / depth);
        double y = Math.toDegrees(
                (Math.sin(delta) * Math.cos(delta0) - Math.cos(delta) * Math.sin(delta0) * Math.cos(alpha)) / depth);
        return new double[] {number("CRPIX1") + x / number("CDELT1"), number("CRPIX2") + y / number("CDELT2")};
    }
}
