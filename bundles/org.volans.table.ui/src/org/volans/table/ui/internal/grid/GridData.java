package org.volans.table.ui.internal.grid;

import java.util.function.Consumer;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.swt.widgets.Control;
import org.volans.table.ui.internal.rows.RowOrder;
import uk.ac.starlink.table.StarTable;

/** The cells of a table in the order that is shown. No row objects, no I/O: see {@link CellBlocks}. UI thread. */
@NonNullByDefault({})
final class GridData implements IDataProvider {

    private final StarTable table;
    private final CellBlocks blocks;
    private RowOrder order;

    GridData(StarTable table, RowOrder order, Control owner, Consumer<Integer> arrived) {
        this.table = table;
        this.order = order;
        this.blocks = new CellBlocks(table, order, owner, arrived);
    }

    RowOrder order() {
        return order;
    }

    void show(RowOrder other) {
        order = other;
        blocks.show(other);
    }

    @Override
    public @Nullable Object getDataValue(int columnIndex, int rowIndex) {
        boolean inside = rowIndex >= 0 && rowIndex < order.size() && columnIndex >= 0 && columnIndex < getColumnCount();
        return inside ? blocks.cell(columnIndex, rowIndex) : null;
    }

    /** As {@link #getDataValue}, without wishing for what is not here. */
    @Nullable
    Object known(int columnIndex, int rowIndex) {
        return rowIndex < order.size() ? blocks.known(columnIndex, rowIndex) : null;
    }

    @Override
    public void setDataValue(int columnIndex, int rowIndex, Object newValue) {
        throw new UnsupportedOperationException("tables are not edited");
    }

    @Override
    public int getColumnCount() {
        return table.getColumnCount();
    }

    @Override
    public int getRowCount() {
        return order.size();
    }
}
