package org.volans.ui.widgets;

import org.eclipse.swt.widgets.Control;

/**
 * Notices that a control has changed between a light and a dark background, for what is coloured by its own hand: items,
 * style ranges, drawings. Whole controls get a {@link Tone}. UI thread only.
 */
public final class ThemeWatch {

    private boolean dark;

    private ThemeWatch(Control control) {
        dark = Palette.of(control).dark();
    }

    /** @param repaint takes the colours anew; called after the change, while the control lives */
    public static void on(Control control, Runnable repaint) {
        ThemeWatch watch = new ThemeWatch(control);
        control.addPaintListener(e -> watch.look(control, repaint));
    }

    private void look(Control control, Runnable repaint) {
        boolean now = Palette.of(control).dark();
        if (now != dark) {
            dark = now;
            // not while it is being painted
            control.getDisplay().asyncExec(() -> {
                if (!control.isDisposed()) {
                    repaint.run();
                }
            });
        }
    }
}
