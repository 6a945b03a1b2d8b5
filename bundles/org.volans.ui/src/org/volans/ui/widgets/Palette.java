package org.volans.ui.widgets;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/**
 * Colours that fit the theme in use, told from a control's background. All have a contrast of at least 4.5 to 1 with it
 * (WCAG 2.1) except {@link #line()}.
 *
 * @param dark   whether the background is dark
 * @param muted  secondary text
 * @param accent links, highlights, the first series of a chart
 * @param good   what is well
 * @param warn   what wants attention
 * @param bad    failures
 * @param line   separators and grids
 */
public record Palette(boolean dark, Color muted, Color accent, Color good, Color warn, Color bad, Color line) {

    private static final Palette LIGHT = new Palette(
            false,
            new Color(0x5f, 0x67, 0x70),
            new Color(0x1f, 0x5f, 0xa8),
            new Color(0x2a, 0x73, 0x3a),
            new Color(0x8f, 0x55, 0x00),
            new Color(0xb0, 0x23, 0x2c),
            new Color(0xd5, 0xd9, 0xde));

    private static final Palette DARK = new Palette(
            true,
            new Color(0xa9, 0xb1, 0xba),
            new Color(0x7f, 0xb8, 0xf0),
            new Color(0x7c, 0xc9, 0x8c),
            new Color(0xe5, 0xb0, 0x66),
            new Color(0xf2, 0x8b, 0x8b),
            new Color(0x55, 0x5b, 0x62));

    /** The colours for a control as it looks now. */
    public static Palette of(Control control) {
        RGB back = control.getBackground().getRGB();
        return of(0.299 * back.red + 0.587 * back.green + 0.114 * back.blue < 128);
    }

    /** The colours for a dark or a light background. */
    public static Palette of(boolean dark) {
        return dark ? DARK : LIGHT;
    }
}
