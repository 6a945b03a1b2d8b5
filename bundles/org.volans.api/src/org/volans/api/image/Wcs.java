package org.volans.api.image;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.geometry.Position;

/**
 * The celestial part of an image's world coordinate system (FITS WCS papers I and II). Pixel coordinates are FITS's: the
 * centre of the first pixel is 1, 1. Immutable.
 */
@ProviderType
public interface Wcs {

    /** The three letters of the projection: {@code TAN}, {@code SIN}, … */
    String projection();

    /** 0-based pixel axis that {@code x} counts along. */
    int axisX();

    /** 0-based pixel axis that {@code y} counts along, above {@link #axisX()}. */
    int axisY();

    /** ICRS position of a pixel coordinate; empty where the projection has no sky. */
    Optional<Position> toSky(double x, double y);

    /** Pixel coordinate (two numbers) of an ICRS position; empty where the projection cannot show it. */
    Optional<double[]> toPixel(Position position);

    /** Sides of a pixel at the reference point in degrees, along the two celestial pixel axes. */
    double[] pixelScale();
}
