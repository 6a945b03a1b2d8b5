package org.volans.api.spectral;

/** Light in vacuum, with the exact constants of the SI of 2019. */
public final class Light {

    /** Speed of light in m/s. */
    public static final double SPEED = 299_792_458.0;

    /** Planck's constant in J s. */
    public static final double PLANCK = 6.626_070_15e-34;

    /** One electronvolt in J. */
    public static final double ELECTRONVOLT = 1.602_176_634e-19;

    /** Wavelength in metres times photon energy in eV. */
    public static final double METRE_ELECTRONVOLTS = PLANCK * SPEED / ELECTRONVOLT;

    private Light() {}

    /**
     * The frequency of a wavelength.
     *
     * @param wavelength in metres
     * @return Hz
     */
    public static double frequency(double wavelength) {
        return SPEED / wavelength;
    }

    /**
     * The wavelength of a frequency.
     *
     * @param frequency in Hz
     * @return metres
     */
    public static double wavelength(double frequency) {
        return SPEED / frequency;
    }

    /**
     * The energy of a photon.
     *
     * @param wavelength in metres
     * @return eV
     */
    public static double energy(double wavelength) {
        return METRE_ELECTRONVOLTS / wavelength;
    }
}
