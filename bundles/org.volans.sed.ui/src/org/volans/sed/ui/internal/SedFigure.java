package org.volans.sed.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IErrorBar;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPlot.XAxis;
import org.volans.api.sed.SedPlot.YAxis;
import org.volans.api.sed.SedPoint;
import org.volans.ui.widgets.Palette;

/** The chart of one or more SEDs. UI thread only. */
final class SedFigure {

    private static final int SYMBOL = 4;
    private static final int NEAR = 9;
    private static final int MOST_DECADES = 30;
    private static final int MOST_MAGNITUDES = 100;

    /**
     * A point of the chart.
     *
     * @param sed   index of its object
     * @param point what it shows
     */
    record Hit(int sed, SedPoint point) {}

    private final Chart chart;
    private final AxisPainter painter;
    private XAxis xAxis = XAxis.WAVELENGTH;
    private YAxis yAxis = YAxis.FNU;
    private String wholeTitle = " ";
    private List<Sed> seds = List.of();
    private Optional<SedPoint> marked = Optional.empty();
    private List<Color> themed = List.of();

    SedFigure(Composite parent) {
        chart = new Chart(parent, SWT.NONE);
        chart.setData("org.volans.id", "sed.chart");
        chart.getLegend().setVisible(false);
        chart.getLegend().setPosition(SWT.BOTTOM);
        painter = new AxisPainter(chart, Scale.of(xAxis), Scale.of(yAxis));
        for (IAxis axis : axes()) {
            axis.getGrid().setStyle(LineStyle.NONE);
            axis.setDrawAxisLine(false);
            axis.getTick()
                    .setFormat(new RoomForLabels(axis == chart.getAxisSet().getXAxis(0) ? () -> " " : painter::widest));
            // at any angle but 0 the chart takes the labels as they are given
            axis.getTick().setTickLabelAngle(1);
            axis.getTitle().setFont(chart.getFont());
        }
        chart.getTitle().setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        chart.getPlotArea().addCustomPaintListener(new BandPainter(this));
        chart.addPaintListener(e -> followTheme());
        chart.addListener(SWT.Resize, e -> fitTitle());
    }

    Chart chart() {
        return chart;
    }

    List<Sed> seds() {
        return seds;
    }

    XAxis xAxis() {
        return xAxis;
    }

    YAxis yAxis() {
        return yAxis;
    }

    Color color(int sed) {
        return SeriesColors.color(sed, Palette.of(chart).dark());
    }

    Optional<SedPoint> marked() {
        return marked;
    }

    void mark(Optional<SedPoint> point) {
        marked = point;
        chart.getPlotArea().getControl().redraw();
    }

    /** Draws other SEDs, all of them in view. */
    void show(List<Sed> shown, String title) {
        seds = List.copyOf(shown);
        marked = Optional.empty();
        wholeTitle = title.isEmpty() ? " " : title;
        fitTitle();
        draw();
    }

    /** Where the whole title has no room, it goes without the position at its end. */
    private void fitTitle() {
        GC gc = new GC(chart);
        gc.setFont(chart.getTitle().getFont());
        boolean fits = gc.textExtent(wholeTitle).x <= chart.getSize().x;
        gc.dispose();
        String text = fits ? wholeTitle : wholeTitle.replaceFirst("\\s+\\([^()]*\\)$", "");
        if (!text.equals(chart.getTitle().getText())) {
            chart.getTitle().setText(text);
        }
    }

    /** Draws the same SEDs on other axes. */
    void axes(XAxis x, YAxis y) {
        xAxis = x;
        yAxis = y;
        draw();
    }

    /** All points in view. */
    void fit() {
        fit(p -> true);
    }

    /** Some of the points in view; nothing changes where there are none of them. */
    void fit(Predicate<SedPoint> wanted) {
        List<SedPoint> some = points().stream().filter(wanted).toList();
        if (!some.isEmpty()) {
            range(Span.x(some, xAxis), Span.y(some, yAxis));
        }
    }

    /** The points of all objects. */
    List<SedPoint> points() {
        return seds.stream().flatMap(sed -> sed.points().stream()).toList();
    }

    /** Shows a part of the axes. */
    void range(Range x, Range y) {
        if (!sensible(x, Scale.of(xAxis)) || !sensible(y, Scale.of(yAxis))) {
            return;
        }
        chart.getAxisSet().getXAxis(0).setRange(x);
        chart.getAxisSet().getYAxis(0).setRange(y);
        chart.redraw();
    }

    /** No further in than numbers reach, no further out than anything can be. */
    private static boolean sensible(Range range, Scale scale) {
        double size = scale.log() ? Math.log10(range.upper / range.lower) : range.upper - range.lower;
        return size > 1e-4 && size < (scale.log() ? MOST_DECADES : MOST_MAGNITUDES);
    }

    /** The nearest point at a place of the plot area. */
    Optional<Hit> hit(int px, int py) {
        Optional<Hit> nearest = Optional.empty();
        double least = NEAR;
        for (int i = 0; i < seds.size(); i++) {
            for (SedPoint point : seds.get(i).points()) {
                Point at = pixel(point);
                double distance = Math.hypot(at.x - px, at.y - py);
                if (distance <= least) {
                    least = distance;
                    nearest = Optional.of(new Hit(i, point));
                }
            }
        }
        return nearest;
    }

    /** The point before or after the marked one, in the order of wavelength, object by object. */
    Optional<Hit> beside(int step) {
        List<Hit> all = new ArrayList<>();
        for (int i = 0; i < seds.size(); i++) {
            for (SedPoint point : seds.get(i).points()) {
                all.add(new Hit(i, point));
            }
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int now = all.stream().map(Hit::point).toList().indexOf(marked.orElse(null));
        int next = now < 0 ? (step > 0 ? 0 : all.size() - 1) : Math.floorMod(now + step, all.size());
        return Optional.of(all.get(next));
    }

    Point pixel(SedPoint point) {
        return new Point(
                chart.getAxisSet().getXAxis(0).getPixelCoordinate(xAxis.of(point.wavelength())),
                chart.getAxisSet().getYAxis(0).getPixelCoordinate(yAxis.of(point.flux(), point.wavelength())));
    }

    /** A picture of the chart as it stands, to be disposed by the caller. */
    Image picture() {
        Point size = chart.getSize();
        Image image = new Image(chart.getDisplay(), Math.max(1, size.x), Math.max(1, size.y));
        chart.renderOffscreenImage(image);
        return image;
    }

    private IAxis[] axes() {
        return chart.getAxisSet().getAxes();
    }

    private void draw() {
        chart.suspendUpdate(true);
        try {
            for (var series : chart.getSeriesSet().getSeries()) {
                chart.getSeriesSet().deleteSeries(series.getId());
            }
            Scale x = Scale.of(xAxis);
            Scale y = Scale.of(yAxis);
            painter.scales(x, y);
            for (IAxis axis : axes()) {
                axis.enableLogScale(false);
            }
            for (int i = 0; i < seds.size(); i++) {
                series(i, seds.get(i));
            }
            // after the series: a new one holds zeros for a moment, which ends a logarithmic scale
            scale(chart.getAxisSet().getXAxis(0), x, Span.x(points(), xAxis));
            scale(chart.getAxisSet().getYAxis(0), y, Span.y(points(), yAxis));
            chart.getLegend().setVisible(seds.size() > 1);
        } finally {
            chart.suspendUpdate(false);
        }
        themed = List.of();
        followTheme();
        chart.redraw();
    }

    private static void scale(IAxis axis, Scale scale, Range range) {
        axis.setRange(range);
        if (scale.log()) {
            axis.enableLogScale(true);
            axis.setRange(range);
        }
        axis.setReversed(scale.reversed());
        axis.getTitle().setText(scale.title());
    }

    private void series(int index, Sed sed) {
        List<SedPoint> points = sed.points();
        ILineSeries<?> series =
                (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE, (index + 1) + " " + sed.name());
        series.setDescription(sed.name());
        series.setXSeries(
                points.stream().mapToDouble(p -> xAxis.of(p.wavelength())).toArray());
        series.setYSeries(points.stream()
                .mapToDouble(p -> yAxis.of(p.flux(), p.wavelength()))
                .toArray());
        series.setSymbolType(SeriesColors.symbol(index));
        series.setSymbolSize(SYMBOL);
        series.setAntialias(SWT.ON);
        series.setLineStyle(seds.size() > 1 ? LineStyle.DOT : LineStyle.NONE);
        IErrorBar bar = series.getYErrorBar();
        bar.setVisible(true);
        bar.setPlusErrors(errors(points, +1));
        bar.setMinusErrors(errors(points, -1));
    }

    /** Lengths of the bars towards larger or smaller values of the axis. */
    private double[] errors(List<SedPoint> points, int sign) {
        List<Double> lengths = new ArrayList<>();
        for (SedPoint point : points) {
            double error = Double.isNaN(point.error()) ? 0 : point.error();
            int fluxSign = yAxis == YAxis.AB_MAGNITUDE ? -sign : sign;
            double end = Math.max(point.flux() + fluxSign * error, point.flux() / 1000);
            double length = yAxis.of(end, point.wavelength()) - yAxis.of(point.flux(), point.wavelength());
            lengths.add(Math.abs(length));
        }
        return lengths.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Colours are the theme's, which may change while the chart shows. */
    private void followTheme() {
        Color back = chart.getParent().getBackground();
        Color ink = chart.getParent().getForeground();
        List<Color> theme = List.of(back, ink);
        if (theme.equals(themed)) {
            return;
        }
        themed = theme;
        chart.setBackground(back);
        chart.setForeground(ink);
        chart.setBackgroundInPlotArea(back);
        chart.getTitle().setForeground(ink);
        chart.getLegend().setForeground(ink);
        chart.getLegend().setBackground(back);
        for (IAxis axis : axes()) {
            axis.getTick().setForeground(back);
            axis.getTitle().setForeground(ink);
        }
        for (int i = 0; i < seds.size(); i++) {
            ILineSeries<?> series = (ILineSeries<?>)
                    chart.getSeriesSet().getSeries((i + 1) + " " + seds.get(i).name());
            series.setSymbolColor(color(i));
            series.setLineColor(color(i));
            series.getYErrorBar().setColor(color(i));
        }
    }
}
