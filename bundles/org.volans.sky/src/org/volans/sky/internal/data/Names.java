package org.volans.sky.internal.data;

/** Names that surveys make of positions. */
final class Names {

    private Names() {}

    /**
     * Truncated sexagesimal coordinates as the IAU recommends them for designations: {@code 160229.21+480600.4}.
     *
     * @param raDigits  decimals of the seconds of right ascension
     * @param decDigits decimals of the seconds of declination
     */
    static String designation(double ra, double dec, int raDigits, int decDigits) {
        StringBuilder name = new StringBuilder(20);
        sexagesimal(name, ra / 15, raDigits);
        name.append(dec < 0 ? '-' : '+');
        sexagesimal(name, Math.abs(dec), decDigits);
        return name.toString();
    }

    private static void sexagesimal(StringBuilder out, double value, int digits) {
        long scale = Math.round(Math.pow(10, digits));
        long units = (long) Math.floor(value * 3600 * scale + 1e-6);
        two(out, units / (3600 * scale));
        two(out, units / (60 * scale) % 60);
        two(out, units / scale % 60);
        if (digits > 0) {
            String fraction = Long.toString(units % scale);
            out.append('.').append("0".repeat(digits - fraction.length())).append(fraction);
        }
    }

    private static void two(StringBuilder out, long number) {
        if (number < 10) {
            out.append('0');
        }
        out.append(number);
    }
}
