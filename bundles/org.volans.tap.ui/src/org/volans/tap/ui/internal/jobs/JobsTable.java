package org.volans.tap.ui.internal.jobs;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableColumn;
import org.volans.api.tap.UwsJob;
import org.volans.ui.widgets.Count;
import org.volans.ui.widgets.Icons;
import org.volans.ui.widgets.Palette;
import org.volans.ui.widgets.ThemeWatch;

/** The grid of jobs; a click on a header sorts. UI thread only. */
final class JobsTable {

    private static final String BUNDLE = "org.volans.tap.ui";

    private final TableViewer viewer;
    private Comparator<JobRow> order =
            Comparator.comparing((JobRow r) -> r.entry().created()).reversed();

    JobsTable(Composite parent) {
        viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.getTable().setHeaderVisible(true);
        viewer.getTable().setData("org.volans.id", "jobs.table");
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        text("Phase", 110, JobRow::phase, true);
        text("Query", 270, JobRow::oneLine, false);
        text("Service", 130, JobRow::service, false);
        TableColumn created =
                text("Created (UTC)", 140, r -> JobRow.time(r.entry().created()), false);
        text("Started", 140, r -> time(r, UwsJob::start), false);
        text("Ended", 140, r -> time(r, UwsJob::end), false);
        text("Rows", 80, JobsTable::rows, false).setAlignment(SWT.RIGHT);
        text("Kept until", 140, r -> time(r, UwsJob::destruction), false);
        viewer.getTable().setSortColumn(created);
        viewer.getTable().setSortDirection(SWT.DOWN);
        viewer.setComparator(new ViewerComparator() {
            @Override
            @NonNullByDefault({})
            public int compare(Viewer v, Object a, Object b) {
                return a instanceof JobRow one && b instanceof JobRow other ? order.compare(one, other) : 0;
            }
        });
        ColumnViewerToolTipSupport.enableFor(viewer);
        ThemeWatch.on(viewer.getTable(), viewer::refresh);
    }

    TableViewer viewer() {
        return viewer;
    }

    private static String time(JobRow row, Function<UwsJob, String> which) {
        return row.job().map(which).map(JobRow::time).orElse("");
    }

    private static String rows(JobRow row) {
        return row.fetched()
                .filter(f -> f.rows() >= 0)
                .map(f -> Count.of(f.rows()))
                .orElse("");
    }

    private TableColumn text(String title, int width, Function<JobRow, String> text, boolean phase) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.getColumn().setMoveable(true);
        column.setLabelProvider(phase ? new PhaseLabels() : new Labels(text));
        column.getColumn().addListener(SWT.Selection, e -> sort(column.getColumn(), Comparator.comparing(text)));
        return column.getColumn();
    }

    private void sort(TableColumn column, Comparator<JobRow> by) {
        boolean up =
                viewer.getTable().getSortColumn() != column || viewer.getTable().getSortDirection() == SWT.DOWN;
        order = up ? by : by.reversed();
        viewer.getTable().setSortColumn(column);
        viewer.getTable().setSortDirection(up ? SWT.UP : SWT.DOWN);
        viewer.refresh();
    }

    void show(List<JobRow> rows) {
        int top = viewer.getTable().getTopIndex();
        viewer.setInput(rows);
        viewer.getTable().setTopIndex(top);
    }

    private static class Labels extends ColumnLabelProvider {

        private final Function<JobRow, String> text;

        Labels(Function<JobRow, String> text) {
            this.text = text;
        }

        @Override
        @NonNullByDefault({})
        public String getText(Object element) {
            return element instanceof JobRow row ? text.apply(row) : "";
        }

        @Override
        @NonNullByDefault({})
        public @Nullable String getToolTipText(Object element) {
            if (!(element instanceof JobRow row)) {
                return null;
            }
            return row.fault().isEmpty() ? row.entry().adql() : row.fault();
        }
    }

    private final class PhaseLabels extends Labels {

        PhaseLabels() {
            super(JobRow::phase);
        }

        @Override
        @NonNullByDefault({})
        public @Nullable Image getImage(Object element) {
            return element instanceof JobRow row ? Icons.image(BUNDLE, row.icon()) : null;
        }

        @Override
        @NonNullByDefault({})
        public @Nullable Color getForeground(Object element) {
            return element instanceof JobRow row && !row.fault().isEmpty()
                    ? Palette.of(viewer.getTable()).bad()
                    : null;
        }
    }
}
