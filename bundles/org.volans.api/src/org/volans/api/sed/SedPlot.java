package org.volans.api.sed;

import org.volans.api.spectral.Light;

/**
 * How to draw SEDs.
 *
 * @param xAxis  what runs along
 * @param yAxis  what runs up
 * @param width  in pixels
 * @param height in pixels
 * @param title  a title, or empty for the object's name
 */
public record SedPlot(XAxis xAxis, YAxis yAxis, int width, int height, String title) {

    private static final double JANSKY = 1e-26; // W/m2/Hz

    /** Spectral coordinates, all logarithmic. */
    public enum XAxis {
        /** Wavelength in metres. */
        WAVELENGTH,
        /** Frequency in Hz. */
        FREQUENCY,
        /** Photon energy in eV. */
        ENERGY;

        /**
         * The coordinate of a wavelength; and, as all are ratios, the wavelength of a coordinate.
         *
         * @param wavelength in metres
         */
        public double of(double wavelength) {
            return switch (this) {
                case WAVELENGTH -> wavelength;
                case FREQUENCY -> Light.frequency(wavelength);
                case ENERGY -> Light.energy(wavelength);
            };
        }
    }

    /** Brightness. */
    public enum YAxis {
        /** Flux density in Jy, logarithmic. */
        FNU,
        /** Frequency times flux density in W/m², logarithmic. */
        NU_FNU,
        /** AB magnitude, brighter up. */
        AB_MAGNITUDE;

        /**
         * The brightness on this axis.
         *
         * @param flux       flux density in Jy
         * @param wavelength in metres
         */
        public double of(double flux, double wavelength) {
            return switch (this) {
                case FNU -> flux;
                case NU_FNU -> flux * JANSKY * Light.frequency(wavelength);
                case AB_MAGNITUDE -> -2.5 * Math.log10(flux / PhotometricFilter.AB_ZERO_POINT);
            };
        }
    }

    /** Wavelength against flux density, 900 by 600. */
    public static SedPlot standard(String title) {
        return new SedPlot(XAxis.WAVELENGTH, YAxis.FNU, 900, 600, title);
    }
}
