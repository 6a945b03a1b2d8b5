package org.volans.sed.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPlot.YAxis;
import org.volans.api.sed.SedPoint;

/** The points of the chart as a table, and beside it the columns that gave none, with the reason. UI thread only. */
final class PointTables {

    private static final String[] POINT_COLUMNS = {
        "Object", "Column", "Filter", "Wavelength", "Brightness", "In the table"
    };
    private static final int[] POINT_WIDTHS = {150, 80, 120, 100, 150, 130};

    private final CTabFolder folder;
    private final CTabItem pointsTab;
    private final CTabItem problemsTab;
    private final Table points;
    private final Table problems;

    /** @param selected told of the point that the user selects */
    PointTables(Composite parent, Consumer<SedPoint> selected) {
        folder = new CTabFolder(parent, SWT.TOP | SWT.FLAT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(folder);
        points = table("sed.points", POINT_COLUMNS, POINT_WIDTHS);
        problems = table(
                "sed.problems", new String[] {"Object", "Column", "Why it is not drawn"}, new int[] {150, 90, 420});
        pointsTab = tab(points);
        problemsTab = tab(problems);
        folder.setSelection(pointsTab);
        points.addListener(SWT.Selection, e -> {
            if (e.item != null && e.item.getData() instanceof SedPoint point) {
                selected.accept(point);
            }
        });
    }

    CTabFolder control() {
        return folder;
    }

    /** Fills both tables. */
    void show(List<Sed> seds, YAxis axis) {
        points.setRedraw(false);
        points.removeAll();
        problems.removeAll();
        for (Sed sed : seds) {
            sed.points().forEach(point -> add(sed, point, axis));
            sed.problems()
                    .forEach(problem -> new TableItem(problems, SWT.NONE)
                            .setText(new String[] {sed.name(), problem.column(), problem.reason()}));
        }
        boolean several = seds.size() > 1;
        points.getColumn(0).setWidth(several ? POINT_WIDTHS[0] : 0);
        problems.getColumn(0).setWidth(several ? POINT_WIDTHS[0] : 0);
        pointsTab.setText("Points (" + points.getItemCount() + ")");
        problemsTab.setText("Not used (" + problems.getItemCount() + ")");
        points.setRedraw(true);
    }

    /** Selects a point's row. */
    void reveal(SedPoint point) {
        folder.setSelection(pointsTab);
        for (TableItem item : points.getItems()) {
            if (item.getData() == point) {
                points.setSelection(item);
                return;
            }
        }
    }

    /** Shows the columns that gave no point. */
    void revealProblems() {
        folder.setSelection(problemsTab);
    }

    /** Selected rows, or all, as tab-separated text. */
    String text() {
        Table table = folder.getSelection() == problemsTab ? problems : points;
        TableItem[] chosen = table.getSelectionCount() > 0 ? table.getSelection() : table.getItems();
        List<String> lines = new ArrayList<>();
        for (TableItem item : chosen) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < table.getColumnCount(); i++) {
                cells.add(item.getText(i));
            }
            lines.add(String.join("\t", cells));
        }
        return String.join("\n", lines);
    }

    private void add(Sed sed, SedPoint point, YAxis axis) {
        TableItem item = new TableItem(points, SWT.NONE);
        item.setData(point);
        item.setText(new String[] {
            sed.name(),
            point.column(),
            PointText.filter(point),
            Quantity.of(point.wavelength(), "m"),
            Scale.brightness(axis, point),
            point.original()
        });
    }

    private Table table(String id, String[] titles, int[] widths) {
        Table table = new Table(folder, SWT.FULL_SELECTION | SWT.MULTI);
        table.setHeaderVisible(true);
        table.setData("org.volans.id", id);
        for (int i = 0; i < titles.length; i++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(titles[i]);
            column.setWidth(widths[i]);
        }
        return table;
    }

    private CTabItem tab(Table table) {
        CTabItem item = new CTabItem(folder, SWT.NONE);
        item.setControl(table);
        return item;
    }
}
