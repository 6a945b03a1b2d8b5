package org.volans.image.internal.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The scale of values beside an image, with round values where there is room for them. */
final class ColorBar {

    private static final double[] MILLI = {1, 1e-3, 1e-6, 1e-9};
    private static final String[] PREFIX = {"", "m", "µ", "n"};

    private final Cuts cuts;
    private final Stretch stretch;
    private final ColorMap colors;
    private final Style style;
    private final double factor;
    private final String label;

    ColorBar(Cuts cuts, Stretch stretch, ColorMap colors, String unit, Style style) {
        this.cuts = cuts;
        this.stretch = stretch;
        this.colors = colors;
        this.style = style;
        double largest = Math.max(Math.abs(cuts.low()), Math.abs(cuts.high()));
        if (unit.toUpperCase(Locale.ROOT).startsWith("JY") && largest > 1e-12) {
            int k = 0;
            while (k < 3 && largest < MILLI[k] * 0.2) {
                k++;
            }
            factor = MILLI[k];
            // AIPS writes JY/BEAM
            label = PREFIX[k] + "Jy" + unit.substring(2).replace("BEAM", "beam");
        } else {
            int power = largest > 0 ? (int) Math.floor(Math.log10(largest)) : 0;
            boolean plain = power >= -2 && power <= 5;
            factor = plain ? 1 : Math.pow(10, power);
            label = plain ? unit : (unit.isEmpty() ? "× " : unit + " × ") + "10" + superscript(power);
        }
    }

    private static String superscript(int power) {
        StringBuilder text = new StringBuilder(power < 0 ? "⁻" : "");
        for (char c : Integer.toString(Math.abs(power)).toCharArray()) {
            text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
        }
        return text.toString();
    }

    /** Picture pixels that the bar, its numbers and its unit take from the image's right edge on. */
    double room() {
        double widest = 0;
        for (double v : values(20 * style.em())) {
            widest = Math.max(widest, style.width(text(v), 0.9f));
        }
        return style.em() * (label.isEmpty() ? 3.2 : 5) + widest;
    }

    void draw(View view) {
        Graphics2D g = style.graphics();
        double left = view.left() + view.width() + style.em() * 0.8;
        double width = style.em() * 1.1;
        Rectangle2D bar = new Rectangle2D.Double(left, view.top(), width, view.height());
        for (int i = 0; i < view.height(); i++) {
            g.setColor(new Color(colors.rgb(1 - (i + 0.5) / view.height())));
            g.fill(new Rectangle2D.Double(left, view.top() + i, width, 1.2));
        }
        g.setColor(Style.INK);
        g.setStroke(new BasicStroke(style.line()));
        g.draw(bar);
        double widest = 0;
        for (double v : values(view.height())) {
            double y = view.top() + view.height() * (1 - position(v));
            g.setColor(Style.INK);
            g.setStroke(new BasicStroke(style.line()));
            g.draw(new Line2D.Double(left + width, y, left + width + style.em() * 0.35, y));
            style.text(text(v), left + width + style.em() * 0.6, y, 0, 0.5, 0.9f, Font.PLAIN, Style.INK);
            widest = Math.max(widest, style.width(text(v), 0.9f));
        }
        double x = left + width + style.em() * 1.55 + widest;
        style.upward(label, x, view.top() + view.height() / 2.0, 1, Style.INK);
    }

    private double position(double value) {
        return stretch.of(Math.max(0, Math.min(1, (value - cuts.low()) / (cuts.high() - cuts.low()))));
    }

    private String text(double value) {
        double shown = value / factor;
        double step = (cuts.high() - cuts.low()) / factor;
        if (Math.abs(shown) < step * 1e-9) {
            return "0";
        }
        int digits = Math.max(2, (int) Math.ceil(Math.log10(Math.abs(shown) / step)) + 3);
        return new BigDecimal(shown)
                .round(new MathContext(Math.min(digits, 9)))
                .stripTrailingZeros()
                .toPlainString()
                .replace('-', '−');
    }

    /** Round values, the roundest first, that stand far enough apart on the bar. */
    private List<Double> values(double height) {
        List<Double> chosen = new ArrayList<>();
        double span = cuts.high() - cuts.low();
        double power = Math.pow(10, Math.floor(Math.log10(span)));
        double apart = 2.4 * style.em() / height;
        take(chosen, 0, apart);
        if (stretch == Stretch.LINEAR || cuts.low() > power || cuts.high() < -power) {
            even(chosen, power, apart);
            return chosen;
        }
        for (double decade : new double[] {power, power / 10, power / 100}) {
            for (int k : new int[] {5, 10, 2, 1, 3, 4, 6, 7, 8, 9}) {
                take(chosen, k * decade, apart);
                take(chosen, -k * decade, apart);
            }
        }
        return chosen;
    }

    /** Multiples of the smallest of 1, 2, 5 times a power of ten that leaves room between them. */
    private void even(List<Double> chosen, double power, double apart) {
        for (double part : new double[] {0.05, 0.1, 0.2, 0.5, 1}) {
            double step = power * part;
            if (step / (cuts.high() - cuts.low()) < apart * 1.2) {
                continue;
            }
            for (long k = (long) Math.ceil(cuts.low() / step); k <= Math.floor(cuts.high() / step); k++) {
                take(chosen, k * step, apart / 2);
            }
            return;
        }
    }

    private void take(List<Double> chosen, double value, double apart) {
        double slack = 1e-9 * (cuts.high() - cuts.low());
        if (value < cuts.low() - slack || value > cuts.high() + slack) {
            return;
        }
        for (double other : chosen) {
            if (Math.abs(position(other) - position(value)) < apart) {
                return;
            }
        }
        chosen.add(value);
    }
}
