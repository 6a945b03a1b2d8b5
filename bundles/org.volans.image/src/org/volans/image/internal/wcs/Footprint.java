package org.volans.image.internal.wcs;

import java.util.List;
import java.util.Optional;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;

/**
 * The pixels of an image that a region touches. The border of what they share is made of the region's outline within the
 * image, of the image's edge within the region, and of the edge of the projected sky: the box is that of all three.
 */
public final class Footprint {

    private static final int EDGE_SAMPLES = 4000;
    private static final int GRID = 200;
    /** A region that ends on the edge of a pixel does not touch the next one. */
    private static final double SLACK = 1e-6;

    private final CelestialWcs wcs;
    private final Region region;
    private final long nx;
    private final long ny;
    private double minX = Double.POSITIVE_INFINITY;
    private double maxX = Double.NEGATIVE_INFINITY;
    private double minY = Double.POSITIVE_INFINITY;
    private double maxY = Double.NEGATIVE_INFINITY;
    private boolean skyEnds;

    private Footprint(CelestialWcs wcs, Region region, long nx, long ny) {
        this.wcs = wcs;
        this.region = region;
        this.nx = nx;
        this.ny = ny;
    }

    /**
     * @param nx length of the axis of {@code x}
     * @param ny length of the axis of {@code y}
     * @return first x, last x, first y, last y, 1-based; empty when the region misses the image
     */
    public static Optional<long[]> of(CelestialWcs wcs, long nx, long ny, Region region) {
        Footprint footprint = new Footprint(wcs, region, nx, ny);
        boolean whole = footprint.followOutline();
        if (footprint.holdsCorner() || !whole) {
            footprint.followEdge();
        }
        if (footprint.skyEnds) {
            footprint.searchInside();
        }
        return footprint.box();
    }

    /** Whether the whole outline lies in the image. A jump from pixel to pixel means that it crosses the map's seam. */
    private boolean followOutline() {
        double[] scale = wcs.pixelScale();
        List<Position> outline = Outline.of(region, Math.min(scale[0], scale[1]));
        Optional<double[]> before = wcs.toPixel(outline.get(outline.size() - 1));
        boolean whole = true;
        for (Position p : outline) {
            Optional<double[]> pixel = wcs.toPixel(p);
            boolean inside = pixel.isPresent() && take(pixel.get()[0], pixel.get()[1], 0);
            whole &= inside;
            if (pixel.isEmpty()) {
                skyEnds = true;
            } else if (before.isPresent() && !isJump(before.get(), pixel.get())) {
                takePart(before.get(), pixel.get());
            } else {
                skyEnds |= inside;
            }
            before = pixel;
        }
        return whole;
    }

    private boolean isJump(double[] from, double[] to) {
        return Math.hypot(to[0] - from[0], to[1] - from[1]) > Math.max(3, (nx + ny) / 8.0);
    }

    /** Where a short piece of the outline enters or leaves the image. */
    private void takePart(double[] from, double[] to) {
        double[] t = {0, 1};
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        boolean through = clip(from[0] - 0.5, dx, t)
                && clip(nx + 0.5 - from[0], -dx, t)
                && clip(from[1] - 0.5, dy, t)
                && clip(ny + 0.5 - from[1], -dy, t);
        if (through && t[0] <= t[1] && (t[0] > 0 || t[1] < 1)) {
            for (double at : t) {
                double x = Math.max(0.5, Math.min(nx + 0.5, from[0] + at * dx));
                take(x, Math.max(0.5, Math.min(ny + 0.5, from[1] + at * dy)), 0);
            }
        }
    }

    /** Narrows the part of a line that is on the inner side of an edge (Liang and Barsky 1984). */
    private static boolean clip(double inside, double gain, double[] t) {
        if (gain == 0) {
            return inside >= 0;
        }
        double at = -inside / gain;
        if (gain > 0) {
            t[0] = Math.max(t[0], at);
        } else {
            t[1] = Math.min(t[1], at);
        }
        return true;
    }

    private boolean take(double x, double y, double around) {
        if (!(x >= 0.5 && x <= nx + 0.5 && y >= 0.5 && y <= ny + 0.5)) {
            return false;
        }
        minX = Math.min(minX, x - around);
        maxX = Math.max(maxX, x + around);
        minY = Math.min(minY, y - around);
        maxY = Math.max(maxY, y + around);
        return true;
    }

    private boolean holdsCorner() {
        return holds(0.5, 0.5) || holds(nx + 0.5, 0.5) || holds(0.5, ny + 0.5) || holds(nx + 0.5, ny + 0.5);
    }

    private boolean holds(double x, double y) {
        Optional<Position> sky = wcs.toSky(x, y);
        if (sky.isEmpty()) {
            skyEnds = true;
            return false;
        }
        return region.contains(sky.get());
    }

    private void followEdge() {
        double stepX = Math.max(1, (double) nx / EDGE_SAMPLES);
        for (double x = 0.5; x <= nx + 0.5; x += stepX) {
            edgePoint(x, 0.5, stepX);
            edgePoint(x, ny + 0.5, stepX);
        }
        double stepY = Math.max(1, (double) ny / EDGE_SAMPLES);
        for (double y = 0.5; y <= ny + 0.5; y += stepY) {
            edgePoint(0.5, y, stepY);
            edgePoint(nx + 0.5, y, stepY);
        }
    }

    private void edgePoint(double x, double y, double step) {
        if (holds(x, y)) {
            take(x, y, step > 1 ? step : 0);
        }
    }

    /** Maps of the whole sky end within the image; the region may reach that end between outline and image edge. */
    private void searchInside() {
        double stepX = Math.max(1, (double) nx / GRID);
        double stepY = Math.max(1, (double) ny / GRID);
        for (double y = 1; y <= ny; y += stepY) {
            for (double x = 1; x <= nx; x += stepX) {
                if (holds(x, y)) {
                    take(x, y, Math.max(stepX, stepY));
                }
            }
        }
    }

    private Optional<long[]> box() {
        if (minX > maxX) {
            return Optional.empty();
        }
        long x0 = first(minX, nx);
        long y0 = first(minY, ny);
        return Optional.of(new long[] {x0, last(maxX, x0, nx), y0, last(maxY, y0, ny)});
    }

    private static long first(double low, long n) {
        return Math.max(1, Math.min(n, (long) Math.floor(low + 0.5 + SLACK)));
    }

    private static long last(double high, long first, long n) {
        return Math.max(first, Math.min(n, (long) Math.ceil(high - 0.5 - SLACK)));
    }
}
