package org.volans.sed.ui.internal;

import java.util.List;
import org.eclipse.swtchart.Range;
import org.volans.api.sed.SedPlot.XAxis;
import org.volans.api.sed.SedPlot.YAxis;
import org.volans.api.sed.SedPoint;

/** The part of an axis that values cover, with room around them: what lies on the frame cannot be read. */
final class Span {

    private static final double ROOM = 0.07;

    /** Room in decades where the values themselves cover little or nothing. */
    private static final double LEAST_DECADES = 0.08;

    private static final double LEAST_MAGNITUDES = 0.4;

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    private Span() {}

    static Range x(List<SedPoint> points, XAxis axis) {
        Span span = new Span();
        for (SedPoint point : points) {
            span.add(axis.of(point.wavelength()));
            span.add(axis.of(point.range().low()));
            span.add(axis.of(point.range().high()));
        }
        return span.range(true);
    }

    static Range y(List<SedPoint> points, YAxis axis) {
        Span span = new Span();
        for (SedPoint point : points) {
            double error = Double.isNaN(point.error()) ? 0 : point.error();
            span.add(axis.of(point.flux(), point.wavelength()));
            span.add(axis.of(point.flux() + error, point.wavelength()));
            // an error bar that reaches zero has no end on a logarithmic axis
            span.add(axis.of(Math.max(point.flux() - error, point.flux() / 3), point.wavelength()));
        }
        return span.range(Scale.of(axis).log());
    }

    private void add(double value) {
        if (Double.isFinite(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }

    private Range range(boolean log) {
        if (!(low <= high)) {
            return new Range(1, 10);
        }
        if (!log) {
            double room = Math.max(LEAST_MAGNITUDES, (high - low) * ROOM);
            return new Range(low - room, high + room);
        }
        double room = Math.pow(10, Math.max(LEAST_DECADES, Math.log10(high / low) * ROOM));
        return new Range(low / room, high * room);
    }
}
