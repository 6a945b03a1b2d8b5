package org.volans.table.ui.internal.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.freeze.command.FreezePositionCommand;
import org.eclipse.nebula.widgets.nattable.freeze.command.UnFreezeGridCommand;
import org.eclipse.nebula.widgets.nattable.hideshow.event.HideColumnPositionsEvent;
import org.eclipse.nebula.widgets.nattable.hideshow.event.ShowColumnPositionsEvent;
import org.eclipse.nebula.widgets.nattable.layer.event.ColumnStructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.reorder.event.ColumnReorderEvent;
import org.eclipse.nebula.widgets.nattable.resize.event.ColumnResizeEvent;
import uk.ac.starlink.table.StarTable;

/** The columns of a grid: which show, in which order, how wide. Columns are meant by their index in the table. UI thread. */
public final class GridColumns {

    private final StarTable table;
    private final GridStack layers;
    private final NatTable widget;
    private final ColumnWidths widths;
    private boolean touched;

    GridColumns(StarTable table, GridStack layers, NatTable widget, ColumnWidths widths) {
        this.table = table;
        this.layers = layers;
        this.widget = widget;
        this.widths = widths;
        layers.body.addLayerListener(event -> {
            if (event instanceof ColumnResizeEvent resized) {
                touched = true;
                resized.getColumnPositionRanges().forEach(r -> r.getMembers().forEach(widths::fix));
            }
        });
        layers.hiding.addLayerListener(event -> touched |= event instanceof ColumnReorderEvent
                || event instanceof HideColumnPositionsEvent
                || event instanceof ShowColumnPositionsEvent);
    }

    /** Those that show, in the order shown. */
    public List<Integer> shown() {
        return IntStream.range(0, layers.hiding.getColumnCount())
                .map(layers.hiding::getColumnIndexByPosition)
                .boxed()
                .toList();
    }

    /** Shows just these, in this order. */
    public void show(List<Integer> columns) {
        Set<Integer> wanted = Set.copyOf(columns);
        List<Integer> hidden = IntStream.range(0, table.getColumnCount())
                .filter(i -> !wanted.contains(i))
                .boxed()
                .toList();
        List<Integer> all = new ArrayList<>(columns);
        all.addAll(hidden);
        layers.hiding.showAllColumns();
        for (int position = 0; position < all.size(); position++) {
            int from = layers.reorder.getColumnPositionByIndex(all.get(position));
            if (from != position) {
                layers.reorder.reorderColumnPosition(from, position, true);
            }
        }
        layers.hiding.hideColumnIndexes(
                hidden.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Scrolls to a column. */
    public void reveal(int column) {
        int position = layers.hiding.getColumnPositionByIndex(column);
        if (position >= 0) {
            layers.viewport.moveColumnPositionIntoViewport(position);
        }
    }

    /** Makes columns as wide as their headers and the rows in view need. */
    public void fit() {
        widths.fit(widget, Math.max(0, layers.viewport.getRowIndexByPosition(0)));
    }

    /** Keeps the columns up to this one in view when scrolling sideways. */
    public void freeze(int column) {
        unfreeze();
        int position = layers.hiding.getColumnPositionByIndex(column);
        if (position >= 0) {
            layers.content.doCommand(new FreezePositionCommand(layers.selection, position + 1, 0, false));
        }
    }

    /** Ends {@link #freeze}. */
    public void unfreeze() {
        widget.doCommand(new UnFreezeGridCommand());
    }

    /** Whether columns are frozen. */
    public boolean frozen() {
        return layers.content.isFrozen();
    }

    /** Order, visibility and widths, for {@link #restore}; empty when no person has changed them. */
    public Properties state() {
        Properties state = new Properties();
        if (touched) {
            layers.body.saveState("", state);
            layers.reorder.saveState("", state);
            layers.hiding.saveState("", state);
        }
        return state;
    }

    /** Puts them back as they were. */
    public void restore(Properties state) {
        layers.body.loadState("", state);
        layers.reorder.loadState("", state);
        layers.hiding.loadState("", state);
        widths.fixAll();
        touched = true;
        layers.body.fireLayerEvent(new ColumnStructuralRefreshEvent(layers.body));
    }
}
