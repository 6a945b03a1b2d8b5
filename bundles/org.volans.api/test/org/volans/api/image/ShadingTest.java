package org.volans.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.volans.api.InputException;

class ShadingTest {

    private static final Shading GRAY = new Shading(Stretch.LINEAR, ColorMap.GRAY, false);

    private static PixelBlock block(int width, double... values) {
        int height = values.length / width;
        return new PixelBlock(new PixelArea(1, 1, width, height), 1, width, height, values);
    }

    @Test
    void theLowestRowComesLast() {
        assertThat(GRAY.paint(block(2, 0, 1, 2, 3), new Limits(0, 3)))
                .containsExactly(0xffaaaaaa, 0xffffffff, 0xff000000, 0xff555555);
    }

    @Test
    void valuesBeyondTheLimitsGetTheLastColours() {
        PixelBlock block = block(4, -1e300, Double.NEGATIVE_INFINITY, 1e300, Double.POSITIVE_INFINITY);
        assertThat(GRAY.paint(block, new Limits(0, 1))).containsExactly(0xff000000, 0xff000000, 0xffffffff, 0xffffffff);
    }

    @Test
    void blanksAreGrey() {
        int missing = 0xff000000 | Shading.MISSING;
        assertThat(GRAY.paint(block(1, Double.NaN), new Limits(0, 1))).containsExactly(missing);
    }

    @Test
    void hugeLimitsHaveAMiddle() {
        Limits limits = new Limits(-Double.MAX_VALUE, Double.MAX_VALUE);
        assertThat(GRAY.paint(block(3, -Double.MAX_VALUE, 0, Double.MAX_VALUE), limits))
                .containsExactly(0xff000000, 0xff808080, 0xffffffff);
    }

    @Test
    void invertedIsTheOtherWayRound() {
        Shading inverted = new Shading(Stretch.LINEAR, ColorMap.GRAY, true);
        assertThat(inverted.paint(block(2, 0, 1), new Limits(0, 1))).containsExactly(0xffffffff, 0xff000000);
        assertThat(inverted.rgb(0)).isEqualTo(0xffffff);
    }

    /** The table that painting uses gives the colours of the formula, also where a stretch is steep. */
    @Test
    void paintingAgreesWithTheFormula() {
        for (Stretch stretch : Stretch.values()) {
            Shading shading = new Shading(stretch, ColorMap.GRAY, false);
            for (double t : new double[] {0, 1e-5, 1e-4, 1e-3, 0.003, 0.01, 0.03, 0.1, 0.3, 0.5, 0.9, 1}) {
                int painted = shading.paint(block(1, t), new Limits(0, 1))[0] & 0xff;
                int exact = (int) Math.round(255 * stretch.of(t));
                assertThat(painted).as("%s of %s", stretch, t).isBetween(exact - 1, exact + 1);
            }
        }
    }

    @Test
    void limitsAreTwoRisingNumbers() {
        assertThatThrownBy(() -> new Limits(1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(0, Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cutsAreReadAsTheyAreWritten() throws Exception {
        Cut[] cuts = {
            new Cut.ZScale(),
            new Cut.MinMax(),
            new Cut.Percent(99.5),
            new Cut.Percent(95),
            new Cut.Between(new Limits(-1.5e-7, 2e30))
        };
        for (Cut cut : cuts) {
            assertThat(Cut.parse(cut.text())).isEqualTo(cut);
        }
        assertThat(new Cut.Percent(95).text()).isEqualTo("95");
        assertThat(Cut.parse(" 99.5% ")).isEqualTo(new Cut.Percent(99.5));
    }

    @Test
    void blocksGiveTheValueThatCoversAPixel() {
        PixelBlock block = new PixelBlock(new PixelArea(11, 21, 5, 4), 2, 3, 2, new double[] {1, 2, 3, 4, 5, 6});
        assertThat(block.at(11, 21)).isEqualTo(1);
        assertThat(block.at(15, 24)).isEqualTo(6);
        assertThat(block.at(12, 23)).isEqualTo(4);
        assertThat(block.at(10, 21)).isNaN();
        assertThat(block.covers(15, 24)).isTrue();
        assertThat(block.covers(16, 24)).isFalse();
    }

    @Test
    void isReadAsItIsNamed() throws Exception {
        Shading shading = new Shading(Stretch.ASINH, ColorMap.VIRIDIS, true);
        assertThat(shading.colors()).isEqualTo("viridis_r");
        assertThat(Shading.parse("Asinh", " Viridis_r")).isEqualTo(shading);
        assertThat(Shading.parse("linear", "gray")).isEqualTo(GRAY);
        assertThatThrownBy(() -> Shading.parse("linear", "jet_r"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'jet_r'")
                .hasMessageContaining("viridis");
        assertThatThrownBy(() -> Shading.parse("cube", "gray"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'cube'")
                .hasMessageContaining("asinh");
    }

    @Test
    void aBarHasTheColoursWithoutTheStretch() {
        Shading shading = new Shading(Stretch.LOG, ColorMap.GRAY, true);
        assertThat(shading.color(0.2)).isEqualTo(0xcccccc);
        assertThat(shading.rgb(0.2)).isNotEqualTo(0xcccccc);
    }
}
