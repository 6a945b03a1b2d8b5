package org.volans.table.ui.internal.grid;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultRowHeaderDataProvider;
import org.volans.ui.widgets.Count;

/** The numbers of the rows as they stand in the table, counted from 1. UI thread. */
@NonNullByDefault({})
final class RowNumbers extends DefaultRowHeaderDataProvider {

    private final GridData data;

    RowNumbers(GridData data) {
        super(data);
        this.data = data;
    }

    @Override
    public Object getDataValue(int columnIndex, int rowIndex) {
        return rowIndex < data.order().size() ? Count.of(data.order().row(rowIndex) + 1L) : "";
    }
}
