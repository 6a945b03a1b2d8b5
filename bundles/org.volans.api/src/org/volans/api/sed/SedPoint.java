package org.volans.api.sed;

import org.volans.api.geometry.Interval;
import org.volans.api.spectral.Light;

/**
 * One flux density.
 *
 * @param column     name of the column it is from
 * @param filter     identifier of the filter or band
 * @param wavelength in metres
 * @param range      wavelengths in metres
 * @param flux       flux density in Jy
 * @param error      standard deviation in Jy, or NaN
 * @param original   the value as it stood in the table, with its unit: {@code 21.995 mag}
 * @param limit      whether the flux is an upper limit: the object is not brighter than that
 */
public record SedPoint(
        String column,
        String filter,
        double wavelength,
        Interval range,
        double flux,
        double error,
        String original,
        boolean limit) {

    /** The same flux as an upper limit, which has no error. */
    public SedPoint asLimit() {
        return new SedPoint(column, filter, wavelength, range, flux, Double.NaN, original, true);
    }

    /** Frequency in Hz. */
    public double frequency() {
        return Light.frequency(wavelength);
    }
}
