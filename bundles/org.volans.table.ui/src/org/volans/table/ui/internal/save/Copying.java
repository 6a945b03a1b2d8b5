package org.volans.table.ui.internal.save;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.volans.api.InputException;
import org.volans.table.ui.internal.grid.Grid;
import org.volans.table.ui.internal.rows.CellTexts;
import org.volans.table.ui.internal.rows.RowOrder;
import org.volans.ui.widgets.Copy;
import org.volans.ui.widgets.Count;
import org.volans.ui.work.Workplace;
import uk.ac.starlink.table.RowAccess;
import uk.ac.starlink.table.StarTable;

/** Puts cells on the clipboard with all their digits; reads them outside of the UI thread, to which it belongs else. */
public final class Copying {

    private static final int MOST_CELLS = 2_000_000;

    private final Grid grid;
    private final StarTable table;
    private final Workplace place;

    /** @param grid whose selection is copied */
    public Copying(Grid grid, StarTable table) {
        this.grid = grid;
        this.table = table;
        this.place = new Workplace(grid.widget());
    }

    /** The selected cells, tabs between them. */
    public void cells() {
        copy(false, "\t", t -> t.replaceAll("[\t\r\n]+", " "));
    }

    /** The selected cells as CSV (RFC 4180) with the columns' names. */
    public void csv() {
        copy(true, ",", t -> t.matches("(?s).*[\",\r\n].*") ? "\"" + t.replace("\"", "\"\"") + "\"" : t);
    }

    /** One cell. */
    public void cell(int column, int at) {
        RowOrder order = grid.order();
        place.run(
                "Copying a cell",
                m -> text(order, new int[] {at}, new int[] {column}, false, "", t -> t, m),
                this::text,
                f -> refuse(f.message()));
    }

    /** Any text. */
    public void text(String text) {
        if (text.isEmpty()) {
            return;
        }
        Copy.text(text);
    }

    private void copy(boolean header, String delimiter, UnaryOperator<String> quote) {
        int[] columns = grid.selectedColumns();
        long rows = grid.selectedCount();
        if (rows * columns.length > MOST_CELLS) {
            refuse(Count.of(rows * columns.length)
                    + " cells are too many for the clipboard. Save the selected rows to a file instead.");
            return;
        }
        int[] places = grid.selectedPlaces();
        RowOrder order = grid.order();
        place.run(
                "Copying cells",
                m -> text(order, places, columns, header, delimiter, quote, m),
                this::text,
                f -> refuse(f.message()));
    }

    /** Outside of the UI thread. */
    private String text(
            RowOrder order,
            int[] places,
            int[] columns,
            boolean header,
            String delimiter,
            UnaryOperator<String> quote,
            IProgressMonitor monitor)
            throws InputException {
        SubMonitor progress = SubMonitor.convert(monitor, places.length);
        StringBuilder text = new StringBuilder();
        List<String> line = new ArrayList<>();
        if (header) {
            for (int column : columns) {
                line.add(quote.apply(String.valueOf(table.getColumnInfo(column).getName())));
            }
            text.append(String.join(delimiter, line)).append('\n');
        }
        try (RowAccess rows = table.getRowAccess()) {
            for (int at : places) {
                progress.split(1);
                line.clear();
                rows.setRowIndex(order.row(at));
                for (int column : columns) {
                    line.add(quote.apply(CellTexts.full(rows.getCell(column))));
                }
                text.append(String.join(delimiter, line)).append('\n');
            }
        } catch (IOException e) {
            throw new InputException("The cells cannot be read: " + e.getMessage(), e);
        }
        // one line goes without its end, so that it can be pasted into a field
        return places.length == 1 && !header ? text.substring(0, text.length() - 1) : text.toString();
    }

    private void refuse(String why) {
        MessageDialog.openInformation(grid.widget().getShell(), "Copy", why);
    }
}
