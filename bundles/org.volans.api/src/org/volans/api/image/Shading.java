package org.volans.api.image;

import java.util.Locale;
import org.volans.api.InputException;

/**
 * How values become colours.
 *
 * @param stretch  how they are spread over the colours
 * @param colorMap the colours
 * @param inverted whether the last colour stands for the lowest value
 */
public record Shading(Stretch stretch, ColorMap colorMap, boolean inverted) {

    /** 0xRRGGBB of pixels without a value: between the darkest and the lightest colour of every map, without a hue. */
    public static final int MISSING = 0xa6a6a6;

    private static final String INVERTED = "_r";

    /** So many that the steepest stretch skips no colour. */
    private static final int STEPS = 1 << 16;

    /**
     * Reads the names that {@link RenderRequest} has.
     *
     * @param stretch  of a {@link Stretch}, in any case
     * @param colormap of a {@link ColorMap}, in any case; with {@code _r} behind it the other way round
     * @throws InputException when there is none of that name
     */
    public static Shading parse(String stretch, String colormap) throws InputException {
        String name = colormap.strip();
        boolean inverted = name.endsWith(INVERTED);
        String map = inverted ? name.substring(0, name.length() - INVERTED.length()) : name;
        return new Shading(
                Stretch.named(stretch)
                        .orElseThrow(() ->
                                new InputException("there is no stretch '" + stretch + "'; use " + Stretch.names())),
                ColorMap.named(map)
                        .orElseThrow(() -> new InputException(
                                "there is no colour map '" + colormap + "'; use " + ColorMap.names())),
                inverted);
    }

    /** The colours as {@link #parse} reads them. */
    public String colors() {
        return colorMap.name().toLowerCase(Locale.ROOT) + (inverted ? INVERTED : "");
    }

    /**
     * Colours of a block as 0xAARRGGBB, opaque, the upper row first as pictures have it.
     *
     * @param limits values of the first and the last colour
     */
    public int[] paint(PixelBlock block, Limits limits) {
        int[] table = table();
        int width = block.width();
        int height = block.height();
        double[] values = block.values();
        int[] colors = new int[width * height];
        double low = limits.low();
        // halves: the span of huge values would be infinite
        double scale = (STEPS - 1) / (limits.high() / 2 - low / 2);
        for (int row = 0; row < height; row++) {
            int from = row * width;
            int to = (height - 1 - row) * width;
            for (int x = 0; x < width; x++) {
                double value = values[from + x];
                double t = (value / 2 - low / 2) * scale;
                colors[to + x] = Double.isNaN(value)
                        ? 0xff000000 | MISSING
                        : table[t <= 0 ? 0 : t >= STEPS - 1 ? STEPS - 1 : (int) (t + 0.5)];
            }
        }
        return colors;
    }

    private int[] table() {
        int[] table = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            table[i] = 0xff000000 | rgb((double) i / (STEPS - 1));
        }
        return table;
    }

    /** 0xRRGGBB of a value by its share of the way from the lower to the upper limit, 0 to 1. */
    public int rgb(double t) {
        return color(stretch.of(Math.max(0, Math.min(1, t))));
    }

    /** 0xRRGGBB at a share of the way along the colours, 0 to 1, without the stretch: as on a colour bar. */
    public int color(double at) {
        return colorMap.rgb(inverted ? 1 - at : at);
    }
}
