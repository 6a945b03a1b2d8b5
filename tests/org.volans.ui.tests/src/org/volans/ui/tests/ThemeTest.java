package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.volans.ui.widgets.Palette;
import org.volans.ui.widgets.Tone;

/** Colours follow the theme while the workbench runs. */
class ThemeTest {

    private static final double LEAST_CONTRAST = 3;

    @Test
    void everythingCanBeReadAfterEachSwitch() throws Exception {
        Ui.startSky();
        Ui.open("objects.vot");
        for (String theme : new String[] {"dark", "light", "dark", "light"}) {
            ShellTest.theme(theme);
            boolean dark = theme.equals("dark");
            Ui.until("all is " + theme, () -> wrong(dark).isEmpty());
        }
    }

    private static List<String> wrong(boolean dark) {
        List<Control> all = new ArrayList<>();
        var shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        Ui.collect(shell, Control.class, all);
        return all.stream()
                .filter(Control::isVisible)
                .filter(Control::isEnabled)
                .filter(c -> c instanceof Label
                        || c instanceof Link
                        || c instanceof Text
                        || c instanceof Table
                        || c instanceof Tree)
                .filter(c -> unreadable(c) || mistoned(c, dark))
                .map(c -> c + " " + c.getForeground() + " on " + c.getBackground())
                .toList();
    }

    private static boolean mistoned(Control control, boolean dark) {
        String name = String.valueOf(control.getData("org.eclipse.e4.ui.css.CssClassName"));
        return Arrays.stream(Tone.values())
                .filter(tone -> name.equals("volans-" + tone.name().toLowerCase(Locale.ROOT)))
                .map(tone -> tone.color(Palette.of(dark)))
                .anyMatch(color -> color != null && !color.equals(control.getForeground()));
    }

    private static boolean unreadable(Control control) {
        double one = luminance(control.getForeground());
        double other = luminance(control.getBackground());
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < LEAST_CONTRAST;
    }

    /** WCAG 2.1. */
    private static double luminance(Color color) {
        RGB rgb = color.getRGB();
        return 0.2126 * linear(rgb.red) + 0.7152 * linear(rgb.green) + 0.0722 * linear(rgb.blue);
    }

    private static double linear(int part) {
        double c = part / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** The style sheets say the colours once more. */
    @Test
    void toneNamesAreClassesOfTheStyleSheets() {
        for (String sheet : new String[] {"light", "dark"}) {
            String css = sheet(sheet);
            for (Tone tone : Tone.values()) {
                Color color = tone.color(Palette.of(sheet.equals("dark")));
                if (color != null) {
                    String hex = String.format("#%02x%02x%02x", color.getRed(), color.getGreen(), color.getBlue());
                    String name = ".MPart .volans-" + tone.name().toLowerCase(Locale.ROOT);
                    assertThat(css).contains(name + " {\n  color: " + hex + ";");
                }
            }
        }
    }

    private static String sheet(String name) {
        try (var in = java.net
                .URI
                .create("platform:/plugin/org.volans.app/css/" + name + ".css")
                .toURL()
                .openStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
