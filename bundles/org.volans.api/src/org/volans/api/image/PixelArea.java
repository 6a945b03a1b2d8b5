package org.volans.api.image;

/**
 * A rectangle of pixels of a plane.
 *
 * @param x      1-based first pixel to the right
 * @param y      1-based first pixel up
 * @param width  pixels to the right, at least 1
 * @param height pixels up, at least 1
 */
public record PixelArea(long x, long y, long width, long height) {

    /** @throws IllegalArgumentException when it is empty or begins before the first pixel */
    public PixelArea {
        if (x < 1 || y < 1 || width < 1 || height < 1) {
            throw new IllegalArgumentException("no pixels in " + width + " x " + height + " from " + x + ", " + y);
        }
    }

    /** All of a plane. */
    public static PixelArea of(ImagePlane plane) {
        return new PixelArea(1, 1, plane.width(), plane.height());
    }
}
