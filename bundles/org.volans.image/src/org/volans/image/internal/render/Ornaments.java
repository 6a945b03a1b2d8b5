package org.volans.image.internal.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.Map;
import java.util.Optional;
import org.volans.api.geometry.Position;
import org.volans.image.internal.wcs.Cards;

/** Compass, scale bar and beam upon an image that has sky coordinates. */
final class Ornaments {

    private final View view;
    private final Style style;
    private final double em;

    Ornaments(View view, Style style) {
        this.view = view;
        this.style = style;
        this.em = style.em();
    }

    void draw(Map<String, String> header) {
        double perPixel = view.degreesPerPixel();
        if (view.center().isEmpty() || !(perPixel > 0) || Math.min(view.width(), view.height()) < 9 * em) {
            return;
        }
        if (!new GridLines(view).isWide()) {
            compass(view.center().get(), perPixel);
        }
        scaleBar(perPixel);
        beam(new Cards(header), perPixel);
    }

    /** Direction in the picture of a position angle at the image's middle; empty where the sky ends. */
    private Optional<Point2D> direction(Position at, double angle, double perPixel) {
        Optional<Point2D> from = view.toPicture(at);
        Optional<Point2D> to = view.toPicture(at.offset(angle, Math.min(10, 4 * perPixel)));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        double dx = to.get().getX() - from.get().getX();
        double dy = to.get().getY() - from.get().getY();
        double length = Math.hypot(dx, dy);
        return length > 0 ? Optional.of(new Point2D.Double(dx / length, dy / length)) : Optional.empty();
    }

    private void compass(Position center, double perPixel) {
        Optional<Point2D> north = direction(center, 0, perPixel);
        Optional<Point2D> east = direction(center, 90, perPixel);
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
    private void scaleBar(double perPixel) {
        double degrees = Sexagesimal.roundBelow(view.width() * perPixel / 4);
        double length = degrees / perPixel;
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
    private void beam(Cards cards, double perPixel) {
        double major = cards.find("BMAJ").orElse(0);
        double minor = cards.find("BMIN").orElse(major);
        double angle = cards.find("BPA").orElse(0);
        double long1 = major / perPixel;
        if (!(major > 0 && minor > 0)
                || long1 > Math.min(view.width(), view.height()) * 0.4
                || view.center().isEmpty()) {
            return;
        }
        Position center = view.center().get();
        Optional<Point2D> along = direction(center, angle, perPixel);
        Optional<Point2D> beside = direction(center, angle + 90, perPixel);
        if (along.isEmpty() || beside.isEmpty()) {
            return;
        }
        double a = Math.max(1.5, long1 / 2);
        double b = Math.max(1.5, minor / perPixel / 2);
        double x = view.left() + em + a;
        double y = view.top() + view.height() - em - a;
        Path2D ellipse = new Path2D.Double();
        for (int i = 0; i < 72; i++) {
            double t = Math.PI * i / 36;
            double px = x
                    + a * Math.cos(t) * along.get().getX()
                    + b * Math.sin(t) * beside.get().getX();
            double py = y
                    + a * Math.cos(t) * along.get().getY()
                    + b * Math.sin(t) * beside.get().getY();
            if (i == 0) {
                ellipse.moveTo(px, py);
            } else {
                ellipse.lineTo(px, py);
            }
        }
        ellipse.closePath();
        Graphics2D g = style.graphics();
        g.setColor(new Color(255, 255, 255, 90));
        g.fill(ellipse);
        style.haloLine(ellipse, Style.LIGHT, style.line());
    }
}
