package org.volans.image.internal.render;

import java.util.Arrays;
import java.util.Optional;

/**
 * The values that get the first and the last colour.
 *
 * @param low  finite, less than {@code high}
 * @param high finite
 */
record Cuts(double low, double high) {

    private static final int SAMPLE = 20_000;

    /**
     * Finds the cuts of an image; NaN and infinite values do not count.
     *
     * @param how {@code zscale}, {@code minmax} or a percentage
     * @return empty when {@code how} is none of these
     */
    static Optional<Cuts> of(double[] values, String how) {
        String name = how.strip().toLowerCase(java.util.Locale.ROOT);
        double[] sorted = name.equals("minmax") ? extremes(values) : sample(values);
        if (name.equals("minmax")) {
            return Optional.of(spread(sorted[0], sorted[1]));
        }
        Arrays.sort(sorted);
        if (name.equals("zscale")) {
            return Optional.of(sorted.length == 0 ? spread(0, 1) : zscale(sorted));
        }
        try {
            double percent = Double.parseDouble(name.endsWith("%") ? name.substring(0, name.length() - 1) : name);
            if (percent > 0 && percent <= 100) {
                double tail = (1 - percent / 100) / 2;
                return Optional.of(
                        sorted.length == 0 ? spread(0, 1) : spread(quantile(sorted, tail), quantile(sorted, 1 - tail)));
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static double[] extremes(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            if (Double.isFinite(v)) {
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
        }
        return low > high ? new double[] {0, 1} : new double[] {low, high};
    }

    private static double[] sample(double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (finite.length <= SAMPLE) {
            return finite;
        }
        double[] some = new double[SAMPLE];
        for (int i = 0; i < SAMPLE; i++) {
            some[i] = finite[(int) ((long) i * finite.length / SAMPLE)];
        }
        return some;
    }

    private static double quantile(double[] sorted, double q) {
        double at = q * (sorted.length - 1);
        int i = (int) Math.floor(at);
        int j = Math.min(sorted.length - 1, i + 1);
        return sorted[i] + (sorted[j] - sorted[i]) * (at - i);
    }

    /** A constant image still needs a range to be drawn in. */
    private static Cuts spread(double low, double high) {
        double least = Math.max(Math.abs(low) * 1e-6, 1e-30);
        return high - low > least ? new Cuts(low, high) : new Cuts(low - least, low + least);
    }

    /**
     * IRAF's zscale: a line through the sorted values without those far off it; its slope over the contrast 0.25 about
     * the median gives the cuts (documented with IRAF's {@code display} task).
     */
    static Cuts zscale(double[] sorted) {
        int n = sorted.length;
        double median = quantile(sorted, 0.5);
        int least = Math.max(5, n / 2);
        boolean[] bad = new boolean[n];
        double[] line = {0, 0};
        int good = n;
        int grow = Math.max(1, n / 100);
        for (int round = 0; round < 5 && good >= least; round++) {
            line = fit(sorted, bad);
            int left = reject(sorted, bad, line, grow);
            if (left == good) {
                break;
            }
            good = left;
        }
        if (good < least || n < 5) {
            return spread(sorted[0], sorted[n - 1]);
        }
        double slope = line[1] / 0.25;
        double middle = (n - 1) / 2.0;
        return spread(Math.max(sorted[0], median - middle * slope), Math.min(sorted[n - 1], median + middle * slope));
    }

    private static double[] fit(double[] sorted, boolean[] bad) {
        double middle = (sorted.length - 1) / 2.0;
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (!bad[i]) {
                double x = i - middle;
                n++;
                sx += x;
                sy += sorted[i];
                sxx += x * x;
                sxy += x * sorted[i];
            }
        }
        double determinant = n * sxx - sx * sx;
        double slope = determinant == 0 ? 0 : (n * sxy - sx * sy) / determinant;
        return new double[] {(sy - slope * sx) / n, slope};
    }

    /** Marks values beyond 2.5 sigma and their neighbours; gives how many are left. */
    private static int reject(double[] sorted, boolean[] bad, double[] line, int grow) {
        double middle = (sorted.length - 1) / 2.0;
        double[] off = new double[sorted.length];
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < sorted.length; i++) {
            off[i] = sorted[i] - line[0] - line[1] * (i - middle);
            if (!bad[i]) {
                n++;
                sum += off[i];
                squares += off[i] * off[i];
            }
        }
        double limit = 2.5 * Math.sqrt(Math.max(0, squares / n - sum / n * (sum / n)));
        boolean[] far = new boolean[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            far[i] = Math.abs(off[i]) > limit;
        }
        int left = 0;
        int lastFar = Integer.MIN_VALUE / 2;
        for (int i = 0; i < sorted.length; i++) {
            lastFar = far[i] ? i : lastFar;
            bad[i] |= i - lastFar < grow;
        }
        int nextFar = Integer.MAX_VALUE / 2;
        for (int i = sorted.length - 1; i >= 0; i--) {
            nextFar = far[i] ? i : nextFar;
            bad[i] |= nextFar - i < grow;
            left += bad[i] ? 0 : 1;
        }
        return left;
    }
}
