package org.volans.image.ui.internal.overlay;

import java.util.Optional;
import org.eclipse.swt.graphics.GC;
import org.volans.api.image.PixelBlock;
import org.volans.image.ui.internal.canvas.ImageCanvas;
import org.volans.image.ui.internal.canvas.Layer;
import org.volans.image.ui.internal.canvas.Scene;
import org.volans.image.ui.internal.canvas.Viewport;

/** Says so when no pixel of a plane has a value, since then there is nothing but grey. UI thread only. */
public final class BlankLayer implements Layer {

    private final ImageCanvas canvas;
    private Optional<PixelBlock> known = Optional.empty();
    private boolean blank;

    /** Looks at what the canvas shows. */
    public BlankLayer(ImageCanvas canvas) {
        this.canvas = canvas;
    }

    @Override
    public void paint(GC gc, Viewport view) {
        Optional<PixelBlock> now = canvas.scene().map(Scene::overview);
        if (now.isPresent() && now.get() != known.orElse(null)) {
            known = now;
            blank = !now.get().hasValues();
        }
        if (blank) {
            Ink.text(gc, "No pixel of this plane has a value", view.width() / 2.0, view.height() / 2.0, 0.5, 0.5);
        }
    }
}
