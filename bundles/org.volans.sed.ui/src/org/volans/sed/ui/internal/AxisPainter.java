package org.volans.sed.ui.internal;

import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.Range;
import org.volans.sed.ui.internal.Ticks.Tick;
import org.volans.ui.widgets.Palette;

/**
 * Draws ticks, their labels, grid and frame of a chart: the chart's own ticks have no labels that suit a logarithmic
 * axis. The chart still lays out room for them.
 */
final class AxisPainter {

    private static final int X_ROOM = 62;
    private static final int Y_ROOM = 30;
    private static final int MAJOR = 5;
    private static final int MINOR = 3;
    private static final int GAP = 4;

    private final Chart chart;
    private Scale x;
    private Scale y;

    AxisPainter(Chart chart, Scale x, Scale y) {
        this.chart = chart;
        this.x = x;
        this.y = y;
        chart.addPaintListener(this::paintLabels);
        chart.getPlotArea().addCustomPaintListener(new Grid());
    }

    void scales(Scale ofX, Scale ofY) {
        x = ofX;
        y = ofY;
    }

    /** The ticks along the x axis as it stands. */
    List<Tick> xTicks() {
        Range range = xAxis().getRange();
        return Ticks.of(x, range.lower, range.upper, chart.getPlotArea().getSize().x, X_ROOM);
    }

    /** The ticks along the y axis as it stands. */
    List<Tick> yTicks() {
        Range range = yAxis().getRange();
        return Ticks.of(y, range.lower, range.upper, chart.getPlotArea().getSize().y, Y_ROOM);
    }

    /** The longest label of the y axis, for which the chart leaves room. */
    String widest() {
        return yTicks().stream().map(Tick::label).reduce("00 mJy", (a, b) -> a.length() >= b.length() ? a : b);
    }

    private IAxis xAxis() {
        return chart.getAxisSet().getXAxis(0);
    }

    private IAxis yAxis() {
        return chart.getAxisSet().getYAxis(0);
    }

    private void paintLabels(PaintEvent event) {
        GC gc = event.gc;
        Rectangle plot = chart.getPlotArea().getBounds();
        gc.setFont(chart.getFont());
        gc.setForeground(chart.getForeground());
        int bottom = plot.y + plot.height;
        for (Tick tick : xTicks()) {
            if (tick.major()) {
                Point size = gc.textExtent(tick.label());
                int at = plot.x + xAxis().getPixelCoordinate(tick.value());
                int left = Math.min(at - size.x / 2, chart.getClientArea().width - size.x - 3);
                gc.drawText(tick.label(), left, bottom + GAP, SWT.DRAW_TRANSPARENT);
            }
        }
        for (Tick tick : yTicks()) {
            if (tick.major()) {
                Point size = gc.textExtent(tick.label());
                int at = plot.y + yAxis().getPixelCoordinate(tick.value());
                gc.drawText(tick.label(), plot.x - GAP - size.x, at - size.y / 2, SWT.DRAW_TRANSPARENT);
            }
        }
    }

    /** Behind the points. */
    private final class Grid implements ICustomPaintListener {

        @Override
        public boolean drawBehindSeries() {
            return true;
        }

        @Override
        @NonNullByDefault({})
        public void paintControl(PaintEvent event) {
            GC gc = event.gc;
            Point size = chart.getPlotArea().getSize();
            Palette palette = Palette.of(chart);
            gc.setLineWidth(1);
            gc.setLineStyle(SWT.LINE_SOLID);
            for (Tick tick : xTicks()) {
                int at = xAxis().getPixelCoordinate(tick.value());
                line(gc, palette.line(), tick.major(), at, 0, at, size.y);
                line(gc, palette.muted(), true, at, size.y - length(tick), at, size.y);
            }
            for (Tick tick : yTicks()) {
                int at = yAxis().getPixelCoordinate(tick.value());
                line(gc, palette.line(), tick.major(), 0, at, size.x, at);
                line(gc, palette.muted(), true, 0, at, length(tick), at);
            }
            gc.setForeground(palette.muted());
            gc.drawRectangle(0, 0, size.x - 1, size.y - 1);
        }

        private int length(Tick tick) {
            return tick.major() ? MAJOR : MINOR;
        }

        private void line(GC gc, Color color, boolean drawn, int x1, int y1, int x2, int y2) {
            if (drawn) {
                gc.setForeground(color);
                gc.drawLine(x1, y1, x2, y2);
            }
        }
    }
}
