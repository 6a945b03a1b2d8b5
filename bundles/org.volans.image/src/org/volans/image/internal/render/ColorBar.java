package org.volans.image.internal.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.volans.api.image.Limits;
import org.volans.api.image.Shading;

/** The scale of values beside an image, with round values where there is room for them. */
final class ColorBar {

    private final BarValues bar;
    private final Shading shading;
    private final Style style;

    ColorBar(Limits cuts, Shading shading, String unit, Style style) {
        this.bar = new BarValues(cuts, shading.stretch(), unit);
        this.shading = shading;
        this.style = style;
    }

    /** Picture pixels that the bar, its numbers and its unit take from the image's right edge on. */
    double room() {
        double widest = 0;
        for (double v : values(20 * style.em())) {
            widest = Math.max(widest, style.width(bar.text(v), 0.9f));
        }
        return style.em() * (bar.label().isEmpty() ? 3.2 : 5) + widest;
    }

    void draw(View view) {
        Graphics2D g = style.graphics();
        double left = view.left() + view.width() + style.em() * 0.8;
        double width = style.em() * 1.1;
        Rectangle2D frame = new Rectangle2D.Double(left, view.top(), width, view.height());
        for (int i = 0; i < view.height(); i++) {
            double share = (i + 0.5) / view.height();
            g.setColor(new Color(shading.color(1 - share)));
            g.fill(new Rectangle2D.Double(left, view.top() + i, width, 1.2));
        }
        g.setColor(Style.INK);
        g.setStroke(new BasicStroke(style.line()));
        g.draw(frame);
        double widest = 0;
        for (double v : values(view.height())) {
            double y = view.top() + view.height() * (1 - bar.position(v));
            g.setColor(Style.INK);
            g.setStroke(new BasicStroke(style.line()));
            g.draw(new Line2D.Double(left + width, y, left + width + style.em() * 0.35, y));
            style.text(bar.text(v), left + width + style.em() * 0.6, y, 0, 0.5, 0.9f, Font.PLAIN, Style.INK);
            widest = Math.max(widest, style.width(bar.text(v), 0.9f));
        }
        double x = left + width + style.em() * 1.55 + widest;
        style.upward(bar.label(), x, view.top() + view.height() / 2.0, 1, Style.INK);
    }

    private List<Double> values(double height) {
        return bar.values(2.4 * style.em() / height);
    }
}
