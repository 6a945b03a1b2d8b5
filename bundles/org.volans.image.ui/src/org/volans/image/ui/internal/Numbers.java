package org.volans.image.ui.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them. */
public final class Numbers {

    private Numbers() {}

    /** Decimals of arc seconds that pixels of a size, in degrees, deserve: a tenth of a pixel. */
    public static int decimals(double pixel) {
        return pixel > 0 ? (int) Math.max(0, Math.min(6, Math.ceil(-Math.log10(pixel * 3600) + 0.5))) : 2;
    }

    /** With six significant digits: {@code 0.00123}, {@code 1.23000e−07}. */
    public static String six(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e7)) {
            return String.format(Locale.ROOT, "%.5e", value).replace('-', '−');
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6));
        String plain =
                rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return plain.replace('-', '−');
    }
}
