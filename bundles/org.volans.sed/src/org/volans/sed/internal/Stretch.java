package org.volans.sed.internal;

import java.util.ArrayList;
import java.util.List;
import org.volans.api.geometry.Interval;
import org.volans.api.sed.Sed;

/**
 * The stretches of the spectrum where SEDs have points. Optical and radio photometry are seven decades apart: on one
 * unbroken axis each would be a dot.
 */
final class Stretch {

    /** Decades of wavelength without a point from which on the axis is broken. */
    private static final double WIDE_GAP = 2.5;

    private Stretch() {}

    /** At least one stretch; every point is in exactly one. */
    static List<Interval> of(List<Sed> seds) {
        double[] wavelengths = seds.stream()
                .flatMap(sed -> sed.points().stream())
                .mapToDouble(point -> point.wavelength())
                .sorted()
                .toArray();
        List<Interval> stretches = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= wavelengths.length; i++) {
            boolean ends = i == wavelengths.length || Math.log10(wavelengths[i] / wavelengths[i - 1]) > WIDE_GAP;
            if (ends) {
                stretches.add(new Interval(wavelengths[first], wavelengths[i - 1]));
                first = i;
            }
        }
        return stretches;
    }
}
