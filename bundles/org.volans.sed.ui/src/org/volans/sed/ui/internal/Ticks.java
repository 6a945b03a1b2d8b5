package org.volans.sed.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Where an axis has ticks, and which of them are labelled: as many as there is room for, at round values. */
final class Ticks {

    /**
     * One tick.
     *
     * @param value on the axis
     * @param label empty for a minor tick
     */
    record Tick(double value, String label) {

        boolean major() {
            return !label.isEmpty();
        }
    }

    /** Mantissas that are labelled in a decade, the most first, with the narrowest gap of each set in decades. */
    private static final double[][] SETS = {
        {1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 6, 8}, {1, 2, 3, 5, 7}, {1, 2, 5}, {1, 3}, {1},
    };

    private static final int FEWEST = 2;
    private static final int MOST = 500;

    private Ticks() {}

    /**
     * Ticks of an axis.
     *
     * @param pixels how long it is
     * @param room   pixels that a label needs along the axis
     */
    static List<Tick> of(Scale scale, double low, double high, int pixels, int room) {
        if (!(low < high) || pixels <= 0 || scale.log() && !(low > 0)) {
            return List.of();
        }
        if (!scale.log()) {
            return linear(low, high, (high - low) * room / pixels, scale.label());
        }
        List<Tick> ticks = logarithmic(low, high, pixels / Math.log10(high / low), room, scale.label());
        if (ticks.stream().filter(Tick::major).count() >= FEWEST) {
            return ticks;
        }
        // less than a decade: even steps, whose narrowest gap is at the upper end
        return linear(low, high, high * (1 - Math.pow(low / high, (double) room / pixels)), scale.label());
    }

    private static List<Tick> logarithmic(
            double low, double high, double pixelsPerDecade, int room, DoubleFunction<String> label) {
        double[] labelled = labelled(pixelsPerDecade, room);
        int every = (int) Math.max(1, Math.ceil(room / pixelsPerDecade));
        boolean minor = pixelsPerDecade > 30;
        List<Tick> ticks = new ArrayList<>();
        for (int decade = (int) Math.floor(Math.log10(low)); decade <= Math.log10(high); decade++) {
            for (int mantissa = 1; mantissa <= (minor ? 9 : 1); mantissa++) {
                double value = Double.parseDouble(mantissa + "e" + decade);
                boolean major = contains(labelled, mantissa) && Math.floorMod(decade, every) == 0;
                if (value >= low && value <= high) {
                    ticks.add(new Tick(value, major ? label.apply(value) : ""));
                }
            }
        }
        return ticks;
    }

    private static double[] labelled(double pixelsPerDecade, int room) {
        for (double[] set : SETS) {
            double gap = 1;
            for (int i = 0; i < set.length; i++) {
                gap = Math.min(gap, Math.log10((i + 1 < set.length ? set[i + 1] : 10) / set[i]));
            }
            if (gap * pixelsPerDecade >= room) {
                return set;
            }
        }
        return SETS[SETS.length - 1];
    }

    private static boolean contains(double[] set, int mantissa) {
        for (double one : set) {
            if (one == mantissa) {
                return true;
            }
        }
        return false;
    }

    private static List<Tick> linear(double low, double high, double least, DoubleFunction<String> label) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double ratio = least / power;
        double step = power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10);
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high && ticks.size() < MOST; i++) {
            ticks.add(new Tick(i * step, label.apply(i * step)));
        }
        return ticks;
    }
}
