package org.volans.image.ui.internal.overlay;

import java.util.Arrays;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.volans.image.ui.internal.canvas.Viewport;

/**
 * Draws very many marks: each is copied into a picture in memory, which takes a hundredth of the time that the window system
 * needs for as many circles.
 */
final class Stamps {

    private static final int SIDE = 9;
    private static final double RADIUS = 3;

    /** From here on dots are drawn, which become denser where there are more. */
    private static final int DENSE = 8000;

    private static final int DOT = 110;

    private Stamps() {}

    /**
     * Draws marks.
     *
     * @param count how many are in the window
     */
    static void draw(GC gc, Viewport view, Marks marks, int count, RGB color) {
        int width = view.width();
        int height = view.height();
        byte[] alpha = new byte[width * height];
        byte[][] stamp = stamp();
        for (int i = 0; i < marks.x().length; i++) {
            double x = view.x(marks.x()[i]);
            double y = view.y(marks.y()[i]);
            if (x >= 0 && y >= 0 && x < width && y < height) {
                if (count > DENSE) {
                    dot(alpha, width, (int) x, (int) y);
                } else {
                    stamp(alpha, width, height, (int) x - SIDE / 2, (int) y - SIDE / 2, stamp);
                }
            }
        }
        ImageData data = new ImageData(width, height, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        int[] row = new int[width];
        Arrays.fill(row, data.palette.getPixel(color));
        for (int y = 0; y < height; y++) {
            data.setPixels(0, y, width, row, 0);
        }
        data.alphaData = alpha;
        Image image = new Image(gc.getDevice(), data);
        gc.drawImage(image, 0, 0);
        image.dispose();
    }

    /** Two by two, but for those at the window's edge. */
    private static void dot(byte[] alpha, int width, int x, int y) {
        int at = y * width + x;
        for (int part : new int[] {at, at + 1, at + width, at + width + 1}) {
            if (part < alpha.length) {
                alpha[part] = (byte) Math.min(255, (alpha[part] & 255) + DOT);
            }
        }
    }

    /** Opacities of a ring. */
    private static byte[][] stamp() {
        byte[][] stamp = new byte[SIDE][SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double off = Math.abs(Math.hypot(x - SIDE / 2, y - SIDE / 2) - RADIUS);
                stamp[y][x] = (byte) Math.round(255 * Math.max(0, Math.min(1, 1.4 - off)));
            }
        }
        return stamp;
    }

    private static void stamp(byte[] alpha, int width, int height, int left, int top, byte[][] stamp) {
        for (int row = Math.max(0, -top); row < SIDE && top + row < height; row++) {
            for (int column = Math.max(0, -left); column < SIDE && left + column < width; column++) {
                int at = (top + row) * width + left + column;
                if ((stamp[row][column] & 255) > (alpha[at] & 255)) {
                    alpha[at] = stamp[row][column];
                }
            }
        }
    }
}
