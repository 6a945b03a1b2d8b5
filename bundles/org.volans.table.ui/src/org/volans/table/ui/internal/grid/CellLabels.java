package org.volans.table.ui.internal.grid;

import java.util.function.LongSupplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.cell.IConfigLabelAccumulator;
import uk.ac.starlink.table.StarTable;

/** What is special about a cell. UI thread. */
@NonNullByDefault({})
final class CellLabels implements IConfigLabelAccumulator {

    private final StarTable table;
    private final GridData data;
    private final LongSupplier highlighted;

    CellLabels(StarTable table, GridData data, LongSupplier highlighted) {
        this.table = table;
        this.data = data;
        this.highlighted = highlighted;
    }

    @Override
    public void accumulateConfigLabels(LabelStack labels, int column, int place) {
        Object value = data.known(column, place);
        if (value == CellBlocks.PENDING || value instanceof CellBlocks.Unreadable) {
            labels.addLabel(GridTheme.WEAK);
        } else if (CellLinks.of(value).isPresent()) {
            labels.addLabel(GridTheme.LINK);
        }
        if (Number.class.isAssignableFrom(table.getColumnInfo(column).getContentClass())) {
            labels.addLabel(GridTheme.NUMBER);
        }
        long row = highlighted.getAsLong();
        if (row >= 0 && place < data.getRowCount() && data.order().row(place) == row) {
            labels.addLabel(GridTheme.HIGHLIGHT);
        }
    }
}
