package org.volans.api.sed;

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

    private static final double C = 299792458.0;
    private static final double H_C_EV = 1.23984198e-6; // metre times eV
    private static final double JANSKY = 1e-26; // W/m2/Hz
    private static final double AB_ZERO = 3631; // Jy

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
                case FREQUENCY -> C / wavelength;
                case ENERGY -> H_C_EV / wavelength;
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
                case NU_FNU -> flux * JANSKY * C / wavelength;
                case AB_MAGNITUDE -> -2.5 * Math.log10(flux / AB_ZERO);
            };
        }
    }

    /** Wavelength against flux density, 900 by 600. */
    public static SedPlot standard(String title) {
        return new SedPlot(XAxis.WAVELENGTH, YAxis.FNU, 900, 600, title);
    }
}
