package org.volans.image.ui.internal.canvas;

import org.eclipse.swt.graphics.Point;

/**
 * Which part of a plane a canvas shows. Canvas coordinates are points and run down; pixel coordinates are FITS's: the centre
 * of the first pixel is 1, 1, and y runs up. UI thread only.
 */
public final class Viewport {

    /** Points per pixel at most. */
    static final double CLOSEST = 64;

    private static final double MARGIN = 40;

    private long nx = 1;
    private long ny = 1;
    private int width = 1;
    private int height = 1;
    private double centerX = 1;
    private double centerY = 1;
    private double zoom = 1;
    private boolean fitted = true;

    /** Another plane; the view is kept when its size is that of the one before, else all of it is shown. */
    public void plane(long newNx, long newNy) {
        boolean same = nx == newNx && ny == newNy;
        nx = newNx;
        ny = newNy;
        if (!same) {
            fit();
        }
    }

    /** Size of the canvas in points. A view that shows all of the plane goes on doing so; else its middle stays. */
    public void size(Point size) {
        if (size.x != width || size.y != height) {
            width = Math.max(1, size.x);
            height = Math.max(1, size.y);
            if (fitted) {
                fit();
            }
        }
    }

    /** Shows all of the plane. */
    public void fit() {
        centerX = (nx + 1) / 2.0;
        centerY = (ny + 1) / 2.0;
        zoom = fitting();
        fitted = true;
    }

    private double fitting() {
        return Math.min(CLOSEST, Math.min((double) width / nx, (double) height / ny));
    }

    /**
     * Changes the zoom; the pixel at a canvas point stays there.
     *
     * @param newZoom points per pixel
     */
    public void zoomTo(double newZoom, double x, double y) {
        double pixelX = pixelX(x);
        double pixelY = pixelY(y);
        zoom = Math.max(Math.min(fitting() / 2, 1), Math.min(CLOSEST, newZoom));
        fitted = false;
        centerX = pixelX - (x - width / 2.0) / zoom;
        centerY = pixelY + (y - height / 2.0) / zoom;
        clamp();
    }

    /** Moves the picture by points. */
    public void pan(double dx, double dy) {
        centerX -= dx / zoom;
        centerY += dy / zoom;
        fitted = false;
        clamp();
    }

    /** Brings a pixel to the middle. */
    public void center(double pixelX, double pixelY) {
        centerX = pixelX;
        centerY = pixelY;
        fitted = false;
        clamp();
    }

    /** Some of the picture always shows. */
    private void clamp() {
        double marginX = Math.max(0, width / 2.0 - MARGIN) / zoom;
        double marginY = Math.max(0, height / 2.0 - MARGIN) / zoom;
        centerX = Math.max(0.5 - marginX, Math.min(nx + 0.5 + marginX, centerX));
        centerY = Math.max(0.5 - marginY, Math.min(ny + 0.5 + marginY, centerY));
    }

    /** Points per pixel. */
    public double zoom() {
        return zoom;
    }

    /** Width of the canvas in points. */
    public int width() {
        return width;
    }

    /** Height of the canvas in points. */
    public int height() {
        return height;
    }

    /** Pixels of the plane to the right. */
    public long nx() {
        return nx;
    }

    /** Pixels of the plane up. */
    public long ny() {
        return ny;
    }

    /** Pixel coordinate of a canvas point. */
    public double pixelX(double x) {
        return centerX + (x - width / 2.0) / zoom;
    }

    /** Pixel coordinate of a canvas point. */
    public double pixelY(double y) {
        return centerY - (y - height / 2.0) / zoom;
    }

    /** Canvas point of a pixel coordinate. */
    public double x(double pixelX) {
        return width / 2.0 + (pixelX - centerX) * zoom;
    }

    /** Canvas point of a pixel coordinate. */
    public double y(double pixelY) {
        return height / 2.0 - (pixelY - centerY) * zoom;
    }

    /** Whether a pixel coordinate lies on the plane. */
    public boolean onPlane(double pixelX, double pixelY) {
        return pixelX >= 0.5 && pixelY >= 0.5 && pixelX < nx + 0.5 && pixelY < ny + 0.5;
    }

    /** Equal for equal views: to notice a change. */
    public String stamp() {
        return centerX + " " + centerY + " " + zoom + " " + width + " " + height;
    }
}
