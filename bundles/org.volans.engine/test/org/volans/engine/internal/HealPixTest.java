package org.volans.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.geometry.Position;

/** Cells and coverage maps; the numbers of cells are pgSphere's ({@code ivo_healpix_index} of a GAVO DaCHS 2.7). */
class HealPixTest {

    @ParameterizedTest
    @CsvSource({
        "6, 10, 20, 19863",
        "6, 1, 89, 4094",
        "6, 200, 85, 12268",
        "6, 300, -88.5, 45058",
        "9, 91, 70, 503522",
        "10, 240.484, 46.768, 2544394",
        "6, 123.4, -67.8, 37453",
        "20, 350, -5, 5023213495993",
        "3, 45, 41.81, 15"
    })
    void numbersCells(int order, double ra, double dec, long cell) {
        assertThat(HealPix.cell(order, ra, dec)).isEqualTo(cell);
    }

    @Property(tries = 500)
    void findsTheMiddleOfACellInIt(
            @ForAll @IntRange(max = 29) int order,
            @ForAll @DoubleRange(max = 360) double ra,
            @ForAll @DoubleRange(min = -90, max = 90) double dec) {
        long cell = HealPix.cell(order, ra, dec);
        assertThat(cell).isBetween(0L, (12L << 2 * order) - 1);
        Position center = HealPix.center(Math.min(order, 24), cell >> 2 * (order - Math.min(order, 24)));
        assertThat(HealPix.cell(Math.min(order, 24), center.ra(), center.dec()))
                .isEqualTo(cell >> 2 * (order - Math.min(order, 24)));
        // no cell reaches farther from its middle than this (0.84 of its side at order 0 is 49 degrees)
        assertThat(center.separation(new Position(ra, dec))).isLessThan(60.0 / (1L << Math.min(order, 24)));
    }

    @Test
    void readsCoverageMaps() {
        Moc moc = Moc.parse("0/1-3 5 1/16,17 29/");
        assertThat(moc.area()).isCloseTo(SkyShape.WHOLE_SKY * (4 + 0.5) / 12, within(1e-6));
        assertThat(Moc.parse("1/4-7")).isEqualTo(Moc.parse("0/1"));
        assertThat(SkyShape.parse("6/19863").contains(10, 20)).isTrue();
        assertThat(SkyShape.parse("MOC 6/19863").contains(12, 20)).isFalse();
        assertThat(Moc.parse("0/0-11").contains(SkyShape.parse("CIRCLE 5 5 3"))).isTrue();
        assertThat(Moc.parse("6/19863").contains(Moc.parse("7/79452"))).isTrue();
        assertThat(Moc.parse("7/79452").contains(Moc.parse("6/19863"))).isFalse();
        assertThat(Moc.parse("7/79452").intersects(Moc.parse("6/19863"))).isTrue();
        assertThat(SkyShape.parse("CIRCLE 10 20 5").intersects(Moc.parse("6/19863")))
                .isTrue();
        assertThat(SkyShape.parse("CIRCLE 40 20 5").intersects(Moc.parse("6/19863")))
                .isFalse();
        assertThat(SkyShape.parse("POINT 10 20").intersects(Moc.parse("6/19863")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0/12", "30/1", "1/5-3", "5", "6/x"})
    void refusesWhatIsNoMap(String text) {
        assertThatThrownBy(() -> Moc.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
