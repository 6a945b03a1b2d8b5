package org.volans.sed.internal;

import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.volans.api.sed.SedPlot.XAxis;
import org.volans.api.sed.SedPlot.YAxis;
import org.volans.api.spectral.Light;

/** Physical axes: what is plotted, in which unit, with which labels. */
final class SedAxes {

    private SedAxes() {}

    static ValueAxis x(XAxis axis) {
        return switch (axis) {
            case WAVELENGTH -> logarithmic("Wavelength", "m");
            case FREQUENCY -> logarithmic("Frequency [Hz]", "");
            case ENERGY -> logarithmic("Photon energy [eV]", "");
        };
    }

    static ValueAxis y(YAxis axis) {
        return switch (axis) {
            case FNU -> logarithmic("Flux density [Jy]", "");
            case NU_FNU -> logarithmic("\u03bdF\u03bd  [W/m\u00b2]", "");
            case AB_MAGNITUDE -> {
                NumberAxis magnitudes = new NumberAxis("AB magnitude");
                magnitudes.setInverted(true);
                magnitudes.setAutoRangeIncludesZero(false);
                yield magnitudes;
            }
        };
    }

    /** The same axis in the other quantity, along the top. */
    static Opposite opposite(XAxis axis, LogAxis main) {
        return switch (axis) {
            case WAVELENGTH -> new Opposite("Frequency [Hz]", "", main, Light.SPEED);
            case FREQUENCY -> new Opposite("Wavelength", "m", main, Light.SPEED);
            case ENERGY -> new Opposite("Wavelength", "m", main, Light.METRE_ELECTRONVOLTS);
        };
    }

    private static ValueAxis logarithmic(String label, String unit) {
        return new DecadeAxis(label, unit);
    }

    /** An axis whose values are a constant divided by those of the main one; runs the other way. */
    static final class Opposite extends DecadeAxis {

        private static final long serialVersionUID = 1L;
        private final LogAxis main;
        private final double constant;

        Opposite(String label, String unit, LogAxis main, double constant) {
            super(label, unit);
            this.main = main;
            this.constant = constant;
            setInverted(true);
            setAutoRange(false);
        }

        /** Takes the main axis's range. */
        void follow() {
            setRange(constant / main.getUpperBound(), constant / main.getLowerBound());
        }
    }
}
