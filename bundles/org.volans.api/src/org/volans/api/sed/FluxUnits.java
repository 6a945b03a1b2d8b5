package org.volans.api.sed;

import java.util.OptionalDouble;

/**
 * Units of flux density, per frequency or per wavelength, in VOUnits syntax (VOUnits 1.1, section 2), that of the CDS, and the
 * spellings that catalogues use: {@code mJy}, {@code erg s-1 cm-2 Angstrom-1}, {@code 10+-26W/m2/Hz}, {@code nanomaggy}.
 */
public final class FluxUnits {

    private FluxUnits() {}

    /**
     * How many Jy one of the unit is at a wavelength.
     *
     * @param wavelength in metres; counts for units per wavelength only
     * @return empty when it is no unit of flux density, such as {@code Jy/beam}
     */
    public static OptionalDouble jansky(String unit, double wavelength) {
        return FluxUnit.jansky(unit, wavelength);
    }
}
