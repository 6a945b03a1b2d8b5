package org.volans.image.ui.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.volans.api.InputException;
import org.volans.api.image.ColorMap;
import org.volans.api.image.Cut;
import org.volans.api.image.Shading;
import org.volans.api.image.Stretch;

/**
 * How an image is shown: what is remembered of a file, and as the default for others.
 *
 * @param shading  colours
 * @param cut      how the limits of the values are found
 * @param grid     whether coordinate lines are drawn
 * @param compass  whether compass, scale bar and beam are drawn
 * @param colorBar whether the scale of values is drawn
 */
public record Look(Shading shading, Cut cut, boolean grid, boolean compass, boolean colorBar) {

    /** What an image looks like until the user says otherwise. */
    public static Look standard() {
        Shading shading = new Shading(Stretch.ASINH, ColorMap.VIRIDIS, false);
        return new Look(shading, new Cut.Percent(99.5), false, true, true);
    }

    /** With other colours. */
    public Look with(Shading other) {
        return new Look(other, cut, grid, compass, colorBar);
    }

    /** With other limits. */
    public Look with(Cut other) {
        return new Look(shading, other, grid, compass, colorBar);
    }

    /** With or without coordinate lines. */
    public Look withGrid(boolean on) {
        return new Look(shading, cut, on, compass, colorBar);
    }

    /** With or without compass, scale bar and beam. */
    public Look withCompass(boolean on) {
        return new Look(shading, cut, grid, on, colorBar);
    }

    /** With or without the scale of values. */
    public Look withColorBar(boolean on) {
        return new Look(shading, cut, grid, compass, on);
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return String.join(
                ";",
                "stretch=" + shading.stretch(),
                "colormap=" + shading.colors(),
                "cut=" + cut.text(),
                "grid=" + grid,
                "compass=" + compass,
                "colorbar=" + colorBar);
    }

    /** Reads what {@link #text} wrote; empty for anything else, such as what another version wrote. */
    public static Optional<Look> parse(String text) {
        Map<String, String> values = new HashMap<>();
        for (String part : text.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                values.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        try {
            return Optional.of(new Look(
                    Shading.parse(values.getOrDefault("stretch", ""), values.getOrDefault("colormap", "")),
                    Cut.parse(values.getOrDefault("cut", "")),
                    isTrue(values, "grid"),
                    isTrue(values, "compass"),
                    isTrue(values, "colorbar")));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private static boolean isTrue(Map<String, String> values, String key) {
        return "true".equals(values.get(key));
    }

    /** For people: {@code Asinh}. */
    public static String name(Enum<?> value) {
        String lower = value.name().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }

    /** For people: {@code 99.5 %}, {@code Zscale}… */
    public static String name(Cut cut) {
        return switch (cut) {
            case Cut.ZScale zscale -> "Zscale";
            case Cut.MinMax minMax -> "Min–max";
            case Cut.Percent percent -> percent.text() + " %";
            case Cut.Between between -> "Manual";
        };
    }
}
