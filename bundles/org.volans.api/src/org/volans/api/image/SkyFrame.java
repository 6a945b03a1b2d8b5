package org.volans.api.image;

import java.util.List;
import java.util.Optional;

/**
 * What is drawn over a part of an image to show how it lies on the sky. All coordinates are pixel coordinates of the plane
 * (the centre of the first pixel is 1, 1), directions and sizes pixels.
 *
 * @param lines    the grid: lines of equal right ascension and declination, as x, y, x, y…
 * @param labels   names of the lines
 * @param compass  directions; empty where the view's middle is off the sky or too much sky is shown
 * @param scaleBar a bar of a round angular size; empty as above
 * @param beam     outline of the telescope's beam about 0, 0 as x, y, x, y…, from BMAJ, BMIN, BPA; empty without them
 */
public record SkyFrame(
        List<double[]> lines,
        List<Label> labels,
        Optional<Compass> compass,
        Optional<ScaleBar> scaleBar,
        double[] beam) {

    /** Where a label stands. */
    public enum Edge {
        /** On the lower edge of the view. */
        BOTTOM,
        /** On its left edge. */
        LEFT,
        /** On a line within. */
        INSIDE
    }

    /**
     * The name of a grid line.
     *
     * @param text such as {@code 16h03m20s}
     * @param x    where its line meets the edge
     * @param y    likewise
     * @param edge which edge
     */
    public record Label(String text, double x, double y, Edge edge) {}

    /**
     * Unit vectors in pixel coordinates at the middle of the view.
     *
     * @param northX to the right
     * @param northY up
     * @param eastX  to the right
     * @param eastY  up
     */
    public record Compass(double northX, double northY, double eastX, double eastY) {}

    /**
     * A length to be drawn horizontally.
     *
     * @param text   such as {@code 2′}
     * @param length in pixels at the middle of the view
     */
    public record ScaleBar(String text, double length) {}

    public SkyFrame {
        lines = List.copyOf(lines);
        labels = List.copyOf(labels);
    }

    /** Nothing, as for an image without sky coordinates. */
    public static SkyFrame none() {
        return new SkyFrame(List.of(), List.of(), Optional.empty(), Optional.empty(), new double[0]);
    }
}
