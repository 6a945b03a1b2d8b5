package org.volans.image.internal.fits;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.volans.api.image.ImagePlane;

/**
 * A box of pixels, limits included, 1-based as in FITS, NAXIS1 first.
 *
 * @param low  first pixel of each axis
 * @param high last pixel of each axis
 */
public record PixelBox(long[] low, long[] high) {

    /** All of an image. */
    public static PixelBox all(long[] shape) {
        long[] low = new long[shape.length];
        java.util.Arrays.fill(low, 1);
        return new PixelBox(low, shape.clone());
    }

    /** All of a plane. */
    public static PixelBox of(ImagePlane plane) {
        PixelBox box =
                all(plane.image().shape().stream().mapToLong(Long::longValue).toArray());
        for (int i = 0; i < box.axes(); i++) {
            if (i != plane.axisX() && i != plane.axisY()) {
                box = box.with(i, plane.at().get(i), plane.at().get(i));
            }
        }
        return box;
    }

    /** The box with other limits along a 0-based axis. */
    public PixelBox with(int axis, long from, long to) {
        long[] newLow = low.clone();
        long[] newHigh = high.clone();
        newLow[axis] = from;
        newHigh[axis] = to;
        return new PixelBox(newLow, newHigh);
    }

    /** Pixels along a 0-based axis. */
    public long length(int axis) {
        return high[axis] - low[axis] + 1;
    }

    int axes() {
        return low.length;
    }

    /** As IRAF and CFITSIO write image sections: {@code [1:10,3:7]}. */
    @Override
    public String toString() {
        return IntStream.range(0, low.length)
                .mapToObj(i -> low[i] + ":" + high[i])
                .collect(Collectors.joining(",", "[", "]"));
    }
}
