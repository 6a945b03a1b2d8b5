package org.volans.api.image;

import java.util.List;

/**
 * Round values along a colour bar.
 *
 * @param ticks the values
 * @param unit  what their texts count in, such as {@code mJy/beam} or {@code 10⁻⁵}; may be empty
 */
public record ValueScale(List<Tick> ticks, String unit) {

    /**
     * A value.
     *
     * @param at   where on the bar, 0 at the lower limit to 1 at the upper one
     * @param text the number
     */
    public record Tick(double at, String text) {}

    public ValueScale {
        ticks = List.copyOf(ticks);
    }
}
