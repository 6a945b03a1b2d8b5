package org.volans.api.sed;

import org.volans.api.geometry.Interval;

/**
 * A filter, or a band that stands for one.
 *
 * @param id         {@code SDSS/SDSS.u}, as the SVO Filter Profile Service writes it, or the UCD of a band
 * @param wavelength pivot wavelength in metres
 * @param range      wavelengths in metres where it lets light through
 * @param zeroPoint  flux density of magnitude 0 in Jy; NaN when it is not known
 * @param origin     where the figures are from
 */
public record PhotometricFilter(String id, double wavelength, Interval range, double zeroPoint, String origin) {

    /** Flux density in Jy of AB magnitude 0 (Oke and Gunn 1983, ApJ 266, 713). */
    public static final double AB_ZERO_POINT = 3631;
}
