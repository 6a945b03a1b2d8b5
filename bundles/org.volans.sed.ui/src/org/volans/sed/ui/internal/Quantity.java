package org.volans.sed.ui.internal;

import java.util.Locale;

/** Numbers as people write them: {@code 480 nm}, {@code 12.5 µJy}, {@code 3×10⁻¹⁷}. */
final class Quantity {

    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final String[] PREFIXES = {"f", "p", "n", "\u00b5", "m", "", "k", "M", "G", "T", "P", "E"};
    private static final int FIRST = -15;
    private static final int LAST = 18;

    private Quantity() {}

    /**
     * A value with the prefix that leaves one to three digits before the point; metres between a centimetre and a metre
     * are told in centimetres.
     */
    static String of(double value, String unit) {
        if (value == 0 || !Double.isFinite(value)) {
            return plain(value) + " " + unit;
        }
        int exponent = exponent(value);
        if (unit.equals("m") && exponent >= -2 && exponent < 0) {
            return plain(value * 100) + " cm";
        }
        int step = Math.floorDiv(exponent, 3) * 3;
        if (step < FIRST || step > LAST) {
            return scientific(value) + " " + unit;
        }
        return plain(value / Math.pow(10, step)) + " " + PREFIXES[(step - FIRST) / 3] + unit;
    }

    /** {@code 10⁻⁴}, {@code 2×10⁻⁴}. */
    static String scientific(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return plain(value);
        }
        int exponent = exponent(value);
        String mantissa = plain(value / Math.pow(10, exponent));
        return (mantissa.equals("1") ? "" : mantissa + "\u00d7") + "10" + superscript(exponent);
    }

    /** At most four digits, no zeros that say nothing. */
    static String plain(double value) {
        if (!Double.isFinite(value)) {
            return "?";
        }
        String text = String.format(Locale.ROOT, "%.4g", value);
        if (text.contains("e")) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /** The exponent of ten of what would be shown. */
    private static int exponent(double value) {
        return (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9);
    }

    private static String superscript(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "\u207b" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
