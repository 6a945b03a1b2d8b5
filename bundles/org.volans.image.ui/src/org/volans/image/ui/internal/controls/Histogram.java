package org.volans.image.ui.internal.controls;

import java.util.Arrays;
import org.volans.api.image.Limits;
import org.volans.api.image.PixelBlock;

/**
 * How often values occur.
 *
 * @param low   value at the left edge
 * @param high  value at the right edge
 * @param bins  how many values each bin has
 */
record Histogram(double low, double high, int[] bins) {

    private static final int BINS = 256;
    private static final double TAIL = 0.0005;
    private static final double BESIDE = 0.1;

    /** Of the values of a sample but the most extreme ones, wide enough to hold the limits. */
    static Histogram of(PixelBlock sample, Limits limits) {
        double[] values =
                Arrays.stream(sample.values()).filter(Double::isFinite).sorted().toArray();
        double low = limits.low();
        double high = limits.high();
        if (values.length > 0) {
            low = Math.min(low, values[(int) (TAIL * (values.length - 1))]);
            high = Math.max(high, values[(int) ((1 - TAIL) * (values.length - 1))]);
        }
        double beside = BESIDE * (high / 2 - low / 2);
        double left = Math.max(-Double.MAX_VALUE, low - beside);
        double right = Math.min(Double.MAX_VALUE, high + beside);
        int[] bins = new int[BINS];
        for (double v : values) {
            double at = (v / 2 - left / 2) / (right / 2 - left / 2) * BINS;
            if (at >= 0 && at < BINS) {
                bins[(int) at]++;
            }
        }
        return new Histogram(left, right, bins);
    }

    /** Share of the way from the left edge of a value. */
    double share(double value) {
        return (value / 2 - low / 2) / (high / 2 - low / 2);
    }

    /** Value at a share of the way. */
    double value(double share) {
        return low * (1 - share) + high * share;
    }
}
