package org.volans.image.ui.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.IWorkbenchPartSite;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.image.Wcs;
import org.volans.api.table.PositionColumns;
import org.volans.image.ui.internal.canvas.ImageCanvas;
import org.volans.image.ui.internal.canvas.Pointer;
import org.volans.image.ui.internal.overlay.CatalogueLayer;
import org.volans.image.ui.internal.overlay.PointLayer;
import org.volans.image.ui.internal.overlay.RowTip;
import org.volans.ui.selection.SelectionFollower;
import org.volans.ui.selection.SelectionSource;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.selection.TableRow;

/**
 * Between the image and the workbench's selection: a click publishes the position, or the row whose mark is there; positions
 * and rows that are selected elsewhere are shown. UI thread only.
 */
final class Pointing implements Pointer, AutoCloseable {

    private final ImageCanvas canvas;
    private final SelectionSource selection;
    private final String origin;
    private final CatalogueLayer catalogues;
    private final PointLayer cross;
    private final PointLayer ring;
    private final RowTip tip;
    private final LatestWork<Optional<Position>> rows;
    private final SelectionFollower<SkyPoint> points;
    private final SelectionFollower<TableRow> highlighted;

    Pointing(ImageCanvas canvas, CatalogueLayer catalogues, SelectionSource selection, IWorkbenchPartSite site) {
        this.canvas = canvas;
        this.catalogues = catalogues;
        this.selection = selection;
        this.origin = site.getPart().getTitle();
        cross = new PointLayer(canvas, PointLayer.Shape.CROSS, new Color(0xff, 0xff, 0xff));
        ring = new PointLayer(canvas, PointLayer.Shape.RING, new Color(0xff, 0xe0, 0x30));
        tip = new RowTip(canvas);
        canvas.add(ring);
        canvas.add(cross);
        rows = new LatestWork<>(canvas, "Position of a row", ring::show);
        points = new SelectionFollower<>(site, SkyPoint.class, p -> cross.show(Optional.of(p.position())));
        highlighted = new SelectionFollower<>(site, TableRow.class, row -> rows.ask(m -> position(row)));
    }

    private static Optional<Position> position(TableRow row) throws InputException {
        try {
            return PositionColumns.position(row.table().table(), row.row());
        } catch (IOException e) {
            throw new InputException("row " + (row.row() + 1) + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Another image or plane is shown. */
    void update() {
        cross.update();
        ring.update();
    }

    private Optional<Position> sky(double pixelX, double pixelY) {
        Optional<Wcs> wcs = canvas.scene().flatMap(s -> s.plane().wcs());
        return wcs.flatMap(w -> w.toSky(pixelX, pixelY));
    }

    @Override
    public void moved(int x, int y) {
        tip.show(catalogues.at(x, y));
    }

    @Override
    public void left() {
        tip.show(Optional.empty());
    }

    @Override
    public void clicked(int x, int y) {
        if (canvas.scene().isEmpty()) {
            return;
        }
        Optional<TableRow> row = catalogues.at(x, y);
        double[] pixel = row.flatMap(catalogues::pixel)
                .orElse(new double[] {canvas.view().pixelX(x), canvas.view().pixelY(y)});
        Optional<Position> position = sky(pixel[0], pixel[1]);
        if (position.isEmpty()) {
            cross.showPixel(pixel[0], pixel[1]);
            return;
        }
        List<Object> selected = new ArrayList<>();
        row.ifPresent(r -> {
            selected.add(r);
            ring.show(position);
        });
        cross.show(position);
        selected.add(new SkyPoint(position.get(), origin));
        selection.setSelection(new StructuredSelection(selected));
    }

    @Override
    public void close() {
        points.close();
        highlighted.close();
    }
}
