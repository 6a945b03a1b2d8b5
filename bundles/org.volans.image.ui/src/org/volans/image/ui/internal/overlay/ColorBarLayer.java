package org.volans.image.ui.internal.overlay;

import java.util.function.Supplier;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.volans.api.image.ImageService;
import org.volans.api.image.Shading;
import org.volans.api.image.ValueScale;
import org.volans.image.ui.internal.Look;
import org.volans.image.ui.internal.canvas.ImageCanvas;
import org.volans.image.ui.internal.canvas.Layer;
import org.volans.image.ui.internal.canvas.Scene;
import org.volans.image.ui.internal.canvas.Viewport;

/** The scale of values at the right edge of the picture, with round values and their unit. */
public final class ColorBarLayer implements Layer {

    /** Points from the right edge that the bar and its distance take. */
    static final int WIDTH = 24;

    private static final int BAR = 12;
    private static final int APART = 26;
    private static final int LEAST_HEIGHT = 260;
    private static final int BELOW_COMPASS = 104;
    private static final int BELOW = 70;

    private final ImageCanvas canvas;
    private final ImageService service;
    private final Supplier<Look> look;

    /** Draws itself when the look says so. */
    public ColorBarLayer(ImageCanvas canvas, ImageService service, Supplier<Look> look) {
        this.canvas = canvas;
        this.service = service;
        this.look = look;
    }

    @Override
    public void paint(GC gc, Viewport view) {
        if (look.get().colorBar() && view.height() >= LEAST_HEIGHT) {
            canvas.scene().ifPresent(s -> paint(gc, view, s, look.get().compass() ? BELOW_COMPASS : 0));
        }
    }

    private void paint(GC gc, Viewport view, Scene scene, int least) {
        int left = view.width() - BAR - 8;
        int top = Math.max(least, view.height() / 4);
        int height = Math.min(view.height() / 2, view.height() - top - BELOW);
        Shading shading = scene.shading();
        for (int i = 0; i < height; i++) {
            // along the bar the colours change evenly, and the values as the stretch has it
            double share = 1 - (i + 0.5) / height;
            int rgb = shading.color(share);
            gc.setBackground(new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255));
            gc.fillRectangle(left, top + i, BAR, 1);
        }
        gc.setForeground(Ink.DARK);
        gc.setLineWidth(1);
        gc.drawRectangle(left - 1, top - 1, BAR + 1, height + 1);
        gc.setForeground(Ink.LIGHT);
        gc.drawRectangle(left - 2, top - 2, BAR + 3, height + 3);
        String unit = scene.plane().image().unit();
        ValueScale scale = service.scale(scene.limits(), shading.stretch(), unit, (double) APART / height);
        for (ValueScale.Tick tick : scale.ticks()) {
            Ink.text(gc, tick.text(), left - 8, top + height * (1 - tick.at()), 1, 0.5);
        }
        if (!scale.unit().isEmpty()) {
            Ink.text(gc, scale.unit(), view.width() - 8, top - 10, 1, 1);
        }
    }
}
