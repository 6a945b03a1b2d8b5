package org.volans.image.internal.render;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import org.volans.image.internal.render.SkyTicks.Axis;
import org.volans.image.internal.render.SkyTicks.Tick;

/** Border, ticks, labels and grid of an image: in sky coordinates where it has them, else in pixels. */
final class Axes {

    private final View view;
    private final Style style;
    private final SkyTicks ticks;
    private final Axis across;
    private final Axis up;
    private final GridLines grid;
    private final boolean wide;
    private final double stepAcross;
    private final double stepUp;

    Axes(View view, Style style) {
        this.view = view;
        this.style = style;
        ticks = new SkyTicks(view);
        across = ticks.horizontal();
        up = across == Axis.RA ? Axis.DEC : Axis.RA;
        grid = new GridLines(view);
        wide = view.wcs().isPresent() && grid.isWide();
        double em = style.em();
        stepAcross = view.wcs().isEmpty()
                ? pixelStep(view.nx(), view.width(), 6 * em)
                : ticks.step(false, bottom(), across, 7.6 * em);
        stepUp = view.wcs().isEmpty()
                ? pixelStep(view.ny(), view.height(), 4 * em)
                : ticks.step(true, view.left(), up, 5.2 * em);
    }

    private double bottom() {
        return view.top() + view.height();
    }

    private double right() {
        return view.left() + view.width();
    }

    private static double pixelStep(double n, int length, double distance) {
        double least = Math.max(1, n * distance / length);
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double m : new double[] {1, 2, 5}) {
            if (m * power >= least * (1 - 1e-9)) {
                return m * power;
            }
        }
        return 10 * power;
    }

    void draw() {
        Graphics2D g = style.graphics();
        if (wide) {
            grid.draw(g, style.line() * 0.8f, 30, 30);
            grid.label(style, 30, 30);
        } else if (view.wcs().isPresent()) {
            double ra = across == Axis.RA ? stepAcross : stepUp;
            double dec = across == Axis.RA ? stepUp : stepAcross;
            grid.draw(g, style.line() * 0.8f, ra, dec);
        }
        if (!wide) {
            drawTicks(g);
        }
        g.setColor(Style.INK);
        g.setStroke(new BasicStroke(style.line()));
        g.draw(view.area());
        if (!wide) {
            drawTitles();
        }
    }

    private List<Tick> edge(boolean vertical, double fixed) {
        double step = vertical ? stepUp : stepAcross;
        if (view.wcs().isPresent()) {
            return ticks.edge(vertical, fixed, vertical ? up : across, step);
        }
        List<Tick> list = new java.util.ArrayList<>();
        double n = vertical ? view.ny() : view.nx();
        for (double v = step; v <= n; v += step) {
            double at = vertical
                    ? view.toPicture(1, v).getY()
                    : view.toPicture(v, 1).getX();
            list.add(new Tick(at, v));
        }
        return list;
    }

    private void drawTicks(Graphics2D g) {
        double length = style.em() * 0.5;
        List<Tick> low = edge(false, bottom());
        List<Tick> left = edge(true, view.left());
        for (Tick t : low) {
            mark(g, t.at(), bottom(), 0, -length);
        }
        for (Tick t : edge(false, view.top())) {
            mark(g, t.at(), view.top(), 0, length);
        }
        for (Tick t : left) {
            mark(g, view.left(), t.at(), length, 0);
        }
        for (Tick t : edge(true, right())) {
            mark(g, right(), t.at(), -length, 0);
        }
        labelBelow(low);
        labelLeft(left);
    }

    private void mark(Graphics2D g, double x, double y, double dx, double dy) {
        style.haloLine(new Line2D.Double(x, y, x + dx, y + dy), Style.LIGHT, style.line());
    }

    private String label(Tick tick, boolean vertical) {
        if (view.wcs().isEmpty()) {
            return Long.toString(Math.round(tick.value()));
        }
        return (vertical ? up : across) == Axis.RA
                ? Sexagesimal.ra(tick.value(), vertical ? stepUp : stepAcross)
                : Sexagesimal.dec(tick.value(), vertical ? stepUp : stepAcross);
    }

    private void labelBelow(List<Tick> list) {
        double taken = Double.NEGATIVE_INFINITY;
        for (Tick t :
                list.stream().sorted((a, b) -> Double.compare(a.at(), b.at())).toList()) {
            String text = label(t, false);
            double half = style.width(text, 0.9f) / 2;
            if (t.at() - half > taken && t.at() + half < right() + style.em() * 2) {
                style.text(text, t.at(), bottom() + style.em() * 1.0, 0.5, 1, 0.9f, Font.PLAIN, Style.INK);
                taken = t.at() + half + style.em() * 0.6;
            }
        }
    }

    private void labelLeft(List<Tick> list) {
        double taken = Double.NEGATIVE_INFINITY;
        for (Tick t :
                list.stream().sorted((a, b) -> Double.compare(a.at(), b.at())).toList()) {
            if (t.at() > taken) {
                style.text(label(t, true), view.left() - style.em() * 0.5, t.at(), 1, 0.5, 0.9f, Font.PLAIN, Style.INK);
                taken = t.at() + style.em() * 1.6;
            }
        }
    }

    /** Room in picture pixels that the labels left of the image need. */
    double roomLeft() {
        if (wide) {
            return style.em();
        }
        double widest = 2 * style.em();
        for (Tick t : edge(true, view.left())) {
            widest = Math.max(widest, style.width(label(t, true), 0.9f));
        }
        return widest + style.em() * 2.4;
    }

    /** Room in picture pixels below the image. */
    double roomBelow() {
        return style.em() * (wide ? 1 : 4.1);
    }

    private String name(Axis axis) {
        return axis == Axis.RA ? "Right ascension (ICRS)" : "Declination (ICRS)";
    }

    private void drawTitles() {
        boolean sky = view.wcs().isPresent();
        double middle = view.left() + view.width() / 2.0;
        style.text(
                sky ? name(across) : "x (pixels)",
                middle,
                bottom() + style.em() * 2.5,
                0.5,
                1,
                1,
                Font.PLAIN,
                Style.INK);
        double x = view.left() - roomLeft() + style.em() * 0.9;
        style.upward(sky ? name(up) : "y (pixels)", x, view.top() + view.height() / 2.0, 1, Style.INK);
    }
}
