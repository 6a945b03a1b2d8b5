package org.volans.sed.ui.internal;

import org.volans.api.sed.SedPoint;

/** A point in words, for its tool tip. */
final class PointText {

    private PointText() {}

    static String of(SedFigure figure, SedFigure.Hit hit) {
        SedPoint point = hit.point();
        String object = figure.seds().size() > 1 ? figure.seds().get(hit.sed()).name() + "\n" : "";
        return object + filter(point) + "\n"
                + Quantity.of(point.wavelength(), "m") + "  (" + Quantity.of(point.frequency(), "Hz") + ")\n"
                + Scale.brightness(figure.yAxis(), point) + "\n"
                + "Column " + point.column() + ": " + point.original();
    }

    /** {@code SLOAN/SDSS.u}, or the band that stands for a filter. */
    static String filter(SedPoint point) {
        return point.filter().startsWith("em.") ? "Band " + point.filter() : point.filter();
    }
}
