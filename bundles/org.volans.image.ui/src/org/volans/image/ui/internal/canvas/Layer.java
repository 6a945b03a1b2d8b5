package org.volans.image.ui.internal.canvas;

import org.eclipse.swt.graphics.GC;

/** Something that is drawn over the picture. UI thread only. */
@FunctionalInterface
public interface Layer {

    /** Draws itself; must not block. */
    void paint(GC gc, Viewport view);
}
