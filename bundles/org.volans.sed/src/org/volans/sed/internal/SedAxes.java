package org.volans.sed.internal;

import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.volans.api.sed.SedPlot.XAxis;
import org.volans.api.sed.SedPlot.YAxis;
import org.volans.api.sed.SedPoint;

/** Physical axes: what is plotted, in which unit, with which labels. */
final class SedAxes {

    private static final double C = 299792458.0;
    private static final double H_C_EV = 1.23984198e-6; // metre times eV

    private SedAxes() {}

    static double x(XAxis axis, double wavelength) {
        return axis.of(wavelength);
    }

    static double y(YAxis axis, SedPoint point, double flux) {
        return axis.of(flux, point.wavelength());
    }

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
        return axis == XAxis.WAVELENGTH
                ? new Opposite("Frequency [Hz]", "", main)
                : new Opposite("Wavelength", "m", main, axis == XAxis.FREQUENCY ? C : H_C_EV);
    }

    private static ValueAxis logarithmic(String label, String unit) {
        return new DecadeAxis(label, unit);
    }

    /** An axis whose values are a constant divided by those of the main one; runs the other way. */
    static final class Opposite extends DecadeAxis {

        private static final long serialVersionUID = 1L;
        private final LogAxis main;
        private final double constant;

        Opposite(String label, String unit, LogAxis main) {
            this(label, unit, main, C);
        }

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
