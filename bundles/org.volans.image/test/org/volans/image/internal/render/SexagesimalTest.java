package org.volans.image.internal.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SexagesimalTest {

    @Test
    void labels() {
        assertThat(Sexagesimal.ra(240, 15)).isEqualTo("16^h");
        assertThat(Sexagesimal.ra(240.25, 0.25)).isEqualTo("16^h01^m");
        assertThat(Sexagesimal.ra(240.25, 5 / 240.0)).isEqualTo("16^h01^m00^s");
        assertThat(Sexagesimal.ra(359.9999999999, 5 / 240.0)).isEqualTo("00^h00^m00^s");
        assertThat(Sexagesimal.ra(-15, 15)).isEqualTo("23^h");
        assertThat(Sexagesimal.ra(0.05 / 240, 0.05 / 240)).isEqualTo("00^h00^m00.05^s");
        assertThat(Sexagesimal.dec(-0.5, 0.5)).isEqualTo("−00°30′");
        assertThat(Sexagesimal.dec(46.775, 10 / 3600.0)).isEqualTo("+46°46′30″");
        assertThat(Sexagesimal.dec(46.99999999999, 1 / 3600.0)).isEqualTo("+47°00′00″");
        assertThat(Sexagesimal.dec(90, 30)).isEqualTo("+90°");
        assertThat(Sexagesimal.size(0.5 / 3600)).isEqualTo("0.5″");
        assertThat(Sexagesimal.size(2 / 60.0)).isEqualTo("2′");
        assertThat(Sexagesimal.size(1)).isEqualTo("1°");
    }

    @Property
    void stepsAreAtLeastWhatIsAskedAndNotMuchMore(@ForAll @DoubleRange(min = 0.01, max = 14) double least) {
        for (double unit : new double[] {1e-6, 1e-3, 1}) {
            double wanted = least * unit;
            assertThat(Sexagesimal.degreeStep(wanted)).isBetween(wanted * (1 - 1e-9), wanted * 2.51);
            assertThat(Sexagesimal.hourStep(wanted)).isBetween(wanted * (1 - 1e-9), wanted * 2.51);
            double bar = Sexagesimal.roundBelow(wanted);
            assertThat(bar).isLessThanOrEqualTo(wanted * (1 + 1e-6)).isGreaterThan(wanted * 0.38);
        }
        assertThat(Sexagesimal.degreeStep(1 / 3600.0)).isCloseTo(1 / 3600.0, within(1e-15));
    }
}
