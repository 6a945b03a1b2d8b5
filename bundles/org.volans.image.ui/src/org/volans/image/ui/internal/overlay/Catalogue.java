package org.volans.image.ui.internal.overlay;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.volans.api.image.Wcs;
import org.volans.image.ui.internal.canvas.ImageCanvas;
import org.volans.image.ui.internal.canvas.Viewport;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/** A table whose positions are marked on the image. UI thread only. */
final class Catalogue {

    private static final int FEW = 1500;
    private static final int MOST_LABELS = 300;
    private static final int RADIUS = 6;

    private final OpenTable table;
    private final Color color;
    private final ImageCanvas canvas;
    private final Workplace loading;
    private final Consumer<Failure> failed;
    private Optional<Marks> marks = Optional.empty();
    private Optional<Wcs> wcs = Optional.empty();
    private boolean labels;

    Catalogue(OpenTable table, Color color, ImageCanvas canvas, Consumer<Failure> failed) {
        this.table = table;
        this.color = color;
        this.canvas = canvas;
        this.failed = failed;
        this.loading = Workplace.quiet(canvas);
    }

    OpenTable table() {
        return table;
    }

    Color color() {
        return color;
    }

    Optional<Marks> marks() {
        return marks;
    }

    boolean labels() {
        return labels;
    }

    void labels(boolean on) {
        labels = on;
        canvas.redraw();
    }

    /** Marks the positions on an image with these coordinates. */
    void show(Optional<Wcs> newWcs) {
        if (newWcs.equals(wcs)) {
            return;
        }
        wcs = newWcs;
        marks = Optional.empty();
        loading.cancel();
        newWcs.ifPresent(w -> loading.run(
                "Positions of " + table.name(),
                monitor -> Marks.load(table.table(), table.name(), w, monitor),
                loaded -> {
                    marks = Optional.of(loaded);
                    canvas.redraw();
                },
                failed));
    }

    void stop() {
        loading.cancel();
    }

    /** Draws the marks in the window; gives how many there are. */
    int paint(GC gc, Viewport view) {
        if (marks.isEmpty()) {
            return 0;
        }
        Marks shown = marks.get();
        int count = 0;
        for (int i = 0; i < shown.x().length; i++) {
            count += inside(view, view.x(shown.x()[i]), view.y(shown.y()[i])) ? 1 : 0;
        }
        if (count > FEW) {
            Stamps.draw(gc, view, shown, count, color.getRGB());
            return count;
        }
        boolean named = labels && count <= MOST_LABELS && shown.labels().length > 0;
        gc.setAntialias(SWT.ON);
        for (int i = 0; i < shown.x().length; i++) {
            double x = view.x(shown.x()[i]);
            double y = view.y(shown.y()[i]);
            if (inside(view, x, y)) {
                circle(gc, (int) Math.round(x), (int) Math.round(y));
                if (named) {
                    Ink.text(gc, shown.labels()[i], x + RADIUS + 5, y, 0, 0.5);
                }
            }
        }
        return count;
    }

    private static boolean inside(Viewport view, double x, double y) {
        return x >= 0 && y >= 0 && x < view.width() && y < view.height();
    }

    private void circle(GC gc, int x, int y) {
        gc.setForeground(Ink.DARK);
        gc.setAlpha(130);
        gc.setLineWidth(4);
        gc.drawOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        gc.setForeground(color);
        gc.setAlpha(255);
        gc.setLineWidth(2);
        gc.drawOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    }
}
