package org.volans.ui.widgets;

import java.util.Locale;
import org.eclipse.e4.ui.services.IStylingEngine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;

/**
 * What the colour of a control's words says. The control keeps it when the theme changes: it gets a class
 * ({@code volans-muted}) to which the style sheets of the themes give the colour of the {@link Palette}. A foreground that is
 * set directly is lost whenever the workbench applies its styles. UI thread only.
 */
public enum Tone {
    /** As the theme has it. */
    PLAIN,
    /** Secondary text. */
    MUTED,
    /** What is well. */
    GOOD,
    /** What stands out. */
    ACCENT,
    /** What wants attention. */
    WARN,
    /** Failures. */
    BAD;

    private final String name = "volans-" + name().toLowerCase(Locale.ROOT);

    /** Gives a control this colour, in place of any other tone it had. */
    public void on(Control control) {
        control.setForeground(color(Palette.of(control)));
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getService(IStylingEngine.class).setClassname(control, name);
        }
    }

    /** The colour; null for that of the theme. */
    public @Nullable Color color(Palette palette) {
        return switch (this) {
            case PLAIN -> null;
            case MUTED -> palette.muted();
            case GOOD -> palette.good();
            case ACCENT -> palette.accent();
            case WARN -> palette.warn();
            case BAD -> palette.bad();
        };
    }
}
