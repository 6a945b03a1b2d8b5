package org.volans.image.internal.render;

/**
 * An image resampled to the size it is shown at; the first row is the lowest, as in FITS.
 *
 * @param width  pixels along x
 * @param height pixels along y
 * @param values row by row; NaN where there is nothing
 */
record Plane(int width, int height, double[] values) {}
