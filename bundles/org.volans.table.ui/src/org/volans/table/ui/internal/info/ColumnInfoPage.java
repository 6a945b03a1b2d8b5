package org.volans.table.ui.internal.info;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TableColumn;
import org.volans.api.InputException;
import org.volans.table.ui.internal.rows.CellTexts;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.widgets.Count;
import org.volans.ui.widgets.Tone;
import org.volans.ui.work.Workplace;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.StarTable;

/** The columns of a table as rows, with statistics when asked for. UI thread only. */
public final class ColumnInfoPage extends Composite {

    /** A line of the page: the index of a column. */
    private record Line(int column) {}

    private final StarTable table;
    private final Map<Integer, ColumnStatistics> statistics = new HashMap<>();
    private final List<TableColumn> figures = new ArrayList<>();
    private final TableViewer viewer;
    private final Workplace place;
    private final Button compute;
    private final Label state;

    /** @param reveal shows a column in the grid */
    public ColumnInfoPage(Composite parent, OpenTable open, IntConsumer reveal) {
        super(parent, SWT.NONE);
        table = open.table();
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        Composite bar = new Composite(this, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(6, 4).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        compute = new Button(bar, SWT.PUSH);
        compute.setData("org.volans.id", "table.statistics");
        state = new Label(bar, SWT.NONE);
        Tone.MUTED.on(state);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(state);
        viewer = new TableViewer(this, SWT.FULL_SELECTION | SWT.MULTI | SWT.VIRTUAL | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.getTable().setHeaderVisible(true);
        viewer.getTable().setData("org.volans.id", "table.columns");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(viewer.getTable());
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        columns();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < table.getColumnCount(); i++) {
            lines.add(new Line(i));
        }
        viewer.setInput(lines);
        place = new Workplace(this);
        compute.addListener(SWT.Selection, e -> toggle());
        viewer.addDoubleClickListener(e -> selected().stream().findFirst().ifPresent(reveal::accept));
        idle(
                table.getRowCount() == 0
                        ? "The table has no rows."
                        : "Nulls, range, mean and quantiles are computed on demand.");
    }

    private void columns() {
        column("#", 44, SWT.RIGHT, i -> String.valueOf(i + 1));
        meta("Name", 130, ColumnInfo::getName);
        meta("Type", 80, i -> DefaultValueInfo.formatClass(i.getContentClass()));
        meta("Unit", 70, ColumnInfo::getUnitString);
        meta("UCD", 160, ColumnInfo::getUCD);
        figure("Nulls", s -> Count.of(s.nulls()));
        figure("Min", ColumnStatistics::least);
        figure("Max", ColumnStatistics::greatest);
        figure("Mean", s -> number(s.mean()));
        figure("SD", s -> number(s.sd()));
        figure("25%", s -> number(s.quartile()[0]));
        figure("Median", s -> number(s.quartile()[1]));
        figure("75%", s -> number(s.quartile()[2]));
        figure(
                "Distinct",
                s -> s.distinct().isPresent()
                        ? Count.of(s.distinct().getAsInt())
                        : "> " + Count.of(ColumnStatistics.MOST_DISTINCT));
        meta("Description", 320, ColumnInfo::getDescription);
        meta("Utype", 160, ColumnInfo::getUtype);
    }

    private static String number(double value) {
        return CellTexts.brief((float) value);
    }

    private interface Meta {

        @Nullable
        String of(ColumnInfo info);
    }

    private void meta(String title, int width, Meta meta) {
        column(title, width, SWT.LEFT, i -> {
            @Nullable String text = meta.of(table.getColumnInfo(i));
            return text == null ? "" : text.strip().replaceAll("\\s+", " ");
        });
    }

    private void figure(String title, Function<ColumnStatistics, String> figure) {
        TableColumn column = column(title, 0, SWT.RIGHT, i -> {
            @Nullable ColumnStatistics known = statistics.get(i);
            return known == null ? "" : figure.apply(known);
        });
        column.setResizable(false);
        figures.add(column);
    }

    /** The columns of figures take no room before there are any. */
    private void showFigures() {
        for (TableColumn column : figures) {
            if (!column.getResizable()) {
                column.setResizable(true);
                column.setWidth(84);
            }
        }
    }

    private TableColumn column(String title, int width, int align, IntFunction<String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, align);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.getColumn().setMoveable(true);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(@Nullable Object element) {
                return element instanceof Line line ? text.apply(line.column()) : "";
            }

            @Override
            public @Nullable String getToolTipText(@Nullable Object element) {
                String full = getText(element);
                return full.length() > 24 ? full : null;
            }
        });
        return column.getColumn();
    }

    private List<Integer> selected() {
        List<Integer> columns = new ArrayList<>();
        for (Object element : viewer.getStructuredSelection()) {
            if (element instanceof Line line) {
                columns.add(line.column());
            }
        }
        return columns;
    }

    private void toggle() {
        if (place.busy()) {
            place.cancel();
            idle("Stopped.");
            return;
        }
        List<Integer> columns = selected();
        if (columns.size() < 2) {
            columns = IntStream.range(0, table.getColumnCount()).boxed().toList();
        }
        List<Integer> wanted = columns;
        compute.setText("Stop");
        getParent().layout();
        place.run(
                "Statistics of " + table.getName(),
                m -> compute(wanted, m),
                done -> idle("Computed from all rows."),
                f -> idle(f.message()));
    }

    /** Outside of the UI thread. */
    private boolean compute(List<Integer> columns, IProgressMonitor monitor) throws InputException {
        SubMonitor progress = SubMonitor.convert(monitor, columns.size());
        for (int column : columns) {
            String name = String.valueOf(table.getColumnInfo(column).getName());
            progress.setTaskName(name);
            place.show(() -> say("Reading " + name + "…"));
            ColumnStatistics found = ColumnStatistics.of(table, column, progress.split(1));
            place.show(() -> {
                statistics.put(column, found);
                showFigures();
                viewer.refresh();
            });
        }
        return true;
    }

    private void idle(String words) {
        compute.setText("Compute Statistics");
        compute.setToolTipText(
                "Reads all rows of the selected columns, or of all columns when fewer than two are selected");
        compute.setEnabled(table.getRowCount() > 0);
        say(words);
    }

    private void say(String words) {
        state.setText(words.replace("&", "&&"));
        state.getParent().layout();
    }
}
