package org.volans.tour.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.volans.api.cutout.PositionCutout;
import org.volans.api.geometry.Circle;

/**
 * What became of the cutout of one object, for the report.
 *
 * @param object  0-based number of the object
 * @param outcome what the service says
 * @param status  how it went
 * @param file    the FITS file, if there is one
 * @param message one line
 * @param bytes   size of the file
 */
record Cutout(int object, PositionCutout outcome, Step.Status status, Optional<Path> file, String message, long bytes) {

    /** What was cut. */
    Circle circle() {
        return outcome.circle();
    }

    /** What decided the size, for people. */
    String sizeBy() {
        return outcome.sizeBy();
    }

    /** The URL that was asked, or empty. */
    String request() {
        return outcome.request();
    }

    /** How long it took. */
    double seconds() {
        return outcome.seconds();
    }
}
