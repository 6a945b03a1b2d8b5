package org.volans.api.io;

import java.util.List;
import java.util.Locale;

/** Numbers of bytes as people write them. */
public final class ByteSize {

    private static final List<String> UNITS = List.of("bytes", "kB", "MB", "GB", "TB");

    private ByteSize() {}

    /** {@code 12.4 MB}: powers of a thousand, three digits at most below a thousand TB. */
    public static String text(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < UNITS.size() - 1) {
            value /= 1000;
            unit++;
        }
        String number = unit == 0 || value >= 100
                ? Long.toString(Math.round(value))
                : String.format(Locale.ROOT, "%.1f", value);
        return number + " " + UNITS.get(unit);
    }
}
