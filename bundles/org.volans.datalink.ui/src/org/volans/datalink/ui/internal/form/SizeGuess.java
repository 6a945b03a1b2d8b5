package org.volans.datalink.ui.internal.form;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.volans.api.datalink.ServiceInput;
import org.volans.api.datalink.ServiceInput.Kind;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Polygon;
import org.volans.api.geometry.Region;
import org.volans.api.spectral.SpectralUnits;

/** How large a cutout will be, as far as that can be told from the size of the whole and from what it covers. */
final class SizeGuess {

    /** A square is this much of the circle around it. */
    private static final double SQUARE = 2 / Math.PI;

    /** Headers. */
    private static final long LEAST = 6000;

    private SizeGuess() {}

    /**
     * Bytes, to within a factor of about two.
     *
     * @param whole bytes of the whole data set
     */
    static OptionalLong of(Answers answers, List<ServiceInput> inputs, OptionalLong whole) {
        if (whole.isEmpty()) {
            return whole;
        }
        OptionalDouble area = area(answers.region(), inputs);
        if (area.isEmpty()) {
            return OptionalLong.empty();
        }
        double bytes = whole.getAsLong() * area.getAsDouble() * band(answers.band(), inputs) + LEAST;
        return OptionalLong.of(Math.min(whole.getAsLong(), (long) bytes));
    }

    private static OptionalDouble area(Optional<Region> region, List<ServiceInput> inputs) {
        if (region.isEmpty()) {
            return OptionalDouble.of(1);
        }
        Optional<Region> all =
                inputs.stream().flatMap(i -> i.coverage().stream()).reduce((a, b) -> a instanceof Polygon ? a : b);
        if (all.isEmpty()) {
            return OptionalDouble.empty();
        }
        // a service cuts the box around a circle; bounding circles stand for boxes of both
        double cut =
                square(region.get().boundingCircle().radius()) * (region.get() instanceof Circle ? 4 / Math.PI : 1);
        return OptionalDouble.of(
                Math.min(1, cut / (square(all.get().boundingCircle().radius()) * SQUARE)));
    }

    private static double band(Optional<Interval> metres, List<ServiceInput> inputs) {
        Optional<Interval> all = inputs.stream()
                .filter(i -> i.kind() == Kind.BAND)
                .flatMap(i -> i.limits().flatMap(l -> SpectralUnits.toMetres(l, i.unit())).stream())
                .findFirst();
        if (metres.isEmpty() || all.isEmpty()) {
            return 1;
        }
        double overlap = Math.min(metres.get().high(), all.get().high())
                - Math.max(metres.get().low(), all.get().low());
        double fraction = overlap / (all.get().high() - all.get().low());
        return Double.isFinite(fraction) ? Math.clamp(fraction, 0, 1) : 1;
    }

    private static double square(double value) {
        return value * value;
    }
}
