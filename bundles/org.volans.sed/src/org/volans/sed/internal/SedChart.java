package org.volans.sed.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYPointerAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.volans.api.geometry.Interval;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPlot;
import org.volans.api.sed.SedPlot.YAxis;
import org.volans.api.sed.SedPoint;

/** The picture of one or more SEDs. */
final class SedChart {

    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
    private static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    private static final Color INK = new Color(0x1b2330);
    private static final Color GRID = new Color(0xdfe4ea);

    /** Colours that people with any kind of colour vision can tell apart (Okabe & Ito 2008). */
    private static final Color[] COLOURS = {
        new Color(0x0072B2),
        new Color(0xD55E00),
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0xE69F00),
        new Color(0x56B4E9),
        new Color(0x000000)
    };

    /** With more objects than this, names of filters would cover the points. */
    private static final int MOST_LABELLED = 1;

    private SedChart() {}

    static JFreeChart chart(List<Sed> seds, SedPlot plot) {
        ValueAxis range = SedAxes.y(plot.yAxis());
        style(range);
        widen(range, seds, plot); // before any plot has the axis: left to itself it fails on a single value
        List<XYPlot> panels = Stretch.of(seds).stream()
                .map(stretch -> panel(seds, stretch, plot, range))
                .toList();
        if (seds.size() <= MOST_LABELLED) {
            panels.forEach(panel -> seds.forEach(sed -> label(panel, range, sed, plot)));
        }
        XYPlot whole = panels.size() == 1 ? panels.get(0) : sideBySide(panels, range);
        JFreeChart chart = new JFreeChart(null, TITLE, whole, seds.size() > 1 && seds.size() <= COLOURS.length);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(8, 10, 8, 22));
        String title = plot.title().isEmpty() && !seds.isEmpty() ? seds.get(0).name() : plot.title();
        if (!title.isEmpty()) {
            TextTitle heading = new TextTitle(title, TITLE);
            heading.setPaint(INK);
            heading.setPadding(2, 2, 8, 2);
            chart.setTitle(heading);
        }
        return chart;
    }

    /** The points of one stretch of the spectrum. */
    private static XYPlot panel(List<Sed> seds, Interval stretch, SedPlot plot, ValueAxis range) {
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        for (int i = 0; i < seds.size(); i++) {
            XYIntervalSeries series =
                    new XYIntervalSeries((i + 1) + " " + seds.get(i).name());
            seds.get(i).points().stream()
                    .filter(p -> stretch.low() <= p.wavelength() && p.wavelength() <= stretch.high())
                    .forEach(point -> add(series, point, plot));
            data.addSeries(series);
        }
        XYPlot panel = new XYPlot(data, SedAxes.x(plot.xAxis()), range, renderer(seds.size()));
        style(panel);
        for (int i = 0; i < seds.size(); i++) {
            Color colour = COLOURS[i % COLOURS.length];
            seds.get(i).points().stream()
                    .filter(p -> p.limit() && stretch.low() <= p.wavelength() && p.wavelength() <= stretch.high())
                    .forEach(point -> panel.addAnnotation(arrow(point, plot, colour)));
        }
        ValueAxis axis = panel.getDomainAxis();
        double low = axis.getLowerBound();
        double high = axis.getUpperBound();
        double room = Math.max(1.25, Math.pow(high / low, 0.06));
        axis.setRange(low / room, high * room);
        SedAxes.Opposite top = SedAxes.opposite(plot.xAxis(), (LogAxis) axis);
        panel.setDomainAxis(1, top);
        style(top);
        top.follow();
        return panel;
    }

    private static XYPlot sideBySide(List<XYPlot> panels, ValueAxis range) {
        CombinedRangeXYPlot whole = new CombinedRangeXYPlot(range);
        whole.setGap(14);
        for (XYPlot panel : panels) {
            ValueAxis axis = panel.getDomainAxis();
            double decades = Math.log10(axis.getUpperBound() / axis.getLowerBound());
            double points = panel.getDataset().getItemCount(0);
            whole.add(panel, (int) Math.round(10 * Math.max(0.5, Math.min(2, decades)) + 2 * Math.min(8, points)));
        }
        return whole;
    }

    private static void add(XYIntervalSeries series, SedPoint point, SedPlot plot) {
        double x = plot.xAxis().of(point.wavelength());
        double a = plot.xAxis().of(point.range().low());
        double b = plot.xAxis().of(point.range().high());
        double y = plot.yAxis().of(point.flux(), point.wavelength());
        double error = Double.isNaN(point.error()) ? 0 : point.error();
        // on a logarithmic axis an error bar that reaches zero would have no end: it stops at a tenth of the value
        double c = plot.yAxis().of(Math.max(point.flux() - error, point.flux() / 10), point.wavelength());
        double d = plot.yAxis().of(point.flux() + error, point.wavelength());
        series.add(x, Math.min(a, b), Math.max(a, b), y, Math.min(c, d), Math.max(c, d));
    }

    /** Down from an upper limit; radii count upwards, so the tip has a negative one. */
    private static XYPointerAnnotation arrow(SedPoint point, SedPlot plot, Color colour) {
        XYPointerAnnotation arrow = new XYPointerAnnotation(
                "",
                plot.xAxis().of(point.wavelength()),
                plot.yAxis().of(point.flux(), point.wavelength()),
                1.5 * Math.PI);
        arrow.setBaseRadius(0);
        arrow.setTipRadius(-22);
        arrow.setArrowPaint(colour);
        arrow.setArrowStroke(new BasicStroke(1.4f));
        return arrow;
    }

    private static XYErrorRenderer renderer(int objects) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setErrorStroke(new BasicStroke(1.4f));
        renderer.setCapLength(5);
        for (int i = 0; i < Math.max(1, objects); i++) {
            Color colour = COLOURS[i % COLOURS.length];
            renderer.setSeriesPaint(i, colour);
            renderer.setSeriesShape(i, new Ellipse2D.Double(-4.5, -4.5, 9, 9));
            renderer.setSeriesStroke(i, new BasicStroke(1.2f));
            renderer.setSeriesLinesVisible(i, false);
            renderer.setSeriesShapesFilled(i, true);
        }
        return renderer;
    }

    private static void style(XYPlot panel) {
        panel.setBackgroundPaint(Color.WHITE);
        panel.setOutlinePaint(INK);
        panel.setDomainGridlinePaint(GRID);
        panel.setRangeGridlinePaint(GRID);
        panel.setDomainGridlineStroke(new BasicStroke(1));
        panel.setRangeGridlineStroke(new BasicStroke(1));
        panel.setAxisOffset(RectangleInsets.ZERO_INSETS);
        style(panel.getDomainAxis());
    }

    private static void style(ValueAxis axis) {
        axis.setLabelFont(LABEL);
        axis.setTickLabelFont(TICK);
        axis.setLabelPaint(INK);
        axis.setTickLabelPaint(INK);
        axis.setAxisLinePaint(INK);
        axis.setTickMarkPaint(INK);
        axis.setTickMarkInsideLength(5);
        axis.setTickMarkOutsideLength(0);
        axis.setMinorTickMarkInsideLength(3);
        axis.setMinorTickMarkOutsideLength(0);
        axis.setMinorTickMarksVisible(true);
    }

    /** Room around the points and above them for their names: what lies on the frame cannot be read. */
    private static void widen(ValueAxis range, List<Sed> seds, SedPlot plot) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Sed sed : seds) {
            for (SedPoint point : sed.points()) {
                double error = Double.isNaN(point.error()) ? 0 : point.error();
                double a = plot.yAxis().of(Math.max(point.flux() - error, point.flux() / 10), point.wavelength());
                double b = plot.yAxis().of(point.flux() + error, point.wavelength());
                low = Math.min(low, Math.min(a, b));
                high = Math.max(high, Math.max(a, b));
            }
        }
        if (plot.yAxis() == YAxis.AB_MAGNITUDE) {
            range.setRange(low - 0.5, high + 0.5);
        } else {
            double room = Math.max(1.25, Math.pow(high / low, 0.06));
            range.setRange(low / room, high * room * 1.3 * Math.pow(high / low, 0.04));
        }
    }

    private static void label(XYPlot panel, ValueAxis range, Sed sed, SedPlot plot) {
        ValueAxis domain = panel.getDomainAxis();
        for (SedPoint point : sed.points()) {
            double x = plot.xAxis().of(point.wavelength());
            double y = plot.yAxis().of(point.flux(), point.wavelength());
            double above = plot.yAxis() == YAxis.AB_MAGNITUDE
                    ? y - (range.getUpperBound() - range.getLowerBound()) * 0.025
                    : y * Math.pow(range.getUpperBound() / range.getLowerBound(), 0.022);
            if (domain.getRange().contains(x)) {
                XYTextAnnotation text = new XYTextAnnotation(shortName(point), x, above);
                text.setFont(TICK);
                text.setPaint(INK);
                text.setTextAnchor(TextAnchor.BOTTOM_CENTER);
                panel.addAnnotation(text);
            }
        }
    }

    /** {@code u} of {@code SLOAN/SDSS.u}; the column's name where the filter is only a band. */
    private static String shortName(SedPoint point) {
        int dot = point.filter().lastIndexOf('.');
        return point.filter().startsWith("em.") || dot < 0
                ? point.column()
                : point.filter().substring(dot + 1);
    }
}
