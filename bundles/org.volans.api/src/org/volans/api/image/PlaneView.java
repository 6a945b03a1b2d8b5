package org.volans.api.image;

/**
 * The part of a plane that a window shows.
 *
 * @param plane  the plane
 * @param left   pixel coordinate of the left edge (the first pixel begins at 0.5)
 * @param bottom pixel coordinate of the lower edge
 * @param width  of the window on the screen, in points
 * @param height of the window on the screen, in points
 * @param zoom   points per pixel
 */
public record PlaneView(ImagePlane plane, double left, double bottom, int width, int height, double zoom) {

    /** @throws IllegalArgumentException when it shows nothing */
    public PlaneView {
        if (width < 1 || height < 1 || !(zoom > 0) || !Double.isFinite(zoom + left + bottom)) {
            throw new IllegalArgumentException("a view of " + width + " x " + height + " at zoom " + zoom);
        }
    }
}
