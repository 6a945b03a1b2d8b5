package org.volans.image.ui.internal.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.volans.api.image.PixelArea;

/**
 * A square of values of a plane.
 *
 * @param level  two to this power pixels in each direction make one value; {@link #OVERVIEW}'s is -1
 * @param column counted from the left
 * @param row    counted from below
 */
record TileKey(int level, int column, int row) {

    /** Values along a side. */
    static final int SIZE = 256;

    /** The whole plane, coarsely, which is always there. */
    static final TileKey OVERVIEW = new TileKey(-1, 0, 0);

    private static final int MOST_LEVELS = 30;

    /** Pixels that make one value. */
    int step() {
        return 1 << level;
    }

    /** Its pixels; those at the plane's edge have fewer. */
    PixelArea area(long nx, long ny) {
        long side = (long) SIZE * step();
        long x = column * side + 1;
        long y = row * side + 1;
        return new PixelArea(x, y, Math.min(side, nx - x + 1), Math.min(side, ny - y + 1));
    }

    /**
     * The level whose values are just finer than what a screen shows.
     *
     * @param zoom    screen pixels per pixel
     * @param highest the coarsest level
     */
    static int level(double zoom, int highest) {
        int level = (int) Math.floor(Math.log(1 / zoom) / Math.log(2) + 1e-9);
        return Math.max(0, Math.min(highest, level));
    }

    /** The least level at which a plane is not longer than a number of values. */
    static int coarsest(long longest, int values) {
        int level = 0;
        while (level < MOST_LEVELS && longest > (long) values << level) {
            level++;
        }
        return level;
    }

    /** The tiles of a level that a view shows, those in its middle first. */
    static List<TileKey> visible(Viewport view, int level) {
        double side = (double) SIZE * (1 << level);
        int left = index(view.pixelX(0), side, view.nx());
        int right = index(view.pixelX(view.width()), side, view.nx());
        int low = index(view.pixelY(view.height()), side, view.ny());
        int high = index(view.pixelY(0), side, view.ny());
        List<TileKey> keys = new ArrayList<>();
        for (int row = low; row <= high; row++) {
            for (int column = left; column <= right; column++) {
                keys.add(new TileKey(level, column, row));
            }
        }
        double middleX = (left + right) / 2.0;
        double middleY = (low + high) / 2.0;
        keys.sort(Comparator.comparingDouble(k -> Math.hypot(k.column - middleX, k.row - middleY)));
        return keys;
    }

    private static int index(double pixel, double side, long length) {
        double clamped = Math.max(0, Math.min(length - 1, pixel - 0.5));
        return (int) (clamped / side);
    }
}
