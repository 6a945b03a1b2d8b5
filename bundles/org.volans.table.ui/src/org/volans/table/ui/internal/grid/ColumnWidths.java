package org.volans.table.ui.internal.grid;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.event.ColumnStructuralRefreshEvent;
import org.eclipse.swt.graphics.GC;
import uk.ac.starlink.table.StarTable;

/**
 * Columns as wide as their headers and the cells seen so far need: they grow as rows arrive, never shrink by themselves, and
 * stay as a person made them. UI thread.
 */
final class ColumnWidths {

    private static final int MOST = 340;
    private static final int LEAST = 44;
    private static final int PADDING = 20;
    private static final int MOST_COLUMNS = 512;

    private final StarTable table;
    private final GridData data;
    private final DataLayer body;
    private final HeaderPainter header;
    private final Decimals decimals;
    private final Map<Integer, Integer> longest = new HashMap<>();
    private final Set<Integer> fixed = new HashSet<>();
    private boolean allFixed;

    ColumnWidths(StarTable table, GridData data, DataLayer body, HeaderPainter header, Decimals decimals) {
        this.table = table;
        this.data = data;
        this.body = body;
        this.header = header;
        this.decimals = decimals;
    }

    /** A person has given a column its width. */
    void fix(int column) {
        fixed.add(column);
    }

    /** All columns have widths from before. */
    void fixAll() {
        allFixed = true;
    }

    /** Begins anew with the rows from a place on. */
    void fit(NatTable widget, int start) {
        allFixed = false;
        fixed.clear();
        longest.clear();
        grow(widget, start);
    }

    /** Takes note of rows that have arrived. */
    void grow(NatTable widget, int start) {
        GC gc = new GC(widget);
        try {
            gc.setFont(JFaceResources.getDefaultFont());
            boolean grown = false;
            for (int column = 0; column < Math.min(MOST_COLUMNS, table.getColumnCount()); column++) {
                grown |= grow(gc, column, start);
            }
            if (grown) {
                body.fireLayerEvent(new ColumnStructuralRefreshEvent(body));
            }
        } finally {
            gc.dispose();
        }
    }

    private boolean grow(GC gc, int column, int start) {
        int end = Math.min(start + CellBlocks.ROWS, data.getRowCount());
        for (int place = start; place < end; place++) {
            decimals.learn(column, data.known(column, place));
        }
        String text = "";
        for (int place = start; place < end; place++) {
            String cell = decimals.text(column, data.known(column, place));
            text = cell.length() > text.length() ? cell : text;
        }
        boolean first = !longest.containsKey(column);
        if (allFixed || fixed.contains(column) || !first && text.length() <= longest.get(column)) {
            return false;
        }
        longest.put(column, text.length());
        int before = first
                ? Math.max(LEAST, header.width(gc, table.getColumnInfo(column)))
                : body.getColumnWidthByPosition(column);
        int width = Math.max(before, Math.min(MOST, gc.textExtent(text).x + PADDING));
        body.setColumnWidthByPosition(column, width, false);
        return first || width != before;
    }
}
