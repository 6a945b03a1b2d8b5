package org.volans.image.internal.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.volans.api.geometry.Position;

/** Thin lines of equal right ascension and of equal declination across an image. */
final class GridLines {

    private static final int SAMPLES = 200;
    private static final int MOST_LINES = 60;

    private final View view;
    private double raLow = Double.POSITIVE_INFINITY;
    private double raHigh = Double.NEGATIVE_INFINITY;
    private double decLow = Double.POSITIVE_INFINITY;
    private double decHigh = Double.NEGATIVE_INFINITY;

    GridLines(View view) {
        this.view = view;
        measure();
    }

    /** The coordinates that occur; right ascensions about that of the middle, without jumps. */
    private void measure() {
        double center = view.center().map(Position::ra).orElse(180.0);
        for (int i = 0; i <= 24; i++) {
            for (int j = 0; j <= 24; j++) {
                Optional<Position> sky =
                        view.toSky(view.left() + view.width() * i / 24.0, view.top() + view.height() * j / 24.0);
                if (sky.isPresent()) {
                    double ra = center + Math.IEEEremainder(sky.get().ra() - center, 360);
                    raLow = Math.min(raLow, ra);
                    raHigh = Math.max(raHigh, ra);
                    decLow = Math.min(decLow, sky.get().dec());
                    decHigh = Math.max(decHigh, sky.get().dec());
                }
            }
        }
        if (shows(90)) {
            decHigh = 90;
        }
        if (shows(-90)) {
            decLow = -90;
        }
        if (decHigh == 90 || decLow == -90 || raHigh - raLow > 300) {
            raLow = center - 180;
            raHigh = center + 180;
        }
    }

    private boolean shows(double dec) {
        return view.toPicture(new Position(0, dec))
                .filter(p -> view.area().contains(p))
                .isPresent();
    }

    /** Whether so much of the sky is shown that its edges say little: labels belong inside then. */
    boolean isWide() {
        return raHigh - raLow > 300 && decHigh - decLow > 60;
    }

    /**
     * A name of a line upon the image.
     *
     * @param text such as {@code 16^h}
     * @param at   its middle in the picture
     */
    record Label(String text, Point2D at) {}

    /** Labels upon the image: right ascensions along the equator, declinations along the middle meridian. */
    List<Label> labels(double raStep, double decStep) {
        List<Label> labels = new ArrayList<>();
        double center = view.center().map(Position::ra).orElse(180.0);
        double middle = Math.rint(center / raStep) * raStep;
        for (double ra = middle - 180 + raStep; ra < middle + 180; ra += 2 * raStep) {
            String text = Sexagesimal.ra(ra, raStep);
            inside(new Position(ra, 0)).ifPresent(p -> labels.add(new Label(text, p)));
        }
        for (double dec = -90 + decStep; dec < 90; dec += decStep) {
            String text = Sexagesimal.dec(dec, decStep);
            if (Math.abs(dec) > 1e-9) {
                inside(new Position(middle, dec)).ifPresent(p -> labels.add(new Label(text, p)));
            }
        }
        return labels;
    }

    void label(Style style, double raStep, double decStep) {
        labels(raStep, decStep).forEach(l -> style.haloText(l.text, l.at.getX(), l.at.getY(), 0.5, 0.5, 0.8f));
    }

    private Optional<Point2D> inside(Position position) {
        return view.toPicture(position).filter(p -> view.area().contains(p));
    }

    /**
     * The lines in picture coordinates.
     *
     * @param raStep  degrees between meridians; 0 for none
     * @param decStep degrees between parallels; 0 for none
     */
    List<List<Point2D>> lines(double raStep, double decStep) {
        List<List<Point2D>> lines = new ArrayList<>();
        if (!(raHigh > raLow)) {
            return lines;
        }
        double marginRa = (raHigh - raLow) / 10;
        double marginDec = (decHigh - decLow) / 10;
        if (decStep > 0) {
            long from = (long) Math.ceil(Math.max(-90, decLow - marginDec) / decStep);
            long to = Math.min(from + MOST_LINES, (long) Math.floor(Math.min(90, decHigh + marginDec) / decStep));
            for (long k = from; k <= to; k++) {
                line(lines, raLow - marginRa, raHigh + marginRa, k * decStep, true);
            }
        }
        if (raStep > 0) {
            long from = (long) Math.ceil(raLow / raStep - 1);
            long to = Math.min(from + MOST_LINES, (long) Math.floor(raHigh / raStep + 1));
            for (long k = from; k <= to; k++) {
                line(lines, Math.max(-90, decLow - marginDec), Math.min(90, decHigh + marginDec), k * raStep, false);
            }
        }
        return lines;
    }

    private void line(List<List<Point2D>> lines, double from, double to, double fixed, boolean parallel) {
        List<Point2D> line = new ArrayList<>();
        double jump = Math.max(view.width(), view.height()) / 3.0;
        for (int i = 0; i <= SAMPLES; i++) {
            double at = from + (to - from) * i / SAMPLES;
            Optional<Point2D> point = view.toPicture(parallel ? new Position(at, fixed) : new Position(fixed, at))
                    .filter(p -> Math.abs(p.getX()) < 1e5 && Math.abs(p.getY()) < 1e5);
            boolean broken =
                    point.isEmpty() || !line.isEmpty() && line.getLast().distance(point.get()) >= jump;
            if (broken) {
                keep(lines, line);
                line = new ArrayList<>();
            }
            point.ifPresent(line::add);
        }
        keep(lines, line);
    }

    private static void keep(List<List<Point2D>> lines, List<Point2D> line) {
        if (line.size() > 1) {
            lines.add(line);
        }
    }

    /** Draws the lines. */
    void draw(Graphics2D g, float width, double raStep, double decStep) {
        Shape clip = g.getClip();
        g.clip(view.area());
        for (List<Point2D> line : lines(raStep, decStep)) {
            Path2D path = new Path2D.Double();
            path.moveTo(line.getFirst().getX(), line.getFirst().getY());
            line.forEach(p -> path.lineTo(p.getX(), p.getY()));
            // dark beneath light: a hint of a line on every colour map
            g.setColor(new Color(0, 0, 0, 45));
            g.setStroke(new BasicStroke(width * 2));
            g.draw(path);
            g.setColor(new Color(255, 255, 255, 85));
            g.setStroke(new BasicStroke(width));
            g.draw(path);
        }
        g.setClip(clip);
    }
}
