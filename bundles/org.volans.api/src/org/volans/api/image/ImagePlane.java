package org.volans.api.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plane of an image that is shown: two of its axes, the others at one pixel each.
 *
 * @param image the image or cube
 * @param axisX 0-based axis that runs to the right
 * @param axisY 0-based axis that runs up, above {@code axisX}
 * @param at    1-based pixel of every axis; those of {@code axisX} and {@code axisY} say nothing
 */
public record ImagePlane(FitsImage image, int axisX, int axisY, List<Long> at) {

    /** @throws IllegalArgumentException when the image has no such plane */
    public ImagePlane {
        at = List.copyOf(at);
        int axes = image.shape().size();
        if (axisX < 0 || axisX >= axisY || axisY >= axes || at.size() != axes) {
            throw new IllegalArgumentException("axes " + axisX + " and " + axisY + " of an image of " + axes);
        }
        for (int i = 0; i < axes; i++) {
            if (at.get(i) < 1 || at.get(i) > image.shape().get(i)) {
                throw new IllegalArgumentException("pixel " + at.get(i) + " of axis " + (i + 1) + " is not one of "
                        + image.shape().get(i));
            }
        }
    }

    /** Along the celestial axes, or the first two, in the middle of the others. */
    public static ImagePlane middle(FitsImage image) {
        int axes = image.shape().size();
        Optional<Wcs> celestial = image.wcs().filter(w -> w.axisY() < axes);
        List<Long> at = new ArrayList<>();
        image.shape().forEach(n -> at.add((n + 1) / 2));
        return new ImagePlane(
                image,
                celestial.map(Wcs::axisX).orElse(0),
                celestial.map(Wcs::axisY).orElse(1),
                at);
    }

    /** The plane with another pixel of a 0-based axis. */
    public ImagePlane with(int axis, long pixel) {
        List<Long> moved = new ArrayList<>(at);
        moved.set(axis, pixel);
        return new ImagePlane(image, axisX, axisY, moved);
    }

    /** Pixels to the right. */
    public long width() {
        return image.shape().get(axisX);
    }

    /** Pixels up. */
    public long height() {
        return image.shape().get(axisY);
    }

    /** The sky coordinates of the plane's pixels; empty when the image has none along these axes. */
    public Optional<Wcs> wcs() {
        return image.wcs().filter(w -> w.axisX() == axisX && w.axisY() == axisY);
    }
}
