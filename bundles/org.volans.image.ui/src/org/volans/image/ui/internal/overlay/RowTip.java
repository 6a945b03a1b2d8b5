package org.volans.image.ui.internal.overlay;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.image.ui.internal.LatestWork;
import org.volans.image.ui.internal.canvas.ImageCanvas;
import org.volans.ui.selection.TableRow;
import uk.ac.starlink.table.RowAccess;
import uk.ac.starlink.table.StarTable;

/** Says in a tool tip what the first columns of the row under the mouse hold, read outside of the UI thread. */
public final class RowTip {

    private static final int COLUMNS = 6;
    private static final int LONGEST = 60;

    private record Tip(TableRow row, String text) {}

    private final ImageCanvas canvas;
    private final LatestWork<Tip> work;
    private Optional<TableRow> current = Optional.empty();

    /** For the tool tip of the canvas. */
    public RowTip(ImageCanvas canvas) {
        this.canvas = canvas;
        work = new LatestWork<>(canvas, "Row under the mouse", tip -> {
            if (current.filter(tip.row()::equals).isPresent()) {
                canvas.setToolTipText(tip.text());
            }
        });
    }

    /** The mouse is on the mark of a row, or of none. */
    public void show(Optional<TableRow> row) {
        if (row.equals(current)) {
            return;
        }
        current = row;
        canvas.setToolTipText(null);
        row.ifPresent(r -> work.ask(monitor -> new Tip(r, read(r))));
    }

    private static String read(TableRow row) throws InputException {
        StarTable table = row.table().table();
        StringBuilder text = new StringBuilder(row.table().name() + ", row " + (row.row() + 1));
        try (RowAccess cells = table.getRowAccess()) {
            cells.setRowIndex(row.row());
            for (int i = 0; i < Math.min(COLUMNS, table.getColumnCount()); i++) {
                @Nullable Object cell = cells.getCell(i);
                String value = cell == null ? "" : table.getColumnInfo(i).formatValue(cell, LONGEST);
                text.append('\n')
                        .append(table.getColumnInfo(i).getName())
                        .append(": ")
                        .append(value);
            }
        } catch (IOException e) {
            throw new InputException(
                    row.table().name() + ", row " + (row.row() + 1) + " cannot be read: " + e.getMessage(), e);
        }
        return text.toString().replace("&", "&&");
    }
}
