package org.volans.image.internal.render;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.volans.api.image.PlaneView;
import org.volans.api.image.SkyFrame;
import org.volans.api.image.SkyFrame.Compass;
import org.volans.api.image.SkyFrame.Edge;
import org.volans.api.image.SkyFrame.Label;
import org.volans.api.image.SkyFrame.ScaleBar;
import org.volans.api.image.Wcs;
import org.volans.image.internal.render.SkyTicks.Axis;

/** What is drawn over a part of an image, from the same lines as the frame of a picture. */
public final class Frames {

    private static final double APART_ACROSS = 120;
    private static final double APART_UP = 80;
    private static final double WIDE_STEP = 30;

    private final View view;

    private Frames(View view) {
        this.view = view;
    }

    /** Computes the frame; nothing for a plane without sky coordinates. */
    public static SkyFrame of(PlaneView shown) {
        Optional<Wcs> wcs = shown.plane().wcs();
        if (wcs.isEmpty()) {
            return SkyFrame.none();
        }
        Rectangle2D pixels = new Rectangle2D.Double(
                shown.left(), shown.bottom(), shown.width() / shown.zoom(), shown.height() / shown.zoom());
        Frames frames = new Frames(new View(0, 0, shown.width(), shown.height(), pixels, wcs));
        return frames.frame(shown);
    }

    private SkyFrame frame(PlaneView shown) {
        GridLines grid = new GridLines(view);
        boolean wide = grid.isWide();
        SkyTicks ticks = new SkyTicks(view);
        Axis across = ticks.horizontal();
        Axis up = across == Axis.RA ? Axis.DEC : Axis.RA;
        double stepAcross = wide ? WIDE_STEP : ticks.step(false, view.height(), across, APART_ACROSS);
        double stepUp = wide ? WIDE_STEP : ticks.step(true, 0, up, APART_UP);
        List<double[]> lines = new ArrayList<>();
        double raStep = across == Axis.RA ? stepAcross : stepUp;
        double decStep = across == Axis.RA ? stepUp : stepAcross;
        grid.lines(raStep, decStep).forEach(line -> lines.add(toPixels(line)));
        List<Label> labels = new ArrayList<>();
        if (wide) {
            grid.labels(raStep, decStep).forEach(l -> labels.add(label(l.text(), l.at(), Edge.INSIDE)));
        } else {
            ticks.edge(false, view.height(), across, stepAcross)
                    .forEach(t -> labels.add(label(
                            text(across, t.value(), stepAcross),
                            new Point2D.Double(t.at(), view.height()),
                            Edge.BOTTOM)));
            ticks.edge(true, 0, up, stepUp)
                    .forEach(t ->
                            labels.add(label(text(up, t.value(), stepUp), new Point2D.Double(0, t.at()), Edge.LEFT)));
        }
        SkyShapes shapes = new SkyShapes(view);
        return new SkyFrame(
                lines,
                labels,
                wide || !shapes.present() ? Optional.empty() : compass(shapes),
                shapes.present() ? Optional.of(scaleBar(shapes)) : Optional.empty(),
                shapes.present() ? beam(shapes, shown) : new double[0]);
    }

    private static String text(Axis axis, double value, double step) {
        return axis == Axis.RA ? Sexagesimal.ra(value, step) : Sexagesimal.dec(value, step);
    }

    private Label label(String text, Point2D at, Edge edge) {
        return new Label(text.replace("^", ""), view.imageX(at.getX()), view.imageY(at.getY()), edge);
    }

    private double[] toPixels(List<Point2D> line) {
        double[] pairs = new double[2 * line.size()];
        for (int i = 0; i < line.size(); i++) {
            pairs[2 * i] = view.imageX(line.get(i).getX());
            pairs[2 * i + 1] = view.imageY(line.get(i).getY());
        }
        return pairs;
    }

    private static Optional<Compass> compass(SkyShapes shapes) {
        return shapes.direction(0)
                .flatMap(n -> shapes.direction(90).map(e -> new Compass(n.getX(), -n.getY(), e.getX(), -e.getY())));
    }

    private ScaleBar scaleBar(SkyShapes shapes) {
        double degrees = shapes.scale();
        return new ScaleBar(Sexagesimal.size(degrees), shapes.length(degrees) / view.zoom());
    }

    private static double[] beam(SkyShapes shapes, PlaneView shown) {
        List<Point2D> outline = shapes.beam(shown.plane().image().header());
        double[] pairs = new double[2 * outline.size()];
        for (int i = 0; i < outline.size(); i++) {
            pairs[2 * i] = outline.get(i).getX() / shown.zoom();
            pairs[2 * i + 1] = -outline.get(i).getY() / shown.zoom();
        }
        return pairs;
    }
}
