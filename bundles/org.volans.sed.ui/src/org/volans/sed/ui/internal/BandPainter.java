package org.volans.sed.ui.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.volans.api.sed.SedPoint;

/** Draws over the points what the chart has no means for: the bands of filters, upper limits, the marked point. */
final class BandPainter implements ICustomPaintListener {

    private static final int ARROW = 16;
    private static final int HEAD = 4;
    private static final int RING = 8;

    private final SedFigure figure;

    BandPainter(SedFigure figure) {
        this.figure = figure;
    }

    @Override
    @NonNullByDefault({})
    public void paintControl(PaintEvent event) {
        GC gc = event.gc;
        gc.setAntialias(SWT.ON);
        gc.setLineStyle(SWT.LINE_SOLID);
        for (int i = 0; i < figure.seds().size(); i++) {
            gc.setForeground(figure.color(i));
            for (SedPoint point : figure.seds().get(i).points()) {
                gc.setLineWidth(1);
                band(gc, point);
                if (point.limit()) {
                    arrow(gc, figure.pixel(point));
                }
            }
        }
        figure.marked().ifPresent(point -> ring(gc, figure.pixel(point)));
    }

    private void band(GC gc, SedPoint point) {
        IAxis x = figure.chart().getAxisSet().getXAxis(0);
        int y = figure.pixel(point).y;
        int a = x.getPixelCoordinate(figure.xAxis().of(point.range().low()));
        int b = x.getPixelCoordinate(figure.xAxis().of(point.range().high()));
        int width = figure.chart().getPlotArea().getSize().x;
        int left = Math.clamp(Math.min(a, b), -1, width + 1);
        int right = Math.clamp(Math.max(a, b), -1, width + 1);
        gc.drawLine(left, y, right, y);
        gc.drawLine(left, y - 2, left, y + 2);
        gc.drawLine(right, y - 2, right, y + 2);
    }

    private static void arrow(GC gc, Point at) {
        gc.setLineWidth(2);
        gc.drawLine(at.x, at.y, at.x, at.y + ARROW);
        gc.drawLine(at.x, at.y + ARROW, at.x - HEAD, at.y + ARROW - HEAD);
        gc.drawLine(at.x, at.y + ARROW, at.x + HEAD, at.y + ARROW - HEAD);
    }

    private void ring(GC gc, Point at) {
        gc.setForeground(figure.chart().getForeground());
        gc.setLineWidth(2);
        gc.drawOval(at.x - RING, at.y - RING, 2 * RING, 2 * RING);
    }
}
