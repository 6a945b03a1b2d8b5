package org.volans.table.ui.internal.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.eclipse.nebula.widgets.nattable.filterrow.command.ClearAllFiltersCommand;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.event.RowStructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectCellCommand;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectRowsCommand;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.nebula.widgets.nattable.viewport.command.ShowRowInViewportCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Composite;
import org.volans.table.ui.internal.rows.RowOrder;
import org.volans.table.ui.internal.rows.SortKey;
import org.volans.ui.widgets.Palette;
import uk.ac.starlink.table.StarTable;

/**
 * A grid over a table of any size: {@link NatTable} over {@link GridData}. Rows are meant as the table counts them unless
 * called places. UI thread only.
 */
public final class Grid {

    /** More rows cannot be scrolled: their height in pixels must be an {@code int}. */
    public static final int MOST_ROWS = 80_000_000;

    /** What the grid tells. */
    public interface Listener {

        /** Another row is highlighted, or other cells are selected. */
        void selected();

        /** Another sorting, or other conditions on columns, are wished. */
        void arranging();
    }

    private final Listener listener;
    private final GridData data;
    private final GridStack layers;
    private final SelectionLayer selection;
    private final SortState sorting;
    private final ColumnWidths widths;
    private final GridColumns columns;
    private final Map<Integer, String> conditions = new HashMap<>();
    private final NatTable widget;
    private boolean rearranging;

    /** Makes the widget, which shows all rows (or the first {@link #MOST_ROWS}). */
    public Grid(Composite parent, StarTable table, Listener listener) {
        this.listener = listener;
        data = new GridData(table, RowOrder.all((int) Math.min(MOST_ROWS, table.getRowCount())), parent, this::arrived);
        sorting = new SortState(listener::arranging);
        HeaderPainter header = new HeaderPainter(
                table::getColumnInfo,
                sorting,
                Palette.of(parent),
                JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        layers = new GridStack(parent, table, data, sorting, header, this::filter);
        selection = layers.selection;
        Decimals decimals = new Decimals();
        widths = new ColumnWidths(table, data, layers.body, header, decimals);
        int style = SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL;
        widget = new NatTable(parent, style, layers.top, false);
        widget.setConfigRegistry(layers.registry);
        layers.body.setConfigLabelAccumulator(new CellLabels(table, data, this::highlighted));
        new GridDress(widget, header, decimals);
        columns = new GridColumns(table, layers, widget, widths);
        widget.addLayerListener(event -> {
            if (event instanceof ISelectionEvent && !rearranging) {
                listener.selected();
            }
        });
        new GridToolTip(widget, table);
        // the grid's own listener comes first, so that this one makes no second step
        widget.addKeyListener(KeyListener.keyPressedAdapter(this::begin));
    }

    /** The library's arrow keys go on from a selected cell only. */
    private void begin(KeyEvent e) {
        if ((e.keyCode == SWT.ARROW_DOWN || e.keyCode == SWT.PAGE_DOWN) && highlighted() < 0 && order().size() > 0) {
            select(0, 0);
        }
    }

    /** The widget. */
    public NatTable widget() {
        return widget;
    }

    /** Its columns. */
    public GridColumns columns() {
        return columns;
    }

    // rows

    /** Which rows are shown. */
    public RowOrder order() {
        return data.order();
    }

    /** Shows other rows, or the same in another order; what was highlighted stays so if it is shown. */
    public void show(RowOrder order) {
        long row = highlighted();
        int column = Math.max(0, anchor().getColumnPosition());
        rearranging = true;
        try {
            selection.clear(false);
            data.show(order);
            layers.body.fireLayerEvent(new RowStructuralRefreshEvent(layers.body));
            int place = row < 0 ? -1 : order.indexOf(row);
            if (place >= 0) {
                select(place, column);
            } else {
                layers.viewport.doCommand(new ShowRowInViewportCommand(0));
            }
        } finally {
            rearranging = false;
        }
        listener.selected();
    }

    /** The highlighted row, or -1. */
    public long highlighted() {
        int place = anchor().getRowPosition();
        return place < 0 || place >= order().size() ? -1 : order().row(place);
    }

    private PositionCoordinate anchor() {
        PositionCoordinate anchor = selection.getSelectionAnchor();
        PositionCoordinate last = selection.getLastSelectedCellPosition();
        return anchor.getRowPosition() >= 0 || last == null ? anchor : last;
    }

    /** Highlights a row and scrolls to it; nothing happens when it is not shown. */
    public void highlight(long row) {
        int place = order().indexOf(row);
        if (place >= 0 && highlighted() != row) {
            select(place, 0);
        }
    }

    /** Selects rows, those of them that are shown, and scrolls to the first. */
    public void select(Collection<Long> rows) {
        int[] places = order().places(rows);
        selection.clear();
        if (places.length > 0) {
            // as with the control key, without which only one stays selected
            widget.doCommand(new SelectRowsCommand(selection, 0, places, false, true, places[0]));
            layers.viewport.doCommand(new ShowRowInViewportCommand(places[0]));
        }
    }

    private void select(int place, int column) {
        widget.doCommand(new SelectCellCommand(selection, column, place, false, false));
        layers.viewport.doCommand(new ShowRowInViewportCommand(place));
    }

    /** Selected rows in the order shown, the highlighted one first, not more than asked for. */
    public List<Long> selectedRows(int most) {
        List<Long> rows = new ArrayList<>();
        long first = highlighted();
        if (first >= 0) {
            rows.add(first);
        }
        for (Range range : selection.getSelectedRowPositions()) {
            for (int place = range.start; place < range.end && rows.size() < most; place++) {
                long row = order().row(place);
                if (row != first) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /** How many rows are selected. */
    public int selectedCount() {
        return selection.getSelectedRowCount();
    }

    /** Places of the selected rows, in order. */
    public int[] selectedPlaces() {
        return selection.getSelectedRowPositions().stream()
                .flatMapToInt(r -> IntStream.range(r.start, Math.min(r.end, order().size())))
                .sorted()
                .toArray();
    }

    /** Indexes of the columns with a selected cell, in the order shown. */
    public int[] selectedColumns() {
        return IntStream.of(selection.getSelectedColumnPositions())
                .sorted()
                .map(selection::getColumnIndexByPosition)
                .toArray();
    }

    /** Rows from a place on have been read. */
    private void arrived(int start) {
        widths.grow(widget, start);
        widget.redraw();
    }

    // sorting and filtering

    /** The wished sorting. */
    public List<SortKey> sortKeys() {
        return sorting.keys();
    }

    /** Shows another sorting in the headers without wishing for it. */
    public void showSortKeys(List<SortKey> keys) {
        sorting.restore(keys);
        widget.redraw();
    }

    /** Wishes for a sorting. */
    public void sort(List<SortKey> keys) {
        sorting.restore(keys);
        widget.redraw();
        listener.arranging();
    }

    /** The conditions of the filter row, by column index. */
    public Map<Integer, String> conditions() {
        return Map.copyOf(conditions);
    }

    private void filter(Map<Integer, Object> wished) {
        conditions.clear();
        wished.forEach((column, text) -> conditions.put(column, String.valueOf(text)));
        listener.arranging();
    }

    /** Whether the filter row shows. */
    public boolean filterRow() {
        return layers.filters.isFilterRowVisible();
    }

    /** Shows or hides the filter row; its conditions go with it. */
    public void showFilterRow(boolean shown) {
        layers.filters.setFilterRowVisible(shown);
        if (!shown && !conditions.isEmpty()) {
            widget.doCommand(new ClearAllFiltersCommand());
        }
    }

    // points and cells

    /**
     * What is under a point.
     *
     * @param header whether it is the head of a column, else a cell or nothing
     * @param column index of the column, or -1
     * @param place  place of the row, or -1
     */
    public record Hit(boolean header, int column, int place) {}

    /** What is under a point of the widget. */
    public Hit hit(int x, int y) {
        LabelStack region = widget.getRegionLabelsByXY(x, y);
        int position = widget.getColumnPositionByX(x);
        int column = position < 0 ? -1 : widget.getColumnIndexByPosition(position);
        int row = widget.getRowPositionByY(y);
        if (region != null && region.hasLabel(GridRegion.COLUMN_HEADER)) {
            return new Hit(true, column, -1);
        }
        boolean cell = region != null && row >= 0 && region.hasLabel(GridRegion.BODY);
        return cell ? new Hit(false, column, widget.getRowIndexByPosition(row)) : new Hit(false, -1, -1);
    }

    /** The text of a cell that is an address; empty for any other. */
    public Optional<String> link(int column, int place) {
        return column >= 0 && place >= 0 ? CellLinks.of(data.known(column, place)) : Optional.empty();
    }

    /** Selects the row of a cell unless it is selected already. */
    public void touch(Hit hit) {
        int position = layers.hiding.getColumnPositionByIndex(hit.column());
        if (hit.place() >= 0 && position >= 0 && !selection.isRowPositionSelected(hit.place())) {
            widget.doCommand(new SelectCellCommand(selection, position, hit.place(), false, false));
        }
    }
}
