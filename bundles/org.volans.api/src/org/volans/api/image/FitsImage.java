package org.volans.api.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.volans.api.geometry.Interval;

/**
 * An image or cube of a FITS file, without its pixels.
 *
 * @param file   the file
 * @param hdu    0-based number of its header-data unit
 * @param shape  lengths of its axes, NAXIS1 first
 * @param header keyword to value, as text without quotes
 * @param wcs    its celestial coordinates, if it has any that are understood
 * @param wcsProblem why {@code wcs} is empty, else empty
 * @param band   wavelengths in metres that a spectral axis, or {@code RESTFRQ} alone, covers
 * @param unit   unit of the pixel values, or empty
 */
public record FitsImage(
        Path file,
        int hdu,
        List<Long> shape,
        Map<String, String> header,
        Optional<Wcs> wcs,
        String wcsProblem,
        Optional<Interval> band,
        String unit) {

    public FitsImage {
        shape = List.copyOf(shape);
        header = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(header));
    }
}
