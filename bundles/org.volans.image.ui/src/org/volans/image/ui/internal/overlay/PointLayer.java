package org.volans.image.ui.internal.overlay;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.volans.api.geometry.Position;
import org.volans.image.ui.internal.canvas.ImageCanvas;
import org.volans.image.ui.internal.canvas.Layer;
import org.volans.image.ui.internal.canvas.Viewport;

/**
 * One position: a crosshair that is open in the middle, or a ring; where the position is outside of the window, an arrow at
 * its border that points there. UI thread only.
 */
public final class PointLayer implements Layer {

    /** How it is drawn. */
    public enum Shape {
        /** A crosshair. */
        CROSS,
        /** A ring. */
        RING
    }

    /** Of the canvas, with the shape's name behind it: the pixel coordinates that are shown. */
    private static final String SHOWN = "org.volans.point.";

    private final ImageCanvas canvas;
    private final Shape shape;
    private final Color color;
    private Optional<double[]> pixel = Optional.empty();
    private Optional<Position> position = Optional.empty();

    /** Nothing until {@link #show}. */
    public PointLayer(ImageCanvas canvas, Shape shape, Color color) {
        this.canvas = canvas;
        this.shape = shape;
        this.color = color;
    }

    /** Shows a position on the sky, or none. */
    public void show(Optional<Position> newPosition) {
        position = newPosition;
        update();
    }

    /** Shows a pixel of an image without sky coordinates. */
    public void showPixel(double x, double y) {
        position = Optional.empty();
        set(Optional.of(new double[] {x, y}));
    }

    /** Another plane is shown. */
    public void update() {
        set(canvas.scene().flatMap(s -> s.plane().wcs()).flatMap(w -> position.flatMap(w::toPixel)));
    }

    private void set(Optional<double[]> newPixel) {
        pixel = newPixel;
        canvas.setData(SHOWN + shape.name().toLowerCase(Locale.ROOT), pixel.orElse(null));
        canvas.redraw();
    }

    @Override
    public void paint(GC gc, Viewport view) {
        pixel.ifPresent(p -> {
            double x = view.x(p[0]);
            double y = view.y(p[1]);
            boolean inside = x >= 0 && y >= 0 && x < view.width() && y < view.height();
            Path path = new Path(gc.getDevice());
            if (!inside) {
                arrow(path, view, x, y);
            } else if (shape == Shape.CROSS) {
                cross(path, (float) x, (float) y);
            } else {
                path.addArc((float) x - 9, (float) y - 9, 18, 18, 0, 360);
            }
            Ink.line(gc, path, color, 2);
            path.dispose();
        });
    }

    private static void cross(Path path, float x, float y) {
        for (int[] way : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
            path.moveTo(x + way[0] * 5, y + way[1] * 5);
            path.lineTo(x + way[0] * 15, y + way[1] * 15);
        }
    }

    /** At the border, where the way from the middle of the window to the position leaves it. */
    private static void arrow(Path path, Viewport view, double x, double y) {
        double middleX = view.width() / 2.0;
        double middleY = view.height() / 2.0;
        double dx = x - middleX;
        double dy = y - middleY;
        double length = Math.hypot(dx, dy);
        double share =
                Math.min((middleX - 10) / Math.max(1e-9, Math.abs(dx)), (middleY - 10) / Math.max(1e-9, Math.abs(dy)));
        double tipX = middleX + dx * share;
        double tipY = middleY + dy * share;
        double wayX = dx / length;
        double wayY = dy / length;
        path.moveTo((float) (tipX - 12 * wayX - 8 * wayY), (float) (tipY - 12 * wayY + 8 * wayX));
        path.lineTo((float) tipX, (float) tipY);
        path.lineTo((float) (tipX - 12 * wayX + 8 * wayY), (float) (tipY - 12 * wayY - 8 * wayX));
        path.moveTo((float) tipX, (float) tipY);
        path.lineTo((float) (tipX - 22 * wayX), (float) (tipY - 22 * wayY));
    }
}
