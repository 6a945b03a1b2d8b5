package org.volans.image.internal.render;

import java.util.Arrays;
import org.volans.api.image.Cut;
import org.volans.api.image.Limits;

/** Finds the limits of an image by its values. */
public final class Cuts {

    private static final int SAMPLE = 20_000;

    private Cuts() {}

    /** Limits of values; NaN and infinite ones do not count, and where there are no others 0 and 1 are given. */
    public static Limits of(double[] values, Cut cut) {
        return switch (cut) {
            case Cut.Between between -> between.limits();
            case Cut.MinMax minMax -> extremes(values);
            case Cut.ZScale zscale -> {
                double[] sorted = sample(values);
                yield sorted.length == 0 ? new Limits(0, 1) : zscale(sorted);
            }
            case Cut.Percent percent -> {
                double[] sorted = sample(values);
                double tail = (1 - percent.percent() / 100) / 2;
                yield sorted.length == 0
                        ? new Limits(0, 1)
                        : spread(quantile(sorted, tail), quantile(sorted, 1 - tail));
            }
        };
    }

    private static Limits extremes(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            if (Double.isFinite(v)) {
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
        }
        return low > high ? new Limits(0, 1) : spread(low, high);
    }

    /** Some of the numbers, sorted. */
    private static double[] sample(double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double[] some = finite.length <= SAMPLE ? finite : new double[SAMPLE];
        for (int i = 0; i < some.length; i++) {
            some[i] = finite[(int) ((long) i * finite.length / some.length)];
        }
        Arrays.sort(some);
        return some;
    }

    private static double quantile(double[] sorted, double q) {
        double at = q * (sorted.length - 1);
        int i = (int) Math.floor(at);
        int j = Math.min(sorted.length - 1, i + 1);
        // not by the difference, which may be too large for a number
        return sorted[i] * (i + 1 - at) + sorted[j] * (at - i);
    }

    /** A constant image still needs a range to be drawn in. */
    private static Limits spread(double low, double high) {
        double least = Math.max(Math.abs(low) * 1e-6, 1e-30);
        return high - low > least
                ? new Limits(low, high)
                : new Limits(Math.max(-Double.MAX_VALUE, low - least), Math.min(Double.MAX_VALUE, low + least));
    }

    /**
     * IRAF's zscale: a line through the sorted values without those far off it; its slope over the contrast 0.25 about
     * the median gives the cuts (documented with IRAF's {@code display} task).
     */
    static Limits zscale(double[] sorted) {
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
        return Double.isFinite(slope)
                ? spread(Math.max(sorted[0], median - middle * slope), Math.min(sorted[n - 1], median + middle * slope))
                : spread(sorted[0], sorted[n - 1]);
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
