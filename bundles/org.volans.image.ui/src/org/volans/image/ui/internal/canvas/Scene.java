package org.volans.image.ui.internal.canvas;

import org.volans.api.image.ImagePixels;
import org.volans.api.image.ImagePlane;
import org.volans.api.image.Limits;
import org.volans.api.image.PixelBlock;
import org.volans.api.image.Shading;

/**
 * What tiles are made of. Immutable.
 *
 * @param pixels   the open image
 * @param plane    the plane that is shown
 * @param overview all of it, coarsely
 * @param shading  colours
 * @param limits   values of the first and last colour
 */
public record Scene(ImagePixels pixels, ImagePlane plane, PixelBlock overview, Shading shading, Limits limits) {

    /** Values along the longer side of an overview at most. */
    private static final int OVERVIEW = 1024;

    /** Pixels of a plane that make one value of its overview. */
    public static int overviewStep(ImagePlane plane) {
        return 1 << TileKey.coarsest(Math.max(plane.width(), plane.height()), OVERVIEW);
    }

    /** The coarsest level of tiles: that of the overview, whose single pixels are averaged there. */
    int highestLevel() {
        return Integer.numberOfTrailingZeros(overview.step());
    }

    /** Whether the values are the same. */
    boolean sameValues(Scene other) {
        return pixels == other.pixels && plane.equals(other.plane) && overview == other.overview;
    }
}
