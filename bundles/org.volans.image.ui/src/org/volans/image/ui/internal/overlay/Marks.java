package org.volans.image.ui.internal.overlay;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.image.Wcs;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;

/**
 * Where the rows of a table lie on an image.
 *
 * @param x      pixel coordinate of each row; NaN where it has none
 * @param y      likewise
 * @param labels what to call each row; none for tables that are too long for that
 */
record Marks(double[] x, double[] y, String[] labels) {

    /** Rows beyond are left out: their positions alone would need 160 MB. */
    static final int MOST_ROWS = 10_000_000;

    private static final int MOST_LABELS = 200_000;
    private static final int CHECK_EVERY = 1024;

    /** Reads a table once from beginning to end; not for the UI thread. */
    static Marks load(StarTable table, String name, Wcs wcs, IProgressMonitor monitor) throws InputException {
        List<ColumnMeta> columns = PositionColumns.columns(table);
        PositionColumns found =
                PositionColumns.of(columns).orElseThrow(() -> new InputException(name + " has no position columns"));
        int ra = columns.indexOf(found.ra());
        int dec = columns.indexOf(found.dec());
        int label = labelColumn(columns);
        int rows = (int) Math.min(MOST_ROWS, Math.max(0, table.getRowCount()));
        Marks marks = new Marks(new double[rows], new double[rows], new String[rows <= MOST_LABELS ? rows : 0]);
        try (RowSequence sequence = table.getRowSequence()) {
            for (int row = 0; row < rows && sequence.next(); row++) {
                if (row % CHECK_EVERY == 0 && monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
                Optional<double[]> pixel =
                        position(sequence.getCell(ra), sequence.getCell(dec)).flatMap(wcs::toPixel);
                marks.x[row] = pixel.map(p -> p[0]).orElse(Double.NaN);
                marks.y[row] = pixel.map(p -> p[1]).orElse(Double.NaN);
                if (marks.labels.length > 0) {
                    marks.labels[row] = text(sequence.getCell(label));
                }
            }
        } catch (IOException e) {
            throw new InputException(name + " cannot be read: " + e.getMessage(), e);
        }
        return marks;
    }

    private static Optional<Position> position(@Nullable Object ra, @Nullable Object dec) {
        if (!(ra instanceof Number lon) || !(dec instanceof Number lat)) {
            return Optional.empty();
        }
        boolean sky = Double.isFinite(lon.doubleValue()) && Math.abs(lat.doubleValue()) <= 90;
        return sky ? Optional.of(new Position(lon.doubleValue(), lat.doubleValue())) : Optional.empty();
    }

    /** The main identifier, else another one, else the first column. */
    private static int labelColumn(List<ColumnMeta> columns) {
        List<ColumnMeta> identifiers = columns.stream()
                .filter(c -> c.ucd().primary().equals("meta.id"))
                .toList();
        return identifiers.stream()
                .filter(c -> c.ucd().has("meta.main"))
                .findFirst()
                .or(() -> identifiers.stream().findFirst())
                .map(columns::indexOf)
                .orElse(0);
    }

    private static String text(@Nullable Object cell) {
        return cell == null ? "" : cell.toString();
    }

    /** The row whose mark is nearest to a pixel coordinate, if it is within a distance in pixels. */
    Optional<Integer> nearest(double pixelX, double pixelY, double distance) {
        int best = -1;
        double least = distance * distance;
        for (int i = 0; i < x.length; i++) {
            double dx = x[i] - pixelX;
            double dy = y[i] - pixelY;
            double square = dx * dx + dy * dy;
            if (square <= least) {
                least = square;
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }
}
