package org.volans.image.ui.internal.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.Test;

class ViewportTest {

    private static Viewport view() {
        Viewport view = new Viewport();
        view.size(new Point(400, 300));
        view.plane(1000, 500);
        return view;
    }

    @Test
    void allOfAPlaneFits() {
        Viewport view = view();
        assertThat(view.zoom()).isEqualTo(0.4);
        assertThat(view.x(0.5)).isCloseTo(0, within(1e-9));
        assertThat(view.x(1000.5)).isCloseTo(400, within(1e-9));
        // 500 pixels are 200 points, in the middle of 300; the first row is the lowest
        assertThat(view.y(0.5)).isCloseTo(250, within(1e-9));
        assertThat(view.y(500.5)).isCloseTo(50, within(1e-9));
    }

    @Test
    void aSmallPlaneIsEnlarged() {
        Viewport view = view();
        view.plane(1, 1);
        assertThat(view.zoom()).isEqualTo(Viewport.CLOSEST);
        assertThat(view.onPlane(view.pixelX(200), view.pixelY(150))).isTrue();
        assertThat(view.onPlane(view.pixelX(10), view.pixelY(150))).isFalse();
    }

    @Test
    void whatFitsGoesOnFittingWhenTheWindowChanges() {
        Viewport view = view();
        view.size(new Point(800, 600));
        assertThat(view.zoom()).isEqualTo(0.8);
        view.zoomTo(4, 10, 10);
        double middle = view.pixelX(400);
        view.size(new Point(500, 500));
        assertThat(view.zoom()).isEqualTo(4);
        assertThat(view.pixelX(250)).isEqualTo(middle);
    }

    @Test
    void anotherPlaneOfTheSameSizeKeepsTheView() {
        Viewport view = view();
        view.zoomTo(4, 10, 10);
        view.plane(1000, 500);
        assertThat(view.zoom()).isEqualTo(4);
        view.plane(1000, 501);
        assertThat(view.zoom()).isEqualTo(0.4);
    }

    @Property
    void thePixelUnderTheMouseStays(
            @ForAll @DoubleRange(min = 50, max = 350) double x,
            @ForAll @DoubleRange(min = 60, max = 240) double y,
            @ForAll @DoubleRange(min = 0.4, max = 64) double zoom) {
        Viewport view = view();
        double pixelX = view.pixelX(x);
        double pixelY = view.pixelY(y);
        view.zoomTo(zoom, x, y);
        assertThat(view.x(pixelX)).isCloseTo(x, within(1e-6));
        assertThat(view.y(pixelY)).isCloseTo(y, within(1e-6));
    }

    @Property
    void thePlaneNeverLeavesTheWindow(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double dx,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double dy,
            @ForAll @DoubleRange(min = 0.01, max = 100) double zoom) {
        Viewport view = view();
        view.zoomTo(zoom, 200, 150);
        view.pan(dx, dy);
        assertThat(view.x(0.5)).isLessThan(400);
        assertThat(view.x(1000.5)).isGreaterThan(0);
        assertThat(view.y(0.5)).isGreaterThan(0);
        assertThat(view.y(500.5)).isLessThan(300);
    }
}
