package org.volans.table.ui.internal.grid;

import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.nebula.widgets.nattable.layer.event.IStructuralChangeEvent;
import org.eclipse.nebula.widgets.nattable.resize.event.ColumnResizeEvent;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionModel;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Selected cells. What it does when rows or columns change takes the same time for any number of rows: the library's way
 * asks of each row whether it is selected.
 */
@NonNullByDefault({})
final class CellSelection extends SelectionModel {

    CellSelection(SelectionLayer layer) {
        super(layer);
    }

    @Override
    public void handleLayerEvent(IStructuralChangeEvent event) {
        if (event.isVerticalStructureChanged()) {
            clearSelection();
        } else if (event.isHorizontalStructureChanged() && !(event instanceof ColumnResizeEvent)) {
            wholeRows();
        }
    }

    /** Places of columns mean something else now, those of rows do not. */
    private void wholeRows() {
        List<Rectangle> before = List.copyOf(getSelections());
        clearSelection();
        for (Rectangle cells : before) {
            addSelection(new Rectangle(0, cells.y, selectionLayer.getColumnCount(), cells.height));
        }
    }
}
