package org.volans.image.ui.internal.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.Test;
import org.volans.api.image.PixelArea;

class TileKeyTest {

    private static final int NX = 1000;
    private static final int NY = 700;

    @Test
    void valuesAreFinerThanTheScreen() {
        assertThat(TileKey.level(4, 5)).isZero();
        assertThat(TileKey.level(1, 5)).isZero();
        assertThat(TileKey.level(0.51, 5)).isZero();
        assertThat(TileKey.level(0.5, 5)).isEqualTo(1);
        assertThat(TileKey.level(0.26, 5)).isEqualTo(1);
        assertThat(TileKey.level(1e-9, 5)).isEqualTo(5);
    }

    @Test
    void overviewsAreSmall() {
        assertThat(TileKey.coarsest(1024, 1024)).isZero();
        assertThat(TileKey.coarsest(1025, 1024)).isEqualTo(1);
        assertThat(TileKey.coarsest(16000, 1024)).isEqualTo(4);
    }

    @Test
    void tilesAtTheEdgeAreSmaller() {
        assertThat(new TileKey(0, 3, 2).area(NX, NY)).isEqualTo(new PixelArea(769, 513, 232, 188));
        assertThat(new TileKey(2, 0, 0).area(NX, NY)).isEqualTo(new PixelArea(1, 1, NX, NY));
    }

    /** Each pixel is in one tile. */
    @Test
    void tilesCoverThePlane() {
        Viewport view = new Viewport();
        view.size(new Point(NX, NY));
        view.plane(NX, NY);
        for (int level = 0; level < 4; level++) {
            List<TileKey> all = TileKey.visible(view, level);
            long pixels = all.stream()
                    .map(k -> k.area(NX, NY))
                    .mapToLong(a -> a.width() * a.height())
                    .sum();
            assertThat(pixels).isEqualTo((long) NX * NY);
            assertThat(all).doesNotHaveDuplicates();
        }
    }

    @Test
    void onlyWhatShowsIsWanted() {
        Viewport view = new Viewport();
        view.size(new Point(200, 200));
        view.plane(NX, NY);
        view.zoomTo(1, 0, 0);
        view.center(128, 128);
        assertThat(TileKey.visible(view, 0)).containsExactly(new TileKey(0, 0, 0));
        view.center(256, 128);
        assertThat(TileKey.visible(view, 0)).containsExactlyInAnyOrder(new TileKey(0, 0, 0), new TileKey(0, 1, 0));
    }
}
