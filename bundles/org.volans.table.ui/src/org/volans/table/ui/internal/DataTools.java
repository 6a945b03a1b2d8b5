package org.volans.table.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.volans.table.ui.internal.grid.Grid;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.widgets.Icons;

/** The tools beside the filter. UI thread only. */
final class DataTools {

    static final String PLUGIN = "org.volans.table.ui";

    private final ToolBar bar;

    DataTools(ToolBar bar, DataPage page, Grid grid, OpenTable table) {
        this.bar = bar;
        item(SWT.CHECK, "filter", "Show a filter field above each column", () -> grid.showFilterRow(!grid.filterRow()))
                .setData("org.volans.id", "table.filterRow");
        item(
                SWT.PUSH,
                "columns",
                "Choose which columns are shown, and in which order",
                () -> ColumnChooser.open(bar.getShell(), table.table(), grid));
        item(
                SWT.PUSH,
                "fit",
                "Make columns as wide as what they show",
                () -> grid.columns().fit());
        new ToolItem(bar, SWT.SEPARATOR);
        item(SWT.PUSH, "save", "Save as…", page::saveAs);
    }

    private ToolItem item(int style, String icon, String words, Runnable run) {
        ToolItem item = new ToolItem(bar, style);
        item.setImage(Icons.image(PLUGIN, icon));
        item.setToolTipText(words);
        item.addListener(SWT.Selection, e -> run.run());
        return item;
    }
}
