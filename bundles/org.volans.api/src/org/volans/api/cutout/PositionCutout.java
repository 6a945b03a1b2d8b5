package org.volans.api.cutout;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.geometry.Circle;

/** What became of the cutout at a position. */
@ProviderType
public sealed interface PositionCutout {

    /** What was to be cut; its radius is what {@link #sizeBy} says. */
    Circle circle();

    /** What decided the size, for people. */
    String sizeBy();

    /** The source whose size it is, if there was one near. */
    Optional<NearbySource> source();

    /** The URL that was asked last, or empty. */
    String request();

    /** From the first question to the last byte, in seconds. */
    double seconds();

    /**
     * There is one.
     *
     * @param image what it was cut from
     * @param file  the FITS file
     * @param bytes its size
     */
    record Made(
            Circle circle,
            String sizeBy,
            Optional<NearbySource> source,
            String request,
            double seconds,
            CuttableImage image,
            Path file,
            long bytes)
            implements PositionCutout {}

    /**
     * No image covers the position.
     *
     * @param message one line
     */
    record Nothing(
            Circle circle, String sizeBy, Optional<NearbySource> source, String request, double seconds, String message)
            implements PositionCutout {}

    /**
     * An image covers the position but no cutout is to be had.
     *
     * @param message in the service's own words
     */
    record Failed(
            Circle circle, String sizeBy, Optional<NearbySource> source, String request, double seconds, String message)
            implements PositionCutout {}
}
