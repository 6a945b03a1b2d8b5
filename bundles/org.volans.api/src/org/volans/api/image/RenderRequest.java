package org.volans.api.image;

import java.util.List;
import java.util.Optional;
import org.volans.api.geometry.Position;

/**
 * How to draw an image.
 *
 * @param stretch  {@code linear}, {@code asinh}, {@code log}, {@code sqrt}
 * @param cut      {@code zscale}, {@code minmax}, a percentage such as {@code 99.5}, or two values {@code LOW,HIGH}
 * @param colormap {@code gray}, {@code viridis}, {@code inferno}, {@code magma}, {@code cubehelix}, {@code heat}; with
 *                 {@code _r} behind it the other way round
 * @param size     longest side of the picture's image area in pixels; 0 for one to one up to 2048; at most {@link #LARGEST}
 * @param overlays marks to draw
 * @param frame    whether to draw coordinate labels, grid ticks, compass, beam and colour bar around the image
 * @param title    a title, or empty
 */
public record RenderRequest(
        String stretch, String cut, String colormap, int size, List<Mark> overlays, boolean frame, String title) {

    /** The most pixels that {@code size} may be. */
    public static final int LARGEST = 8192;

    /**
     * A mark on the image.
     *
     * @param position where
     * @param radius   in degrees for a circle; empty for a cross
     * @param label    text beside it, or empty
     */
    public record Mark(Position position, Optional<Double> radius, String label) {}

    public RenderRequest {
        overlays = List.copyOf(overlays);
    }

    /** Asinh stretch, the middle 99.5 % of the values, viridis, framed. */
    public static RenderRequest standard(int size, List<Mark> overlays, String title) {
        return new RenderRequest("asinh", "99.5", "viridis", size, overlays, true, title);
    }
}
