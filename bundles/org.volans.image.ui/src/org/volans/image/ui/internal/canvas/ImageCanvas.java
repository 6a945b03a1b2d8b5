package org.volans.image.ui.internal.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.volans.api.image.PixelArea;
import org.volans.ui.widgets.Palette;
import org.volans.ui.work.Failure;

/**
 * Draws a plane: the overview first, over it the finest tiles that are there, while those that the zoom asks for are being
 * made. UI thread only.
 */
public final class ImageCanvas extends Canvas {

    /** Of the canvas: whether everything in the window was drawn as fine as it gets. */
    private static final String COMPLETE = "org.volans.complete";

    /** Of the canvas: the pixels of all axes at which the plane lies. */
    private static final String PLANE = "org.volans.plane";

    /** From here on pixels are shown as squares. */
    private static final double SQUARES = 2;

    private final Viewport view = new Viewport();
    private final List<Layer> layers = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final Tiles tiles;
    private Optional<Scene> scene = Optional.empty();
    private String stamp = "";

    /** @param failed told when the file cannot be read any more */
    public ImageCanvas(Composite parent, Consumer<Failure> failed) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        tiles = new Tiles(this, this::redraw, failed);
        addPaintListener(e -> paint(e.gc));
        addListener(SWT.Resize, e -> view.size(getSize()));
        setData("org.volans.id", "image.canvas");
    }

    /** Shows a plane, or the same one in other colours. */
    public void show(Scene newScene) {
        scene = Optional.of(newScene);
        view.size(getSize());
        view.plane(newScene.plane().width(), newScene.plane().height());
        tiles.show(scene);
        setData(PLANE, newScene.plane().at().toString());
        redraw();
    }

    /** Stops reading; what was drawn is forgotten. */
    public void clear() {
        scene = Optional.empty();
        tiles.show(scene);
        redraw();
    }

    /** What is shown. */
    public Optional<Scene> scene() {
        return scene;
    }

    /** Which part of it; call {@link #redraw()} after changing it. */
    public Viewport view() {
        return view;
    }

    /** Adds what is drawn over the picture and what was added before. */
    public void add(Layer layer) {
        layers.add(layer);
    }

    /** Adds what is drawn right over the picture, below everything else. */
    public void addBelow(Layer layer) {
        layers.addFirst(layer);
    }

    /** The listener is called when another part of the plane has been drawn. */
    public void addViewListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Whether all tiles of the view are drawn. */
    private boolean complete() {
        return scene.isPresent() && tiles.complete();
    }

    /** A 1-based pixel's value when it is at hand. */
    public Optional<Double> value(long x, long y) {
        TileKey key = new TileKey(0, (int) ((x - 1) / TileKey.SIZE), (int) ((y - 1) / TileKey.SIZE));
        return tiles.block(key).map(b -> b.at(x, y));
    }

    private double pixelsPerPoint() {
        return getMonitor().getZoom() / 100.0;
    }

    private void paint(GC gc) {
        gc.setBackground(surround());
        gc.fillRectangle(getClientArea());
        if (scene.isEmpty()) {
            return;
        }
        view.size(getSize());
        drawImage(gc, scene.get());
        layers.forEach(layer -> layer.paint(gc, view));
        setData(COMPLETE, complete());
        String now = view.stamp();
        if (!now.equals(stamp)) {
            stamp = now;
            // after painting: listeners may ask for another
            getDisplay().asyncExec(() -> {
                if (!isDisposed()) {
                    listeners.forEach(Runnable::run);
                }
            });
        }
    }

    /** A shade beside the theme's background, so that the picture's edge shows whatever its colours. */
    private Color surround() {
        RGB back = getParent().getBackground().getRGB();
        boolean dark = Palette.of(getParent()).dark();
        int shift = dark ? -14 : -22;
        return new Color(shade(back.red + shift), shade(back.green + shift), shade(back.blue + shift));
    }

    private static int shade(int value) {
        return Math.max(0, Math.min(255, value));
    }

    private void drawImage(GC gc, Scene shown) {
        int level = TileKey.level(view.zoom() * pixelsPerPoint(), shown.highestLevel());
        List<TileKey> wanted = TileKey.visible(view, level);
        tiles.want(wanted);
        int left = (int) Math.round(view.x(0.5));
        int top = (int) Math.round(view.y(view.ny() + 0.5));
        int right = (int) Math.round(view.x(view.nx() + 0.5));
        int bottom = (int) Math.round(view.y(0.5));
        gc.setClipping(new Rectangle(left, top, Math.max(1, right - left), Math.max(1, bottom - top))
                .intersection(getClientArea()));
        boolean all = wanted.stream().allMatch(k -> tiles.image(k).isPresent());
        if (!all) {
            PixelArea whole = PixelArea.of(shown.plane());
            tiles.image(TileKey.OVERVIEW)
                    .ifPresent(image -> draw(gc, image, whole, shown.overview().step()));
            for (int coarser = shown.highestLevel(); coarser > level; coarser--) {
                drawLevel(gc, TileKey.visible(view, coarser));
            }
        }
        drawLevel(gc, wanted);
        gc.setClipping((Rectangle) null);
    }

    private void drawLevel(GC gc, List<TileKey> keys) {
        for (TileKey key : keys) {
            tiles.image(key).ifPresent(image -> draw(gc, image, key.area(view.nx(), view.ny()), key.step()));
        }
    }

    /** Draws the part of a tile that shows; whole cells, since the plane's edge is clipped. */
    private void draw(GC gc, Image image, PixelArea area, int step) {
        Rectangle size = image.getBounds();
        gc.setInterpolation(view.zoom() * step >= SQUARES ? SWT.NONE : SWT.DEFAULT);
        double left = area.x() - 0.5;
        double top = area.y() - 0.5 + (double) size.height * step;
        int fromX = cell((view.pixelX(0) - left) / step, size.width);
        int toX = cell((view.pixelX(view.width()) - left) / step + 1, size.width);
        int fromY = cell((top - view.pixelY(0)) / step, size.height);
        int toY = cell((top - view.pixelY(view.height())) / step + 1, size.height);
        int x = (int) Math.round(view.x(left + (double) fromX * step));
        int y = (int) Math.round(view.y(top - (double) fromY * step));
        int width = (int) Math.round(view.x(left + (double) toX * step)) - x;
        int height = (int) Math.round(view.y(top - (double) toY * step)) - y;
        if (toX > fromX && toY > fromY && width > 0 && height > 0) {
            gc.drawImage(image, fromX, fromY, toX - fromX, toY - fromY, x, y, width, height);
        }
    }

    private static int cell(double at, int most) {
        return (int) Math.max(0, Math.min(most, Math.floor(at)));
    }
}
