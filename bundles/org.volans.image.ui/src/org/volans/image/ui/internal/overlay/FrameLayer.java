package org.volans.image.ui.internal.overlay;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.volans.api.image.ImageService;
import org.volans.api.image.PlaneView;
import org.volans.api.image.SkyFrame;
import org.volans.api.image.SkyFrame.Edge;
import org.volans.api.image.SkyFrame.Label;
import org.volans.image.ui.internal.LatestWork;
import org.volans.image.ui.internal.Look;
import org.volans.image.ui.internal.canvas.ImageCanvas;
import org.volans.image.ui.internal.canvas.Layer;
import org.volans.image.ui.internal.canvas.Viewport;

/**
 * Grid, compass, scale bar and beam, computed outside of the UI thread whenever the view has changed. Since they are given
 * in pixels, what was computed for the view before moves along until then.
 */
public final class FrameLayer implements Layer {

    private static final double ARM = 30;
    private static final int EDGE = 14;
    private static final int LEAST_SIDE = 160;

    private final ImageCanvas canvas;
    private final Supplier<Look> look;
    private final ImageService service;
    private final LatestWork<SkyFrame> work;
    private Optional<SkyFrame> frame = Optional.empty();

    /** Draws itself as the look says. */
    public FrameLayer(ImageCanvas canvas, ImageService service, Supplier<Look> look) {
        this.canvas = canvas;
        this.service = service;
        this.look = look;
        work = new LatestWork<>(canvas, "Coordinate grid", newFrame -> {
            frame = Optional.of(newFrame);
            canvas.redraw();
        });
        canvas.addViewListener(this::update);
    }

    /** Another plane is shown. */
    public void update() {
        Viewport v = canvas.view();
        canvas.scene().ifPresent(s -> {
            PlaneView view =
                    new PlaneView(s.plane(), v.pixelX(0), v.pixelY(v.height()), v.width(), v.height(), v.zoom());
            work.ask(monitor -> service.frame(view));
        });
    }

    @Override
    public void paint(GC gc, Viewport view) {
        if (frame.isEmpty()) {
            return;
        }
        SkyFrame shown = frame.get();
        if (look.get().grid()) {
            grid(gc, view, shown);
        }
        if (look.get().compass() && Math.min(view.width(), view.height()) > LEAST_SIDE) {
            shown.compass().ifPresent(c -> compass(gc, view, c));
            shown.scaleBar().ifPresent(b -> scaleBar(gc, view, b));
            beam(gc, view, shown.beam());
        }
    }

    private static void grid(GC gc, Viewport view, SkyFrame shown) {
        gc.setAntialias(SWT.ON);
        for (double[] line : shown.lines()) {
            Path path = path(gc, line, view::x, view::y);
            stroke(gc, path, Ink.DARK, 70, 2);
            stroke(gc, path, Ink.LIGHT, 120, 1);
            path.dispose();
        }
        for (Label label : shown.labels()) {
            double x = view.x(label.x());
            double y = view.y(label.y());
            switch (label.edge()) {
                case BOTTOM -> Ink.text(gc, label.text(), x, view.height() - 3, 0.5, 1);
                case LEFT -> left(gc, view, label, y);
                case INSIDE -> Ink.text(gc, label.text(), x, y, 0.5, 0.5);
            }
        }
    }

    /** Through points as x, y, x, y… */
    private static Path path(GC gc, double[] points, DoubleUnaryOperator x, DoubleUnaryOperator y) {
        Path path = new Path(gc.getDevice());
        for (int i = 0; i < points.length; i += 2) {
            float toX = (float) x.applyAsDouble(points[i]);
            float toY = (float) y.applyAsDouble(points[i + 1]);
            if (i == 0) {
                path.moveTo(toX, toY);
            } else {
                path.lineTo(toX, toY);
            }
        }
        return path;
    }

    /** Those near the lower corner would stand upon the labels of the lower edge. */
    private static void left(GC gc, Viewport view, Label label, double y) {
        if (y < view.height() - 34) {
            Ink.text(gc, label.text(), 6, y, 0, 0.5);
        }
    }

    private static void stroke(GC gc, Path path, Color color, int alpha, int width) {
        gc.setForeground(color);
        gc.setAlpha(alpha);
        gc.setLineWidth(width);
        gc.drawPath(path);
        gc.setAlpha(255);
    }

    /** Into the upper right corner. */
    private static void compass(GC gc, Viewport view, SkyFrame.Compass c) {
        double reach = ARM + 18;
        double x = view.width() - EDGE - Math.max(0, Math.max(c.northX(), c.eastX())) * reach;
        double y = EDGE + Math.max(0, Math.max(c.northY(), c.eastY())) * reach;
        arrow(gc, x, y, c.northX(), -c.northY(), "N");
        arrow(gc, x, y, c.eastX(), -c.eastY(), "E");
    }

    private static void arrow(GC gc, double x, double y, double wayX, double wayY, String name) {
        double endX = x + wayX * ARM;
        double endY = y + wayY * ARM;
        double head = 6;
        Path path = new Path(gc.getDevice());
        path.moveTo((float) x, (float) y);
        path.lineTo((float) endX, (float) endY);
        path.moveTo((float) (endX - head * (wayX + 0.6 * wayY)), (float) (endY - head * (wayY - 0.6 * wayX)));
        path.lineTo((float) endX, (float) endY);
        path.lineTo((float) (endX - head * (wayX - 0.6 * wayY)), (float) (endY - head * (wayY + 0.6 * wayX)));
        Ink.line(gc, path, Ink.LIGHT, 1.6f);
        path.dispose();
        Ink.text(gc, name, x + wayX * (ARM + 10), y + wayY * (ARM + 10), 0.5, 0.5);
    }

    /** Into the lower right corner, above the labels of the grid. */
    private void scaleBar(GC gc, Viewport view, SkyFrame.ScaleBar bar) {
        double length = bar.length() * view.zoom();
        double right = view.width() - EDGE - (look.get().colorBar() ? ColorBarLayer.WIDTH : 0);
        double y = view.height() - EDGE - (labelsBelow() ? 22 : 0);
        Path path = new Path(gc.getDevice());
        path.moveTo((float) (right - length), (float) y - 4);
        path.lineTo((float) (right - length), (float) y + 4);
        path.moveTo((float) (right - length), (float) y);
        path.lineTo((float) right, (float) y);
        path.moveTo((float) right, (float) y - 4);
        path.lineTo((float) right, (float) y + 4);
        Ink.line(gc, path, Ink.LIGHT, 1.6f);
        path.dispose();
        Ink.text(gc, bar.text(), right - length / 2, y - 6, 0.5, 1);
    }

    private boolean labelsBelow() {
        return look.get().grid()
                && frame.stream().flatMap(f -> f.labels().stream()).anyMatch(l -> l.edge() == Edge.BOTTOM);
    }

    /** Into the lower left corner. */
    private void beam(GC gc, Viewport view, double[] outline) {
        if (outline.length == 0) {
            return;
        }
        double reach = 0;
        for (int i = 0; i < outline.length; i += 2) {
            reach = Math.max(reach, Math.hypot(outline[i], outline[i + 1]) * view.zoom());
        }
        double middleX = EDGE + reach + (look.get().grid() ? 70 : 0);
        double middleY = view.height() - EDGE - reach - (labelsBelow() ? 22 : 0);
        Path path = path(gc, outline, x -> middleX + x * view.zoom(), y -> middleY - y * view.zoom());
        path.close();
        gc.setBackground(Ink.LIGHT);
        gc.setAlpha(90);
        gc.fillPath(path);
        Ink.line(gc, path, Ink.LIGHT, 1.2f);
        path.dispose();
    }
}
