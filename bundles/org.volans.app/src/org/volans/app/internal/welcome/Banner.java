package org.volans.app.internal.welcome;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Name and constellation on a night sky, the same in light and dark theme. UI thread only. */
final class Banner extends Canvas {

    /** Height in points. */
    static final int HEIGHT = 132;

    private static final int LOGO = 64;
    private static final int TEXT_LEFT = 116;

    private static final Color TOP = new Color(0x08, 0x1a, 0x30);
    private static final Color BOTTOM = new Color(0x1d, 0x4f, 0x8c);
    private static final Color LINE = new Color(0x6f, 0x98, 0xc4);
    private static final Color STAR = new Color(0xff, 0xe9, 0xa8);
    private static final Color WORDS = new Color(0xff, 0xff, 0xff);
    private static final Color BELOW = new Color(0xcf, 0xe2, 0xf7);

    /** Alpha, beta, epsilon, delta, gamma, zeta Volantis: tenths of degrees from the middle of the constellation. */
    private static final int[][] STARS = {{-58, -26}, {-24, -29}, {-8, -4}, {40, -10}, {48, 15}, {17, 36}};

    private static final int[] FIGURE = {0, 1, 2, 0, 2, 3, 4, 5, 2};
    private final ResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), this);
    private final Font title;
    private final Font words;

    Banner(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        FontData base = JFaceResources.getDefaultFont().getFontData()[0];
        title = resources.create(FontDescriptor.createFrom(base).setHeight(26));
        words = resources.create(FontDescriptor.createFrom(base).setHeight(12));
        addListener(SWT.Paint, e -> paint(e.gc));
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setAntialias(SWT.ON);
        gc.setForeground(TOP);
        gc.setBackground(BOTTOM);
        gc.fillGradientRectangle(0, 0, area.width, area.height, true);
        if (area.width > 620) {
            constellation(gc, area.width - 190, area.height / 2 - 4, 1.6);
        }
        ResourceLocator.imageDescriptorFromBundle("org.volans.app", "branding/volans128.png")
                .ifPresent(d -> {
                    Image logo = resources.create(d);
                    Rectangle size = logo.getBounds();
                    gc.setInterpolation(SWT.HIGH);
                    gc.drawImage(logo, 0, 0, size.width, size.height, 32, (area.height - LOGO) / 2, LOGO, LOGO);
                });
        gc.setForeground(WORDS);
        gc.setFont(title);
        int top = area.height / 2 - gc.getFontMetrics().getHeight();
        gc.drawText("Volans", TEXT_LEFT, top + 4, true);
        int below = top + 4 + gc.getFontMetrics().getHeight();
        gc.setFont(words);
        gc.setForeground(BELOW);
        gc.drawText("The Virtual Observatory workbench", TEXT_LEFT + 2, below + 2, true);
    }

    private static void constellation(GC gc, int x, int y, double scale) {
        int[] line = new int[2 * FIGURE.length];
        for (int i = 0; i < FIGURE.length; i++) {
            line[2 * i] = x + (int) (STARS[FIGURE[i]][0] * scale);
            line[2 * i + 1] = y + (int) (STARS[FIGURE[i]][1] * scale);
        }
        gc.setForeground(LINE);
        gc.drawPolyline(line);
        gc.setBackground(STAR);
        for (int i = 0; i < FIGURE.length; i++) {
            gc.fillOval(line[2 * i] - 3, line[2 * i + 1] - 3, 7, 7);
        }
    }
}
