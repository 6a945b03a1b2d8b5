package org.volans.image.ui.internal.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.volans.api.image.Limits;
import org.volans.api.image.PixelArea;
import org.volans.api.image.PixelBlock;

class HistogramTest {

    private static Histogram of(Limits limits, double... values) {
        return Histogram.of(new PixelBlock(new PixelArea(1, 1, values.length, 1), 1, values.length, 1, values), limits);
    }

    @Test
    void everyValueIsInABin() {
        Histogram h = of(
                new Limits(10, 90),
                IntStream.range(0, 1000).mapToDouble(i -> i / 10.0).toArray());
        assertThat(Arrays.stream(h.bins()).sum()).isEqualTo(1000);
        assertThat(h.share(h.value(0.3))).isCloseTo(0.3, within(1e-12));
        assertThat(h.share(10)).isBetween(0.1, 0.25);
    }

    @Test
    void theLimitsAreAlwaysInside() {
        Histogram h = of(new Limits(-500, 700), 1, 2, 3, Double.NaN, Double.POSITIVE_INFINITY);
        assertThat(h.share(-500)).isPositive();
        assertThat(h.share(700)).isLessThan(1);
        assertThat(Arrays.stream(h.bins()).sum()).isEqualTo(3);
    }

    @Test
    void hugeValuesAndNone() {
        Histogram huge = of(new Limits(-Double.MAX_VALUE, Double.MAX_VALUE), -1e308, 0, 1e308);
        assertThat(Arrays.stream(huge.bins()).sum()).isEqualTo(3);
        assertThat(huge.value(0.5)).isCloseTo(0, within(1e290));
        assertThat(Arrays.stream(of(new Limits(0, 1), Double.NaN).bins()).sum()).isZero();
    }
}
