package org.volans.image.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.volans.api.image.ColorMap;
import org.volans.api.image.Cut;
import org.volans.api.image.Limits;
import org.volans.api.image.Shading;
import org.volans.api.image.Stretch;

class LookTest {

    @Test
    void isReadAsItIsWritten() {
        Look look = Look.standard()
                .with(new Shading(Stretch.LOG, ColorMap.CUBEHELIX, true))
                .with(new Cut.Between(new Limits(-1e-7, 3)))
                .withGrid(true)
                .withCompass(false)
                .withColorBar(false);
        assertThat(Look.parse(look.text())).contains(look);
        assertThat(Look.parse(Look.standard().text())).contains(Look.standard());
    }

    @Test
    void whatIsNotOursIsForgotten() {
        assertThat(Look.parse("")).isEmpty();
        assertThat(Look.parse("stretch=asinh;colormap=jet;cut=99.5")).isEmpty();
        assertThat(Look.parse("stretch=asinh;colormap=heat;cut=nonsense")).isEmpty();
    }

    @Test
    void numbersForPeople() {
        assertThat(Numbers.six(0.01234567)).isEqualTo("0.0123457");
        assertThat(Numbers.six(-1234.5)).isEqualTo("−1234.5");
        assertThat(Numbers.six(1.2e-7)).isEqualTo("1.20000e−07");
        assertThat(Numbers.six(40)).isEqualTo("40");
        assertThat(Numbers.six(0)).isEqualTo("0");
        assertThat(Numbers.six(-3e300)).isEqualTo("−3.00000e+300");
        assertThat(Numbers.six(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
    }

    @Test
    void decimalsGoWithThePixels() {
        assertThat(Numbers.decimals(0.05)).isZero();
        // 1.5 and 0.05 arcsec
        assertThat(Numbers.decimals(1.5 / 3600)).isEqualTo(1);
        assertThat(Numbers.decimals(0.05 / 3600)).isEqualTo(2);
        assertThat(Numbers.decimals(Double.NaN)).isEqualTo(2);
    }

    @Test
    void cutsAreNamed() {
        assertThat(Look.name(new Cut.Percent(99.5))).isEqualTo("99.5 %");
        assertThat(Look.name(new Cut.Percent(95))).isEqualTo("95 %");
        assertThat(Look.name(new Cut.ZScale())).isEqualTo("Zscale");
    }
}
