package org.volans.table.ui.internal.grid;

import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.config.ConfigRegistry;
import org.eclipse.nebula.widgets.nattable.edit.config.DefaultEditBindings;
import org.eclipse.nebula.widgets.nattable.edit.config.DefaultEditConfiguration;
import org.eclipse.nebula.widgets.nattable.filterrow.FilterRowHeaderComposite;
import org.eclipse.nebula.widgets.nattable.filterrow.IFilterStrategy;
import org.eclipse.nebula.widgets.nattable.freeze.CompositeFreezeLayer;
import org.eclipse.nebula.widgets.nattable.freeze.FreezeLayer;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultColumnHeaderDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultCornerDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.CornerLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.GridLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.RowHeaderLayer;
import org.eclipse.nebula.widgets.nattable.hideshow.ColumnHideShowLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.reorder.ColumnReorderLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultMoveSelectionConfiguration;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultSelectionBindings;
import org.eclipse.nebula.widgets.nattable.sort.SortHeaderLayer;
import org.eclipse.nebula.widgets.nattable.sort.config.SingleClickSortConfiguration;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.volans.ui.widgets.Count;
import uk.ac.starlink.table.StarTable;

/**
 * The layers of the grid. Of the library's default configurations those are left out that scan the table on the UI thread:
 * its search, copy and export.
 */
final class GridStack {

    private static final int ROW_HEIGHT = 22;

    final ConfigRegistry registry = new ConfigRegistry();
    final DataLayer body;
    final ColumnReorderLayer reorder;
    final ColumnHideShowLayer hiding;
    final SelectionLayer selection;
    final ViewportLayer viewport;
    final CompositeFreezeLayer content;
    final FilterRowHeaderComposite<Object> filters;
    final GridLayer top;

    GridStack(
            Composite parent,
            StarTable table,
            GridData data,
            SortState sorting,
            HeaderPainter painter,
            IFilterStrategy<Object> strategy) {
        body = new DataLayer(data, 100, ROW_HEIGHT);
        reorder = new ColumnReorderLayer(body);
        hiding = new ColumnHideShowLayer(reorder);
        selection = new SelectionLayer(hiding, false);
        selection.setSelectionModel(new CellSelection(selection));
        selection.addConfiguration(new DefaultSelectionBindings());
        selection.addConfiguration(new DefaultMoveSelectionConfiguration());
        viewport = new ViewportLayer(selection);
        content = new CompositeFreezeLayer(new FreezeLayer(selection), viewport, selection);
        DefaultColumnHeaderDataProvider names =
                new DefaultColumnHeaderDataProvider(IntStream.range(0, table.getColumnCount())
                        .mapToObj(i -> HeaderPainter.name(table.getColumnInfo(i)))
                        .toArray(String[]::new));
        DataLayer headerData = new DataLayer(names, 100, 2 * extent(parent, "X")[1] + 8);
        SortHeaderLayer<Object> sortHeader =
                new SortHeaderLayer<>(new ColumnHeaderLayer(headerData, content, selection), sorting, false);
        sortHeader.addConfiguration(new SingleClickSortConfiguration(painter));
        filters = new FilterRowHeaderComposite<>(strategy, sortHeader, names, registry);
        filters.setFilterRowVisible(false);
        RowNumbers numbers = new RowNumbers(data);
        String widest = Count.of(Math.max(999, table.getRowCount()));
        DataLayer numberData = new DataLayer(numbers, extent(parent, widest)[0] + 16, ROW_HEIGHT);
        RowHeaderLayer rowHeader = new RowHeaderLayer(numberData, content, selection);
        CornerLayer corner =
                new CornerLayer(new DataLayer(new DefaultCornerDataProvider(names, numbers)), rowHeader, filters);
        top = new GridLayer(content, filters, rowHeader, corner, false);
        top.addConfiguration(new DefaultEditConfiguration());
        top.addConfiguration(new DefaultEditBindings());
    }

    /** Width and height of a text in pixels. */
    private static int[] extent(Composite parent, String text) {
        GC gc = new GC(parent);
        try {
            return new int[] {gc.textExtent(text).x, gc.getFontMetrics().getHeight()};
        } finally {
            gc.dispose();
        }
    }
}
