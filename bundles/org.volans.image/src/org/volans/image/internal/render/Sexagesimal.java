package org.volans.image.internal.render;

import java.util.Locale;

/** Angles as hours or degrees, minutes, seconds with as many digits as a step needs; {@code ^} raises a unit. */
final class Sexagesimal {

    private static final double[] PARTS = {
        30,
        20,
        15,
        10,
        5,
        2,
        1,
        30 / 60.,
        20 / 60.,
        15 / 60.,
        10 / 60.,
        5 / 60.,
        2 / 60.,
        1 / 60.,
        30 / 3600.,
        20 / 3600.,
        15 / 3600.,
        10 / 3600.,
        5 / 3600.,
        2 / 3600.,
        1 / 3600.
    };
    private static final double[] HOURS = {6, 4, 3, 2, 1};

    private Sexagesimal() {}

    /** The smallest round step in degrees of right ascension (a round time) that is at least as large. */
    static double hourStep(double least) {
        double hours = least / 15;
        if (hours > 1) {
            return 15 * smallest(HOURS, hours);
        }
        return 15 * degreeStep(hours);
    }

    /** The smallest round step in degrees that is at least as large. */
    static double degreeStep(double least) {
        if (least > PARTS[PARTS.length - 1]) {
            return smallest(PARTS, least);
        }
        double seconds = least * 3600;
        double power = Math.pow(10, Math.floor(Math.log10(seconds)));
        for (double n : new double[] {1, 2, 5}) {
            if (n * power >= seconds * (1 - 1e-9)) {
                return n * power / 3600;
            }
        }
        return 10 * power / 3600;
    }

    /** The largest round angle that is not larger. */
    static double roundBelow(double most) {
        double step = degreeStep(most / 3);
        double best = step;
        while (step <= most * (1 + 1e-9) && step < 30) {
            best = step;
            step = degreeStep(step * 1.01);
        }
        return best;
    }

    private static double smallest(double[] falling, double least) {
        double best = falling[0];
        for (double step : falling) {
            if (step >= least * (1 - 1e-9)) {
                best = step;
            }
        }
        return best;
    }

    /** A right ascension: {@code 16^h03^m20^s}. */
    static String ra(double degrees, double step) {
        double day = (degrees % 360 + 360) % 360 / 15;
        return parts(day, step / 15, "^h", "^m", "^s", true);
    }

    /** A declination: {@code +46°46′30″}. */
    static String dec(double degrees, double step) {
        String sign = degrees < -1e-11 ? "−" : "+";
        return sign + parts(Math.abs(degrees), step, "°", "′", "″", false);
    }

    private static String parts(double value, double step, String one, String two, String three, boolean day) {
        double seconds = value * 3600;
        int digits = step * 3600 >= 1 - 1e-6 ? 0 : (int) Math.ceil(-Math.log10(step * 3600) - 1e-6);
        double unit = Math.pow(10, -digits);
        double rounded = Math.round(seconds / unit) * unit;
        long whole = (long) Math.floor(rounded + unit / 4);
        long first = whole / 3600;
        if (day) {
            first %= 24;
        }
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%02d%s", first, one));
        if (step < 1 - 1e-9) {
            text.append(String.format(Locale.ROOT, "%02d%s", whole / 60 % 60, two));
        }
        if (step < 1 / 60.0 - 1e-9) {
            double last = Math.max(0, rounded - whole / 60 * 60);
            String format = digits == 0 ? "%02.0f" : "%0" + (3 + digits) + "." + digits + "f";
            text.append(String.format(Locale.ROOT, format, last)).append(three);
        }
        return text.toString();
    }

    /** An angular size: {@code 30″}, {@code 2′}, {@code 1.5°}. */
    static String size(double degrees) {
        if (degrees >= 1 - 1e-9) {
            return number(degrees) + "°";
        }
        if (degrees * 60 >= 1 - 1e-9) {
            return number(degrees * 60) + "′";
        }
        return number(degrees * 3600) + "″";
    }

    private static String number(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }
}
