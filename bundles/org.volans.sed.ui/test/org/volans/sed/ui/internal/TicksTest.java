package org.volans.sed.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.geometry.Interval;
import org.volans.api.sed.SedPlot.XAxis;
import org.volans.api.sed.SedPlot.YAxis;
import org.volans.api.sed.SedPoint;
import org.volans.sed.ui.internal.Ticks.Tick;

/** Labels of axes. */
class TicksTest {

    private static List<String> labels(Scale scale, double low, double high, int pixels) {
        return Ticks.of(scale, low, high, pixels, 60).stream()
                .filter(Tick::major)
                .map(Tick::label)
                .toList();
    }

    @Test
    void decadesHaveSiUnits() {
        assertThat(labels(Scale.of(XAxis.WAVELENGTH), 2e-7, 8, 600))
                .containsExactly("1 µm", "10 µm", "100 µm", "1 mm", "1 cm", "10 cm", "1 m");
        assertThat(labels(Scale.of(XAxis.FREQUENCY), 3e7, 2e15, 300))
                .containsExactly("100 MHz", "10 GHz", "1 THz", "100 THz");
    }

    @Test
    void aShortStretchHasMoreThanDecades() {
        assertThat(labels(Scale.of(XAxis.WAVELENGTH), 3.0e-7, 1.05e-6, 300))
                .containsExactly("300 nm", "500 nm", "700 nm", "1 µm");
        assertThat(labels(Scale.of(XAxis.WAVELENGTH), 6.11e-7, 6.29e-7, 300))
                .hasSizeBetween(2, 5)
                .contains("615 nm");
    }

    @Test
    void magnitudesAreEven() {
        assertThat(labels(Scale.of(YAxis.AB_MAGNITUDE), 18.2, 22.9, 300)).containsExactly("19", "20", "21", "22");
    }

    @Test
    void rangesThatCannotBeDrawnHaveNone() {
        assertThat(labels(Scale.of(YAxis.FNU), 0, 1, 300)).isEmpty();
        assertThat(labels(Scale.of(YAxis.FNU), 1, 1, 300)).isEmpty();
        assertThat(labels(Scale.of(YAxis.FNU), 1, 10, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "4.8e-7,m,480 nm",
        "0.21,m,21 cm",
        "5.55,m,5.55 m",
        "1.2345e-5,Jy,12.35 µJy",
        "9.9999e8,Hz,1000 MHz",
        "1e-30,Jy,10⁻³⁰ Jy",
        "0,Jy,0 Jy"
    })
    void writesQuantities(double value, String unit, String text) {
        assertThat(Quantity.of(value, unit)).isEqualTo(text);
    }

    @Test
    void writesValuesWithTheirErrors() {
        SedPoint point = new SedPoint("F", "x", 5e-7, new Interval(4e-7, 6e-7), 1.25e-5, 3.14159e-7, "12.5 uJy", false);
        assertThat(Scale.brightness(YAxis.FNU, point)).isEqualTo("12.5 ± 0.31 µJy");
        assertThat(Scale.brightness(YAxis.AB_MAGNITUDE, point)).isEqualTo("21.158 ± 0.027 mag");
        assertThat(Scale.brightness(YAxis.FNU, point.asLimit())).isEqualTo("< 12.5 µJy");
        assertThat(Scale.brightness(YAxis.AB_MAGNITUDE, point.asLimit())).isEqualTo("> 21.158 mag");
    }
}
