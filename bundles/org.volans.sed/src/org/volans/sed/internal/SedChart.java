package org.volans.sed.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
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
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        for (int i = 0; i < seds.size(); i++) {
            XYIntervalSeries series =
                    new XYIntervalSeries((i + 1) + " " + seds.get(i).name());
            seds.get(i).points().forEach(point -> add(series, point, plot));
            data.addSeries(series);
        }
        XYPlot area = new XYPlot(data, SedAxes.x(plot.xAxis()), SedAxes.y(plot.yAxis()), renderer(seds.size()));
        style(area);
        area.setDomainAxis(1, SedAxes.opposite(plot.xAxis(), (LogAxis) area.getDomainAxis()));
        style(area.getDomainAxis(1));
        widen(area);
        if (seds.size() <= MOST_LABELLED) {
            seds.forEach(sed -> label(area, sed, plot));
        }
        JFreeChart chart = new JFreeChart(null, TITLE, area, seds.size() > 1 && seds.size() <= COLOURS.length);
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

    private static void add(XYIntervalSeries series, SedPoint point, SedPlot plot) {
        double x = SedAxes.x(plot.xAxis(), point.wavelength());
        double a = SedAxes.x(plot.xAxis(), point.range().low());
        double b = SedAxes.x(plot.xAxis(), point.range().high());
        double y = SedAxes.y(plot.yAxis(), point, point.flux());
        double error = Double.isNaN(point.error()) ? 0 : point.error();
        // on a logarithmic axis an error bar that reaches zero would have no end: it stops at a tenth of the value
        double c = SedAxes.y(plot.yAxis(), point, Math.max(point.flux() - error, point.flux() / 10));
        double d = SedAxes.y(plot.yAxis(), point, point.flux() + error);
        series.add(x, Math.min(a, b), Math.max(a, b), y, Math.min(c, d), Math.max(c, d));
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

    private static void style(XYPlot area) {
        area.setBackgroundPaint(Color.WHITE);
        area.setOutlinePaint(INK);
        area.setDomainGridlinePaint(GRID);
        area.setRangeGridlinePaint(GRID);
        area.setDomainGridlineStroke(new BasicStroke(1));
        area.setRangeGridlineStroke(new BasicStroke(1));
        area.setAxisOffset(RectangleInsets.ZERO_INSETS);
        style(area.getDomainAxis());
        style(area.getRangeAxis());
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

    /** Room around the points: what lies on the frame cannot be read. */
    private static void widen(XYPlot area) {
        for (ValueAxis axis : List.of(area.getDomainAxis(), area.getRangeAxis())) {
            double low = axis.getLowerBound();
            double high = axis.getUpperBound();
            if (axis instanceof LogAxis && low > 0) {
                double factor = Math.max(1.25, Math.pow(high / low, 0.06));
                axis.setRange(low / factor, high * factor * (axis == area.getRangeAxis() ? 1.15 : 1));
            } else if (axis instanceof NumberAxis && high > low) {
                axis.setRange(low - 0.5, high + 0.5);
            }
        }
        ValueAxis top = area.getDomainAxis(1);
        if (top instanceof SedAxes.Opposite opposite) {
            opposite.follow();
        }
    }

    private static void label(XYPlot area, Sed sed, SedPlot plot) {
        for (SedPoint point : sed.points()) {
            double x = SedAxes.x(plot.xAxis(), point.wavelength());
            double y = SedAxes.y(plot.yAxis(), point, point.flux());
            boolean magnitude = plot.yAxis() == YAxis.AB_MAGNITUDE;
            double above = magnitude
                    ? y - 0.12
                    : y
                            * Math.pow(
                                    area.getRangeAxis().getUpperBound()
                                            / area.getRangeAxis().getLowerBound(),
                                    0.022);
            XYTextAnnotation text = new XYTextAnnotation(shortName(point), x, above);
            text.setFont(TICK);
            text.setPaint(INK);
            text.setTextAnchor(TextAnchor.BOTTOM_CENTER);
            area.addAnnotation(text);
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
