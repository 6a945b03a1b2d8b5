package org.volans.tap.ui.internal.services;

import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.volans.api.table.ColumnMeta;

/** The columns of a table as a grid. UI thread only. */
final class ColumnsGrid {

    private final TableViewer viewer;

    ColumnsGrid(Composite parent) {
        viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.getTable().setHeaderVisible(true);
        viewer.getTable().setData("org.volans.id", "services.columns");
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        column("Name", 110, ColumnMeta::name);
        column("Type", 70, ColumnMeta::datatype);
        column("Unit", 60, ColumnMeta::unit);
        column("UCD", 120, c -> c.ucd().text());
        column("Description", 320, ColumnMeta::description);
        ColumnViewerToolTipSupport.enableFor(viewer);
    }

    private void column(String title, int width, Function<ColumnMeta, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(
                c -> c instanceof ColumnMeta meta ? text.apply(meta).replaceAll("\\s+", " ") : ""));
    }

    void show(List<ColumnMeta> columns) {
        viewer.setInput(columns);
    }
}
