package org.volans.sed.internal;

import de.erichseifert.vectorgraphics2d.Document;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.text.TextUtils;
import org.volans.api.InputException;
import org.volans.api.io.WholeFile;
import org.volans.api.sed.SedPlot;

/** A chart as a file that appears whole or not at all. */
final class PlotWriter {

    static {
        // else JFreeChart draws rotated texts as outlines, which nobody can search or copy from an SVG
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private PlotWriter() {}

    static void write(JFreeChart chart, SedPlot plot, Path out, boolean svg) throws InputException {
        WholeFile.write(out, stream -> {
            if (svg) {
                svg(chart, plot, stream);
            } else {
                png(chart, plot, stream);
            }
        });
    }

    private static void png(JFreeChart chart, SedPlot plot, OutputStream stream) throws IOException {
        BufferedImage image = new BufferedImage(plot.width(), plot.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        draw(chart, plot, graphics);
        graphics.dispose();
        // a cache of our own: that of ImageIO prints a stack trace at the end when the disk was full
        try (ImageOutputStream cache = new MemoryCacheImageOutputStream(stream)) {
            if (!ImageIO.write(image, "png", cache)) {
                throw new IOException("this Java writes no PNG");
            }
        }
    }

    private static void svg(JFreeChart chart, SedPlot plot, OutputStream stream) throws IOException {
        VectorGraphics2D graphics = new VectorGraphics2D();
        draw(chart, plot, graphics);
        Document document =
                new SVGProcessor().getDocument(graphics.getCommands(), new PageSize(plot.width(), plot.height()));
        document.writeTo(stream);
    }

    private static void draw(JFreeChart chart, SedPlot plot, Graphics2D graphics) {
        chart.draw(graphics, new Rectangle2D.Double(0, 0, plot.width(), plot.height()));
    }
}
