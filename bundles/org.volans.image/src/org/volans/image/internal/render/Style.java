package org.volans.image.internal.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.text.AttributedString;
import org.volans.api.InputException;

/** Letters and lines of a picture: sizes that go with its size, and a dark halo that shows them on any colour. */
final class Style {

    static final Color INK = new Color(0x22, 0x22, 0x22);
    static final Color HALO = new Color(0, 0, 0, 150);
    static final Color LIGHT = Color.WHITE;
    static final Color MARK = new Color(0xff, 0x6b, 0x5e);

    private final Graphics2D g;
    private final float size;

    Style(Graphics2D g, int side) {
        this.g = g;
        this.size = (float) Math.max(10, Math.min(40, 9 + side * 0.0085));
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    /**
     * Tries to measure a letter.
     *
     * @throws InputException when the machine has no fonts, which Java says in several unfriendly ways
     */
    static void checkFonts() throws InputException {
        try {
            FontRenderContext context = new FontRenderContext(null, true, true);
            new TextLayout("N", new Font(Font.SANS_SERIF, Font.PLAIN, 12), context).getAdvance();
        } catch (RuntimeException | InternalError | LinkageError e) {
            throw new InputException(
                    "cannot write letters into a picture: this machine has no fonts"
                            + " (on Debian install fontconfig and fonts-dejavu-core), or draw without frame and marks",
                    e);
        }
    }

    /** Height of letters in pixels; the measure of all distances in the frame. */
    float em() {
        return size;
    }

    Graphics2D graphics() {
        return g;
    }

    /** Width of ordinary lines. */
    float line() {
        return Math.max(1, size / 12);
    }

    /** Text in which {@code ^} raises the letters up to the next blank or digit: {@code 16^h03^m}. */
    TextLayout layout(String text, int weight, float relative) {
        StringBuilder plain = new StringBuilder();
        boolean[] raised = new boolean[text.length()];
        boolean up = false;
        for (char c : text.toCharArray()) {
            if (c == '^') {
                up = true;
                continue;
            }
            up &= !Character.isDigit(c) && c != ' ' && c != '.';
            raised[plain.length()] = up;
            plain.append(c);
        }
        String shown = plain.isEmpty() ? " " : plain.toString();
        AttributedString string = new AttributedString(shown);
        Font font = new Font(Font.SANS_SERIF, weight, 1).deriveFont(size * relative);
        string.addAttribute(TextAttribute.FONT, font);
        Font small = font.deriveFont(AffineTransform.getTranslateInstance(0, -0.38 * size * relative));
        Font raisedFont = small.deriveFont(size * relative * 0.68f);
        for (int i = 0; i < plain.length(); i++) {
            if (raised[i]) {
                string.addAttribute(TextAttribute.FONT, raisedFont, i, i + 1);
            }
        }
        return new TextLayout(string.getIterator(), g.getFontRenderContext());
    }

    double width(String text, float relative) {
        return layout(text, Font.PLAIN, relative).getAdvance();
    }

    /**
     * Draws text beside a point.
     *
     * @param alignX 0 to start at x, 0.5 to be centred on it, 1 to end there
     * @param alignY 0 to stand on y, 0.5 to be centred on it, 1 to hang from it
     */
    void text(String text, double x, double y, double alignX, double alignY, float relative, int weight, Color color) {
        TextLayout layout = layout(text, weight, relative);
        g.setColor(color);
        layout.draw(g, (float) (x - layout.getAdvance() * alignX), (float) (y + capHeight(relative) * alignY));
    }

    /** Height of capital letters. */
    double capHeight(float relative) {
        return 0.72 * size * relative;
    }

    /** As {@link #text}, light with a halo, for text upon the image. */
    void haloText(String text, double x, double y, double alignX, double alignY, float relative) {
        TextLayout layout = layout(text, Font.BOLD, relative);
        Shape shape = layout.getOutline(AffineTransform.getTranslateInstance(
                x - layout.getAdvance() * alignX, y + capHeight(relative) * alignY));
        g.setColor(HALO);
        g.setStroke(new BasicStroke(size * 0.22f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
        g.setColor(LIGHT);
        g.fill(shape);
    }

    /** A line upon the image. */
    void haloLine(Shape shape, Color color, float width) {
        g.setColor(HALO);
        g.setStroke(new BasicStroke(width + size * 0.14f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
        g.setColor(color);
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    /** Text that reads upwards, centred on a point. */
    void upward(String text, double x, double y, float relative, Color color) {
        AffineTransform before = g.getTransform();
        g.rotate(-Math.PI / 2, x, y);
        text(text, x, y, 0.5, 0.5, relative, Font.PLAIN, color);
        g.setTransform(before);
    }

    /** Where the letters of a text are when it is drawn with the same numbers. */
    Rectangle2D bounds(String text, double x, double y, double alignX, double alignY, float relative) {
        double width = width(text, relative);
        double cap = capHeight(relative);
        return new Rectangle2D.Double(x - width * alignX, y + cap * alignY - cap, width, cap);
    }
}
