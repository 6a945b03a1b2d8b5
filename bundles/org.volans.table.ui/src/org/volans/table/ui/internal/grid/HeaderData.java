package org.volans.table.ui.internal.grid;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import uk.ac.starlink.table.StarTable;

/** The names of a table's columns. UI thread. */
@NonNullByDefault({})
final class HeaderData implements IDataProvider {

    private final StarTable table;

    HeaderData(StarTable table) {
        this.table = table;
    }

    @Override
    public Object getDataValue(int columnIndex, int rowIndex) {
        return HeaderPainter.name(table.getColumnInfo(columnIndex));
    }

    @Override
    public void setDataValue(int columnIndex, int rowIndex, Object newValue) {
        throw new UnsupportedOperationException("columns are not renamed");
    }

    @Override
    public int getColumnCount() {
        return table.getColumnCount();
    }

    @Override
    public int getRowCount() {
        return 1;
    }
}
