package org.volans.table.ui.internal.grid;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;

/** The numbers of the rows as they stand in the table, counted from 1. UI thread. */
@NonNullByDefault({})
final class RowNumbers implements IDataProvider {

    private final GridData data;

    RowNumbers(GridData data) {
        this.data = data;
    }

    @Override
    public Object getDataValue(int columnIndex, int rowIndex) {
        return rowIndex < data.order().size()
                ? String.format("%,d", data.order().row(rowIndex) + 1L)
                : "";
    }

    @Override
    public void setDataValue(int columnIndex, int rowIndex, Object newValue) {
        throw new UnsupportedOperationException("rows are not renumbered");
    }

    @Override
    public int getColumnCount() {
        return 1;
    }

    @Override
    public int getRowCount() {
        return data.getRowCount();
    }
}
