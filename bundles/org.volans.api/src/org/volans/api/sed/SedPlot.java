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

    /** Spectral coordinates, all logarithmic. */
    public enum XAxis {
        /** Wavelength. */
        WAVELENGTH,
        /** Frequency in Hz. */
        FREQUENCY,
        /** Photon energy in eV. */
        ENERGY
    }

    /** Brightness. */
    public enum YAxis {
        /** Flux density in Jy, logarithmic. */
        FNU,
        /** Frequency times flux density in W/m², logarithmic. */
        NU_FNU,
        /** AB magnitude, brighter up. */
        AB_MAGNITUDE
    }

    /** Wavelength against flux density, 900 by 600. */
    public static SedPlot standard(String title) {
        return new SedPlot(XAxis.WAVELENGTH, YAxis.FNU, 900, 600, title);
    }
}
