package org.volans.image.ui.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them. */
public final class Numbers {

    private Numbers() {}

    /** With three significant digits: {@code 0.00123}, {@code 1.23e-7}. */
    public static String three(double value) {
        return digits(value, 3);
    }

    /** With six significant digits. */
    public static String six(double value) {
        return digits(value, 6);
    }

    private static String digits(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e7)) {
            return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value).replace('-', '−');
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
        String plain =
                rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return plain.replace('-', '−');
    }
}
