package org.volans.image.ui.internal.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.volans.api.image.RenderRequest.Mark;
import org.volans.api.image.Wcs;
import org.volans.api.table.PositionColumns;
import org.volans.image.ui.internal.canvas.ImageCanvas;
import org.volans.image.ui.internal.canvas.Layer;
import org.volans.image.ui.internal.canvas.Scene;
import org.volans.image.ui.internal.canvas.Viewport;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.selection.TableRow;
import org.volans.ui.work.Failure;

/** The tables whose positions are marked, each in a colour of its own; they go when their table is closed. UI thread only. */
public final class CatalogueLayer implements Layer {

    /** Of the canvas: how many marks were drawn last. */
    private static final String DRAWN = "org.volans.marks";

    private static final double NEAR = 9;
    private static final int MOST_MARKS = 2000;

    private static final List<Color> COLORS = List.of(
            new Color(0xff, 0x6b, 0x5e),
            new Color(0x4f, 0xd1, 0xff),
            new Color(0xff, 0xd2, 0x4a),
            new Color(0x7d, 0xff, 0x8a),
            new Color(0xff, 0x8a, 0xf3),
            new Color(0xff, 0xff, 0xff));

    private final ImageCanvas canvas;
    private final OpenTables tables;
    private final Consumer<Failure> failed;
    private final List<Catalogue> shown = new ArrayList<>();

    /** Shows none until the user chooses from the menu. */
    public CatalogueLayer(ImageCanvas canvas, OpenTables tables, Consumer<Failure> failed) {
        this.canvas = canvas;
        this.tables = tables;
        this.failed = failed;
        Runnable closed = this::dropClosed;
        tables.addListener(closed);
        canvas.addDisposeListener(e -> tables.removeListener(closed));
    }

    /** Another image or plane is shown. */
    public void update() {
        Optional<Wcs> wcs = wcs();
        shown.forEach(c -> c.show(wcs));
    }

    private Optional<Wcs> wcs() {
        return canvas.scene().map(Scene::plane).flatMap(p -> p.wcs());
    }

    private void dropClosed() {
        List<OpenTable> open = tables.all();
        for (Catalogue c : List.copyOf(shown)) {
            if (!open.contains(c.table())) {
                hide(c);
            }
        }
    }

    private void hide(Catalogue catalogue) {
        catalogue.stop();
        shown.remove(catalogue);
        canvas.redraw();
    }

    private void show(OpenTable table) {
        Color color = COLORS.stream()
                .filter(c -> shown.stream().noneMatch(s -> s.color().equals(c)))
                .findFirst()
                .orElse(COLORS.getFirst());
        Catalogue catalogue = new Catalogue(table, color, canvas, failed);
        shown.add(catalogue);
        catalogue.show(wcs());
    }

    private Optional<Catalogue> shown(OpenTable table) {
        return shown.stream().filter(c -> c.table().equals(table)).findFirst();
    }

    @Override
    public void paint(GC gc, Viewport view) {
        int count = 0;
        for (Catalogue c : shown) {
            count += c.paint(gc, view);
        }
        canvas.setData(DRAWN, count);
    }

    /** The row whose mark is at a canvas point. */
    public Optional<TableRow> at(int x, int y) {
        Viewport view = canvas.view();
        double pixelX = view.pixelX(x);
        double pixelY = view.pixelY(y);
        for (Catalogue c : shown.reversed()) {
            Optional<Integer> row = c.marks().flatMap(m -> m.nearest(pixelX, pixelY, NEAR / view.zoom()));
            if (row.isPresent()) {
                return Optional.of(new TableRow(c.table(), row.get()));
            }
        }
        return Optional.empty();
    }

    /** Pixel coordinate of a row's mark. */
    public Optional<double[]> pixel(TableRow row) {
        return shown(row.table())
                .flatMap(Catalogue::marks)
                .filter(m -> row.row() < m.x().length)
                .map(m -> new double[] {m.x()[(int) row.row()], m.y()[(int) row.row()]});
    }

    /** What is marked on the plane, for a picture; not more than a picture bears. */
    public List<Mark> marks() {
        Optional<Wcs> wcs = wcs();
        List<Mark> marks = new ArrayList<>();
        for (Catalogue c : shown) {
            c.marks().ifPresent(m -> wcs.ifPresent(w -> collect(m, c.labels(), w, marks)));
        }
        return marks;
    }

    private void collect(Marks from, boolean labels, Wcs wcs, List<Mark> marks) {
        for (int i = 0; i < from.x().length && marks.size() < MOST_MARKS; i++) {
            double x = from.x()[i];
            double y = from.y()[i];
            if (canvas.view().onPlane(x, y)) {
                String label = labels && from.labels().length > 0 ? from.labels()[i] : "";
                wcs.toSky(x, y).ifPresent(p -> marks.add(new Mark(p, Optional.empty(), label)));
            }
        }
    }

    /** Fills a menu with the tables that are open. */
    public void fill(Menu menu) {
        if (wcs().isEmpty()) {
            info(menu, "This image has no sky coordinates");
            return;
        }
        if (tables.all().isEmpty()) {
            info(menu, "Open a table with positions first");
            return;
        }
        for (OpenTable table : tables.all()) {
            Optional<Catalogue> current = shown(table);
            boolean positions = PositionColumns.of(table.table()).isPresent();
            MenuItem item = new MenuItem(menu, SWT.CHECK);
            item.setText(table.name().replace("&", "&&") + (positions ? "" : " (no position columns)"));
            item.setEnabled(positions);
            item.setSelection(current.isPresent());
            current.ifPresent(c -> swatch(item, c.color()));
            item.addListener(SWT.Selection, e -> shown(table).ifPresentOrElse(this::hide, () -> show(table)));
        }
        if (!shown.isEmpty()) {
            new MenuItem(menu, SWT.SEPARATOR);
            MenuItem labels = new MenuItem(menu, SWT.CHECK);
            labels.setText("Labels");
            labels.setSelection(shown.stream().allMatch(Catalogue::labels));
            labels.addListener(SWT.Selection, e -> shown.forEach(c -> c.labels(labels.getSelection())));
        }
    }

    private static void info(Menu menu, String text) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.setEnabled(false);
    }

    private static void swatch(MenuItem item, Color color) {
        ImageData data = new ImageData(12, 12, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        int pixel = data.palette.getPixel(color.getRGB());
        for (int i = 0; i < data.width * data.height; i++) {
            data.setPixel(i % data.width, i / data.width, pixel);
        }
        Image image = new Image(item.getDisplay(), data);
        item.setImage(image);
        item.addDisposeListener(e -> image.dispose());
    }
}
