package org.volans.image.internal.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.image.ColorMap;
import org.volans.api.image.Cut;
import org.volans.api.image.Limits;
import org.volans.api.image.Stretch;

class CutsTest {

    /** Sums of three numbers of the generator s = (1103515245 s + 12345) mod 2^31 from 12345. */
    private static double[] noise() {
        long state = 12345;
        double[] u = new double[3000];
        for (int i = 0; i < u.length; i++) {
            state = (state * 1103515245L + 12345) % 2147483648L;
            u[i] = state / 2147483648.0;
        }
        return IntStream.range(0, 1000)
                .mapToDouble(i -> u[3 * i] + u[3 * i + 1] + u[3 * i + 2])
                .toArray();
    }

    private static Limits cuts(double[] values, String how) throws InputException {
        return Cuts.of(values, Cut.parse(how));
    }

    /** Figures by astropy 5.2.1, ZScaleInterval with all values as sample. */
    @Test
    void zscaleAgreesWithAstropy() throws Exception {
        Limits ramp = cuts(IntStream.range(0, 1000).mapToDouble(i -> i / 10.0).toArray(), "zscale");
        assertThat(ramp).isEqualTo(new Limits(0, 99.9));
        Limits noise = cuts(noise(), "zscale");
        assertThat(noise.low()).isCloseTo(0.19068577699363232, within(0.01));
        assertThat(noise.high()).isCloseTo(2.941350743174553, within(0.01));
    }

    @Test
    void zscaleLooksPastBrightSources() throws Exception {
        double[] field = noise();
        for (int i = 0; i < field.length; i += 50) {
            field[i] += 1000;
        }
        Limits cuts = cuts(field, "zscale");
        assertThat(cuts.low()).isCloseTo(0.19, within(0.05));
        assertThat(cuts.high()).isBetween(2.5, 6.0);
    }

    @Test
    void gapsDoNotCount() throws Exception {
        double[] values = {Double.NaN, 1, 2, 3, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        assertThat(cuts(values, "minmax")).isEqualTo(new Limits(1, 3));
        assertThat(cuts(values, "100")).isEqualTo(new Limits(1, 3));
        assertThat(cuts(values, "50%").low()).isCloseTo(1.5, within(1e-12));
        for (String how : new String[] {"zscale", "minmax", "99"}) {
            assertThat(cuts(new double[] {Double.NaN, Double.NaN}, how)).isEqualTo(new Limits(0, 1));
            Limits constant = cuts(new double[] {7, 7, 7, 7, 7, 7}, how);
            assertThat(constant.low()).isLessThan(7);
            assertThat(constant.high()).isGreaterThan(7);
        }
    }

    @Test
    void otherWordsAreNoCuts() {
        for (String how : new String[] {"", "auto", "0", "101", "-5", "NaN", "2,1", "1,", "0,inf", "1,2,3"}) {
            assertThatThrownBy(() -> Cut.parse(how)).as(how).isInstanceOf(InputException.class);
        }
    }

    @Test
    void stretchesRunFromZeroToOneAndRise() {
        for (Stretch stretch : Stretch.values()) {
            assertThat(stretch.of(0)).isCloseTo(0, within(1e-15));
            assertThat(stretch.of(1)).isCloseTo(1, within(1e-15));
            for (double t = 0; t < 1; t += 0.01) {
                assertThat(stretch.of(t + 0.01)).isGreaterThan(stretch.of(t));
            }
        }
    }

    /** Ends and middles as matplotlib 3.6.3 has them. */
    @Test
    void colorMaps() {
        assertThat(ColorMap.VIRIDIS.rgb(0)).isEqualTo(0x440154);
        assertThat(ColorMap.VIRIDIS.rgb(1)).isEqualTo(0xfde725);
        assertThat(ColorMap.INFERNO.rgb(0)).isEqualTo(0x000004);
        assertThat(ColorMap.MAGMA.rgb(1)).isEqualTo(0xfcfdbf);
        assertThat(ColorMap.GRAY.rgb(0.5)).isEqualTo(0x808080);
        assertThat(ColorMap.HEAT.rgb(1 / 3.0)).isEqualTo(0xff0000);
        assertThat(ColorMap.CUBEHELIX.rgb(1)).isEqualTo(0xffffff);
    }
}
