package org.volans.sed.internal;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** Decades as people write them: {@code 100 nm}, {@code 1 µm}, {@code 10⁻⁴}. */
@NonNullByDefault({}) // overrides methods that say nothing about nulls
final class Decades extends NumberFormat {

    private static final long serialVersionUID = 1L;
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final String[] PREFIXES = {"p", "n", "\u00b5", "m", "", "k"};
    private static final int FIRST_PREFIX = -12;

    private final String unit;

    Decades(String unit) {
        this.unit = unit;
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        return to.append(text(number));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return format((double) number, to, position);
    }

    @Override
    public @Nullable Number parse(String source, ParsePosition position) {
        return null; // axes are drawn, never typed into
    }

    private String text(double number) {
        int exponent = (int) Math.floor(Math.log10(number) + 1e-9);
        double mantissa = number / Math.pow(10, exponent);
        if (!unit.isEmpty() && exponent >= FIRST_PREFIX && exponent < 6) {
            int step = Math.floorDiv(exponent, 3);
            String prefix = PREFIXES[step - FIRST_PREFIX / 3];
            return plain(number / Math.pow(10, 3 * step)) + " " + prefix + unit;
        }
        String factor = Math.abs(mantissa - 1) < 1e-6 ? "" : plain(mantissa) + "\u00d7";
        return factor + "10" + superscript(exponent);
    }

    private static String plain(double number) {
        String text = String.format(Locale.ROOT, "%.3g", number);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    private static String superscript(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "\u207b" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
