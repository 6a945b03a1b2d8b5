package org.volans.image.ui.internal.overlay;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;

/** Lines and letters that show on any picture: light with something dark beneath. UI thread only. */
final class Ink {

    static final Color LIGHT = new Color(255, 255, 255);
    static final Color DARK = new Color(0, 0, 0);

    private static final int PAD = 3;

    private Ink() {}

    /** A line with a dark rim. */
    static void line(GC gc, Path path, Color color, float width) {
        gc.setAntialias(SWT.ON);
        gc.setForeground(DARK);
        gc.setAlpha(130);
        gc.setLineAttributes(new LineAttributes(width + 2, SWT.CAP_ROUND, SWT.JOIN_ROUND));
        gc.drawPath(path);
        gc.setForeground(color);
        gc.setAlpha(255);
        gc.setLineAttributes(new LineAttributes(width, SWT.CAP_ROUND, SWT.JOIN_ROUND));
        gc.drawPath(path);
    }

    /**
     * Words on a dark ground.
     *
     * @param alignX 0 to begin at x, 0.5 to be centred on it, 1 to end there
     * @param alignY 0 to hang from y, 0.5 to be centred on it, 1 to stand there
     */
    static void text(GC gc, String words, double x, double y, double alignX, double alignY) {
        Point size = gc.textExtent(words, SWT.DRAW_TRANSPARENT);
        int left = (int) Math.round(x - alignX * size.x);
        int top = (int) Math.round(y - alignY * size.y);
        gc.setAntialias(SWT.ON);
        gc.setBackground(DARK);
        gc.setAlpha(120);
        gc.fillRoundRectangle(left - PAD, top, size.x + 2 * PAD, size.y, 6, 6);
        gc.setAlpha(255);
        gc.setForeground(LIGHT);
        gc.drawText(words, left, top, true);
    }
}
