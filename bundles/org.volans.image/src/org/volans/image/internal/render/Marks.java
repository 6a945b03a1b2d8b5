package org.volans.image.internal.render;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import org.volans.api.geometry.Position;
import org.volans.api.image.RenderRequest.Mark;

/** Crosses and circles at positions. */
final class Marks {

    private final View view;
    private final Style style;

    Marks(View view, Style style) {
        this.view = view;
        this.style = style;
    }

    void draw(List<Mark> marks) {
        Graphics2D g = style.graphics();
        Shape clip = g.getClip();
        g.clip(view.area());
        marks.forEach(this::draw);
        g.setClip(clip);
    }

    private void draw(Mark mark) {
        Optional<Point2D> at = view.toPicture(mark.position());
        if (at.isEmpty()) {
            return;
        }
        Point2D p = at.get();
        double em = style.em();
        double beside = em * 1.1;
        if (mark.radius().isPresent() && mark.radius().get() > 0) {
            double radius = circle(mark.position(), mark.radius().get(), p);
            beside = Math.max(em * 0.6, radius * 0.71 + em * 0.35);
        } else {
            cross(p);
        }
        if (!mark.label().isEmpty() && view.area().contains(p)) {
            boolean toLeft =
                    p.getX() + beside + style.width(mark.label(), 0.9f) * 1.1 > view.left() + view.width() - em * 0.5;
            double x = p.getX() + (toLeft ? -beside : beside);
            style.haloText(mark.label(), x, p.getY() - beside * 0.75, toLeft ? 1 : 0, 0.5, 0.9f);
        }
    }

    /** Open in the middle, so that what is marked stays visible. */
    private void cross(Point2D p) {
        double inner = style.em() * 0.4;
        double outer = style.em() * 1.05;
        Path2D path = new Path2D.Double();
        for (double[] way : new double[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
            path.moveTo(p.getX() + way[0] * inner, p.getY() + way[1] * inner);
            path.lineTo(p.getX() + way[0] * outer, p.getY() + way[1] * outer);
        }
        style.haloLine(path, Style.MARK, style.line() * 1.6f);
    }

    /** The circle as it is on the sky; gives its size in the picture. */
    private double circle(Position center, double radius, Point2D middle) {
        Path2D path = new Path2D.Double();
        boolean open = true;
        double size = 0;
        for (int i = 0; i <= 120; i++) {
            Optional<Point2D> p = view.toPicture(center.offset(i * 3 % 360, radius));
            if (p.isEmpty()) {
                open = true;
                continue;
            }
            size = Math.max(size, p.get().distance(middle));
            if (open) {
                path.moveTo(p.get().getX(), p.get().getY());
            } else {
                path.lineTo(p.get().getX(), p.get().getY());
            }
            open = false;
        }
        if (size < style.em() * 0.3) {
            double r = style.em() * 0.3;
            path = new Path2D.Double(
                    new java.awt.geom.Ellipse2D.Double(middle.getX() - r, middle.getY() - r, 2 * r, 2 * r));
        }
        style.haloLine(path, Style.MARK, style.line() * 1.4f);
        return size;
    }
}
