package org.volans.image.internal.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.volans.api.geometry.Position;

/** Where round coordinates cross the edges of an image. */
final class SkyTicks {

    /** Right ascension or declination. */
    enum Axis {
        RA,
        DEC
    }

    /**
     * A crossing.
     *
     * @param at    picture coordinate along the edge (x of a horizontal edge, y of a vertical one)
     * @param value degrees
     */
    record Tick(double at, double value) {}

    private static final int SAMPLES = 240;

    private final View view;

    SkyTicks(View view) {
        this.view = view;
    }

    /** Which coordinate changes more along the lower edge; the other one belongs to the left edge. */
    Axis horizontal() {
        double x = view.left() + view.width() / 2.0;
        double y = view.top() + view.height() / 2.0;
        Optional<Position> a = view.toSky(x - view.width() / 10.0, y);
        Optional<Position> b = view.toSky(x + view.width() / 10.0, y);
        if (a.isEmpty() || b.isEmpty()) {
            return Axis.RA;
        }
        return Math.abs(b.get().dec() - a.get().dec()) > 0.71 * a.get().separation(b.get()) ? Axis.DEC : Axis.RA;
    }

    /** Coordinates along an edge, right ascensions without jumps; NaN where there is no sky. */
    private double[] along(boolean vertical, double fixed, Axis axis) {
        double[] values = new double[SAMPLES + 1];
        double last = Double.NaN;
        for (int i = 0; i <= SAMPLES; i++) {
            double at = position(vertical, i);
            Optional<Position> sky = vertical ? view.toSky(fixed, at) : view.toSky(at, fixed);
            double value = sky.isEmpty()
                    ? Double.NaN
                    : axis == Axis.RA ? sky.get().ra() : sky.get().dec();
            if (axis == Axis.RA && Double.isFinite(value) && Double.isFinite(last)) {
                value = last + Math.IEEEremainder(value - last, 360);
            }
            values[i] = value;
            last = Double.isFinite(value) ? value : last;
        }
        return values;
    }

    private double position(boolean vertical, int i) {
        return vertical
                ? view.top() + view.height() * (double) i / SAMPLES
                : view.left() + view.width() * (double) i / SAMPLES;
    }

    /** Extent of a coordinate along an edge in degrees. */
    double extent(boolean vertical, double fixed, Axis axis) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : along(vertical, fixed, axis)) {
            if (Double.isFinite(v)) {
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
        }
        return high > low ? high - low : 0;
    }

    /** The crossings of one edge at multiples of a step. */
    List<Tick> edge(boolean vertical, double fixed, Axis axis, double step) {
        double[] values = along(vertical, fixed, axis);
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < SAMPLES && step > 0; i++) {
            double a = values[i] / step;
            double b = values[i + 1] / step;
            if (!Double.isFinite(a) || !Double.isFinite(b) || Math.abs(b - a) > 20) {
                continue;
            }
            long from = (long) Math.ceil(Math.min(a, b));
            long to = (long) Math.floor(Math.max(a, b));
            for (long k = from; k <= to; k++) {
                boolean again = k == b && i + 1 < SAMPLES;
                double t = a == b ? 0 : (k - a) / (b - a);
                if (!again) {
                    ticks.add(new Tick(position(vertical, i) * (1 - t) + position(vertical, i + 1) * t, k * step));
                }
            }
        }
        return ticks;
    }

    /** A round step that leaves at least a distance in picture pixels between ticks. */
    double step(boolean vertical, double fixed, Axis axis, double distance) {
        double extent = extent(vertical, fixed, axis);
        double least = extent * distance / (vertical ? view.height() : view.width());
        if (!(least > 0)) {
            return 0;
        }
        return axis == Axis.RA ? Sexagesimal.hourStep(least) : Math.min(45, Sexagesimal.degreeStep(least));
    }
}
