package org.volans.image.internal.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compass, scale bar and beam upon an image that has sky coordinates. */
final class Ornaments {

    private final View view;
    private final Style style;
    private final SkyShapes shapes;
    private final double em;

    Ornaments(View view, Style style) {
        this.view = view;
        this.shapes = new SkyShapes(view);
        this.style = style;
        this.em = style.em();
    }

    void draw(Map<String, String> header) {
        if (!shapes.present() || Math.min(view.width(), view.height()) < 9 * em) {
            return;
        }
        if (!new GridLines(view).isWide()) {
            compass();
        }
        scaleBar();
        beam(header);
    }

    private void compass() {
        Optional<Point2D> north = shapes.direction(0);
        Optional<Point2D> east = shapes.direction(90);
        if (north.isEmpty() || east.isEmpty()) {
            return;
        }
        double arm = 2.4 * em;
        double reach = arm + em * 1.5;
        // the arms and their letters fill a box; it goes into the upper right corner
        double maxX = Math.max(0, Math.max(north.get().getX(), east.get().getX()));
        double minY = Math.min(0, Math.min(north.get().getY(), east.get().getY()));
        double x = view.left() + view.width() - em - maxX * reach;
        double y = view.top() + em - minY * reach;
        arrow(x, y, north.get(), arm, "N");
        arrow(x, y, east.get(), arm, "E");
    }

    private void arrow(double x, double y, Point2D way, double arm, String name) {
        double ex = x + way.getX() * arm;
        double ey = y + way.getY() * arm;
        double head = em * 0.42;
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        path.lineTo(ex, ey);
        path.moveTo(ex - head * (way.getX() + 0.6 * way.getY()), ey - head * (way.getY() - 0.6 * way.getX()));
        path.lineTo(ex, ey);
        path.lineTo(ex - head * (way.getX() - 0.6 * way.getY()), ey - head * (way.getY() + 0.6 * way.getX()));
        style.haloLine(path, Style.LIGHT, style.line() * 1.5f);
        style.haloText(name, x + way.getX() * (arm + em * 0.85), y + way.getY() * (arm + em * 0.85), 0.5, 0.5, 0.9f);
    }

    /** A bar of a round angular size, about a fifth of the image wide, in the lower right corner. */
    private void scaleBar() {
        double degrees = shapes.scale();
        double length = shapes.length(degrees);
        double right = view.left() + view.width() - 1.2 * em;
        double y = view.top() + view.height() - 1.3 * em;
        double tip = em * 0.28;
        Path2D bar = new Path2D.Double();
        bar.moveTo(right - length, y - tip);
        bar.lineTo(right - length, y + tip);
        bar.moveTo(right - length, y);
        bar.lineTo(right, y);
        bar.moveTo(right, y - tip);
        bar.lineTo(right, y + tip);
        style.haloLine(bar, Style.LIGHT, style.line() * 1.6f);
        style.haloText(Sexagesimal.size(degrees), right - length / 2, y - 0.75 * em, 0.5, 0, 0.95f);
    }

    /** BMAJ, BMIN and BPA in degrees, as radio images give them, in the lower left corner. */
    private void beam(Map<String, String> header) {
        List<Point2D> outline = shapes.beam(header);
        if (outline.isEmpty()) {
            return;
        }
        double reach = outline.stream().mapToDouble(p -> p.distance(0, 0)).max().orElse(0);
        double x = view.left() + em + reach;
        double y = view.top() + view.height() - em - reach;
        Path2D ellipse = new Path2D.Double();
        ellipse.moveTo(x + outline.getFirst().getX(), y + outline.getFirst().getY());
        outline.forEach(p -> ellipse.lineTo(x + p.getX(), y + p.getY()));
        ellipse.closePath();
        Graphics2D g = style.graphics();
        g.setColor(new Color(255, 255, 255, 90));
        g.fill(ellipse);
        style.haloLine(ellipse, Style.LIGHT, style.line());
    }
}
