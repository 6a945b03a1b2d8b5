package org.volans.sky.internal.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A FITS header in the making (FITS 4.0, section 4): fixed-format cards of 80 characters, blocks of 2880 bytes. */
final class FitsHeader {

    private static final int BLOCK = 2880;
    private static final int CARD = 80;

    private final List<String> cards = new ArrayList<>();

    FitsHeader logical(String keyword, boolean value, String comment) {
        return card(keyword, String.format(Locale.ROOT, "%20s", value ? "T" : "F"), comment);
    }

    FitsHeader number(String keyword, long value, String comment) {
        return card(keyword, String.format(Locale.ROOT, "%20d", value), comment);
    }

    FitsHeader number(String keyword, double value, String comment) {
        return card(keyword, String.format(Locale.ROOT, "%20s", real(value)), comment);
    }

    FitsHeader text(String keyword, String value, String comment) {
        return card(keyword, String.format(Locale.ROOT, "%-20s", String.format(Locale.ROOT, "'%-8s'", value)), comment);
    }

    FitsHeader history(String text) {
        cards.add(String.format(Locale.ROOT, "%-80s", "HISTORY " + text));
        return this;
    }

    private FitsHeader card(String keyword, String value, String comment) {
        String card = String.format(Locale.ROOT, "%-8s= %s / %s", keyword, value, comment);
        if (card.length() > CARD) {
            card = card.substring(0, CARD);
        }
        cards.add(String.format(Locale.ROOT, "%-80s", card));
        return this;
    }

    /** A real number always has a point, so that it is not taken for an integer. */
    private static String real(double value) {
        String text = Double.toString(value);
        return text.contains(".") ? text : text + ".0";
    }

    /** Number of bytes rounded up to whole blocks. */
    static long padded(long bytes) {
        return (bytes + BLOCK - 1) / BLOCK * BLOCK;
    }

    byte[] bytes() {
        String all = String.join("", cards) + String.format(Locale.ROOT, "%-80s", "END");
        return String.format(Locale.ROOT, "%-" + padded(all.length()) + "s", all)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
