package org.volans.tour.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.volans.api.geometry.Circle;

/**
 * What became of the cutout of one object.
 *
 * @param object  0-based number of the object
 * @param circle  what was cut
 * @param sizeBy  what decided the size, for people
 * @param status  how it went
 * @param file    the FITS file, if there is one
 * @param request the URL that was asked, or empty
 * @param message one line
 * @param bytes   size of the file
 * @param seconds how long it took
 */
record Cutout(
        int object,
        Circle circle,
        String sizeBy,
        Step.Status status,
        Optional<Path> file,
        String request,
        String message,
        long bytes,
        double seconds) {}
