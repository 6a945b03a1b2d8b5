package org.volans.image.internal.wcs;

import java.util.Optional;

/** Between the two celestial pixel axes and the projected plane in degrees, with distortions. Immutable. */
final class PixelPlane {

    private final int axisX;
    private final int axisY;
    private final double crpixX;
    private final double crpixY;
    private final double[] m;
    private final double determinant;
    private final Optional<Distortion> onPixels;
    private final Optional<Distortion> onPlane;

    /**
     * @param linear   the linear transformation
     * @param lon      0-based longitude axis
     * @param lat      0-based latitude axis
     * @param units    degrees per unit of the two world axes, longitude first
     * @param onPixels a distortion of pixel offsets from CRPIX
     * @param onPlane  a distortion of the plane's degrees
     */
    PixelPlane(
            LinearAxes linear,
            int lon,
            int lat,
            double[] units,
            Optional<Distortion> onPixels,
            Optional<Distortion> onPlane)
            throws WcsProblem {
        axisX = Math.min(lon, lat);
        axisY = Math.max(lon, lat);
        crpixX = linear.crpix(axisX);
        crpixY = linear.crpix(axisY);
        m = new double[] {
            units[0] * linear.element(lon, axisX), units[0] * linear.element(lon, axisY),
            units[1] * linear.element(lat, axisX), units[1] * linear.element(lat, axisY)
        };
        determinant = m[0] * m[3] - m[1] * m[2];
        double size = Math.hypot(m[0], m[2]) * Math.hypot(m[1], m[3]);
        if (!(Math.abs(determinant) > 1e-12 * size) || !Double.isFinite(determinant)) {
            throw new WcsProblem("the pixels have no area on the sky: CDELT, PC or CD of axes " + (lon + 1) + " and "
                    + (lat + 1) + " are zero or parallel");
        }
        this.onPixels = onPixels;
        this.onPlane = onPlane;
    }

    int axisX() {
        return axisX;
    }

    int axisY() {
        return axisY;
    }

    void toPlane(double[] pair) {
        pair[0] -= crpixX;
        pair[1] -= crpixY;
        onPixels.ifPresent(d -> d.apply(pair));
        double x = m[0] * pair[0] + m[1] * pair[1];
        double y = m[2] * pair[0] + m[3] * pair[1];
        pair[0] = x;
        pair[1] = y;
        onPlane.ifPresent(d -> d.apply(pair));
    }

    boolean toPixel(double[] pair) {
        if (onPlane.isPresent() && !onPlane.get().invert(pair)) {
            return false;
        }
        double x = (m[3] * pair[0] - m[1] * pair[1]) / determinant;
        double y = (m[0] * pair[1] - m[2] * pair[0]) / determinant;
        pair[0] = x;
        pair[1] = y;
        if (onPixels.isPresent() && !onPixels.get().invert(pair)) {
            return false;
        }
        pair[0] += crpixX;
        pair[1] += crpixY;
        return true;
    }

    double[] scale() {
        return new double[] {Math.hypot(m[0], m[2]), Math.hypot(m[1], m[3])};
    }
}
