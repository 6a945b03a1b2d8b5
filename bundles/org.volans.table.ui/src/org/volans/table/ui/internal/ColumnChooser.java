package org.volans.table.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.volans.table.ui.internal.grid.Grid;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;

/** Which columns are shown, in which order. UI thread only. */
@NonNullByDefault({})
final class ColumnChooser extends TitleAreaDialog {

    private final StarTable table;
    private final List<Integer> order = new ArrayList<>();
    private final Set<Integer> shown;
    private Text search;
    private Table list;

    ColumnChooser(Shell parent, StarTable table, List<Integer> columns) {
        super(parent);
        this.table = table;
        this.shown = new TreeSet<>(columns);
        order.addAll(columns);
        for (int i = 0; i < table.getColumnCount(); i++) {
            if (!shown.contains(i)) {
                order.add(i);
            }
        }
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** Opens it for the columns of a grid. */
    static void open(Shell parent, StarTable table, Grid grid) {
        ColumnChooser chooser = new ColumnChooser(parent, table, grid.columns().shown());
        if (chooser.open() == Window.OK) {
            grid.columns().show(chooser.chosen());
        }
    }

    /** Indexes of the columns to be shown, in order. */
    List<Integer> chosen() {
        return order.stream().filter(shown::contains).toList();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Columns");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle("Columns");
        setMessage("Check the columns that are shown; move them into the order you want.");
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).applyTo(area);
        search = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage("Name, UCD or description");
        search.addListener(SWT.Modify, e -> fill());
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(search);
        list = new Table(area, SWT.CHECK | SWT.MULTI | SWT.BORDER | SWT.FULL_SELECTION);
        list.setHeaderVisible(true);
        column("Column", 150);
        column("Unit", 70);
        column("UCD", 150);
        column("Description", 240);
        list.addListener(SWT.Selection, e -> {
            if (e.detail == SWT.CHECK) {
                check((TableItem) e.item);
            }
        });
        GridDataFactory.fillDefaults().grab(true, true).hint(640, 360).applyTo(list);
        Composite buttons = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.fillDefaults().applyTo(buttons);
        button(buttons, "Show All", () -> checkAll(true));
        button(buttons, "Hide All", () -> checkAll(false));
        button(buttons, "Up", () -> move(-1));
        button(buttons, "Down", () -> move(1));
        button(buttons, "To Top", this::toTop);
        button(buttons, "As in File", () -> {
            order.sort(null);
            fill();
        });
        fill();
        return area;
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(list, SWT.NONE);
        column.setText(title);
        column.setWidth(width);
    }

    private static void button(Composite parent, String label, Runnable run) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, e -> run.run());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
    }

    private void fill() {
        String words = search.getText().strip().toLowerCase(Locale.ROOT);
        list.setRedraw(false);
        list.removeAll();
        for (int column : order) {
            ColumnInfo info = table.getColumnInfo(column);
            String[] texts = {
                text(info.getName()), text(info.getUnitString()), text(info.getUCD()), text(info.getDescription())
            };
            if (words.isEmpty()
                    || String.join(" ", texts).toLowerCase(Locale.ROOT).contains(words)) {
                TableItem item = new TableItem(list, SWT.NONE);
                item.setText(texts);
                item.setData(column);
                item.setChecked(shown.contains(column));
            }
        }
        list.setRedraw(true);
        validate();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private void check(TableItem item) {
        int column = (Integer) item.getData();
        if (item.getChecked()) {
            shown.add(column);
        } else {
            shown.remove(column);
        }
        validate();
    }

    private void checkAll(boolean checked) {
        for (TableItem item : list.getItems()) {
            item.setChecked(checked);
            check(item);
        }
    }

    /** Moves the selected columns past their neighbours in the list, which a search can make a part of all. */
    private void move(int by) {
        List<Integer> listed = new ArrayList<>();
        for (TableItem item : list.getItems()) {
            listed.add((Integer) item.getData());
        }
        int[] places = list.getSelectionIndices();
        List<Integer> moved = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            int place = by < 0 ? places[i] : places[places.length - 1 - i];
            int other = place + by;
            if (other < 0 || other >= listed.size()) {
                return;
            }
            int column = listed.get(place);
            int target = order.indexOf(listed.get(other));
            order.remove(Integer.valueOf(column));
            order.add(target, column);
            moved.add(column);
        }
        select(moved);
    }

    private void toTop() {
        List<Integer> moved = new ArrayList<>();
        for (TableItem item : list.getSelection()) {
            moved.add((Integer) item.getData());
        }
        order.removeAll(moved);
        order.addAll(0, moved);
        select(moved);
    }

    private void select(List<Integer> columns) {
        fill();
        for (int i = 0; i < list.getItemCount(); i++) {
            if (columns.contains(list.getItem(i).getData())) {
                list.select(i);
            }
        }
        list.showSelection();
    }

    private void validate() {
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(!shown.isEmpty());
        }
        setErrorMessage(shown.isEmpty() ? "At least one column must be shown." : null);
    }
}
