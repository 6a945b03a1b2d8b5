package org.volans.api.image;

import java.util.Arrays;

/**
 * Values of an area of a plane.
 *
 * @param area   what was read
 * @param step   how many pixels in each direction make one value
 * @param width  values to the right: the area's width over the step, rounded up
 * @param height values up
 * @param values physical values ({@code BSCALE}, {@code BZERO} applied), the lowest row first; NaN for {@code BLANK}. The
 *               array itself, not a copy: don't change it
 */
public record PixelBlock(PixelArea area, int step, int width, int height, double[] values) {

    /** @throws IllegalArgumentException when there are not width times height values */
    public PixelBlock {
        if (values.length != (long) width * height) {
            throw new IllegalArgumentException(values.length + " values for " + width + " x " + height);
        }
    }

    /** The value that covers a 1-based pixel of the plane; NaN outside of the area. */
    public double at(long x, long y) {
        long column = Math.floorDiv(x - area.x(), step);
        long row = Math.floorDiv(y - area.y(), step);
        return column < 0 || row < 0 || column >= width || row >= height
                ? Double.NaN
                : values[(int) (row * width + column)];
    }

    /** Whether a 1-based pixel of the plane is in the area. */
    public boolean covers(long x, long y) {
        return x >= area.x() && y >= area.y() && x < area.x() + area.width() && y < area.y() + area.height();
    }

    /** Whether any value is a number. */
    public boolean hasValues() {
        return Arrays.stream(values).anyMatch(Double::isFinite);
    }
}
