package org.volans.tour.internal;

import java.net.URI;
import java.time.Duration;
import org.volans.api.inquiry.Inquiry;

/**
 * What a tour is told. The names are those of the tutorial unless the user gives others.
 *
 * @param registry        RegTAP service
 * @param keyword         what the photometry is searched by
 * @param matchRadius     of the photometry join, in degrees
 * @param waveband        of the images
 * @param mosaicTable     the table of images whose rows lead to a cutout service
 * @param sourceTable     the catalogue that says how large a cutout must be
 * @param sourceRadius    how far a source may be from a position, in degrees
 * @param timeout         longest that one service may take
 */
record TourOptions(
        URI registry,
        String keyword,
        double matchRadius,
        String waveband,
        String mosaicTable,
        String sourceTable,
        double sourceRadius,
        Duration timeout) {

    /** How a step of the tour asks. */
    Inquiry inquiry(Step step) {
        return new Inquiry(registry, timeout, step);
    }
}
