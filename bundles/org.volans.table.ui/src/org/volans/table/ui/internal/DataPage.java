package org.volans.table.ui.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.volans.api.InputException;
import org.volans.table.ui.internal.grid.Grid;
import org.volans.table.ui.internal.rows.FilterText;
import org.volans.table.ui.internal.rows.RowArranger;
import org.volans.table.ui.internal.rows.RowFilter;
import org.volans.table.ui.internal.rows.RowOrder;
import org.volans.table.ui.internal.rows.SortKey;
import org.volans.table.ui.internal.save.SaveDialog;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.TableRow;
import org.volans.ui.widgets.Count;
import org.volans.ui.widgets.Tone;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;
import uk.ac.starlink.table.StarTable;

/** The cells of a table with what filters and sorts them. UI thread only. */
final class DataPage extends Composite implements Grid.Listener {

    // whoever shows each selected row does work for each
    private static final int MOST_SELECTED = 32;

    private final Context context;
    private final OpenTable table;
    private final FilterText language;
    private final RowArranger arranger;
    private final FilterBar bar;
    private final Grid grid;
    private final Workplace place;
    private final ColumnMemory memory;
    private List<SortKey> sorted = List.of();
    private String filtered = "";
    private String parsed = "";
    private RowFilter filter = RowFilter.ALL;

    DataPage(Composite parent, Context context, OpenTable table) {
        super(parent, SWT.NONE);
        this.context = context;
        this.table = table;
        StarTable data = table.table();
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        bar = new FilterBar(this, () -> arrange(FilterBar.PAUSE), this::stop);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        if (data.getRowCount() == 0) {
            Label none = new Label(this, SWT.CENTER);
            none.setText(
                    data.getColumnCount() == 0 ? "The table has no columns." : "The table has columns but no rows.");
            Tone.MUTED.on(none);
            none.setData("org.volans.id", "table.norows");
            GridDataFactory.fillDefaults().grab(true, false).indent(0, 6).applyTo(none);
        }
        grid = new Grid(this, data, this);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.widget());
        grid.widget().setData("org.volans.id", "table.grid");
        place = new Workplace(this);
        language = new FilterText(data);
        arranger = new RowArranger(data, grid.order().size());
        memory = new ColumnMemory(context.site().getPart().getTitleToolTip() + "#" + data.getName(), data);
        memory.recall().ifPresent(grid.columns()::restore);
        grid.widget().addDisposeListener(e -> memory.keep(grid.columns().state()));
        new RowMenu(context, this, grid, table);
        new DataTools(bar.tools(), this, grid, table);
        say();
    }

    @Override
    public boolean setFocus() {
        // the platform asks for focus while the editor goes, too
        return !grid.widget().isDisposed() && grid.widget().setFocus();
    }

    void highlight(long row) {
        grid.highlight(row);
    }

    void select(List<Long> rows) {
        grid.select(rows);
    }

    void revealColumn(int column) {
        grid.columns().reveal(column);
    }

    void focusFilter() {
        bar.focusText();
    }

    void saveAs() {
        new SaveDialog(getShell(), context.tables(), table, grid).open();
    }

    // what the grid tells

    @Override
    public void selected() {
        List<Object> told = new ArrayList<>();
        grid.selectedRows(MOST_SELECTED).forEach(r -> told.add(new TableRow(table, r)));
        if (told.isEmpty()) {
            told.add(table);
        }
        context.selection().setSelection(new StructuredSelection(told));
    }

    @Override
    public void arranging() {
        arrange(Duration.ZERO);
    }

    private void arrange(Duration pause) {
        List<SortKey> keys = grid.sortKeys();
        String text = bar.text();
        try {
            RowFilter wanted = filter(text);
            bar.setBusy(true);
            place.<RowOrder>runAfter(
                    pause,
                    "Arranging rows of " + table.name(),
                    m -> arranger.arrange(wanted, keys, new Percent(m, done -> place.show(() -> bar.percent(done)))),
                    order -> arranged(order, text, keys),
                    this::failed);
        } catch (InputException e) {
            place.cancel();
            bar.setBusy(false);
            bar.say(e.getMessage(), true);
        }
    }

    /** The same filter for the same text, so that the rows it left can be used again. */
    private RowFilter filter(String text) throws InputException {
        String all = text + grid.conditions();
        if (!all.equals(parsed)) {
            filter = language.parse(text, grid.conditions());
            parsed = all;
        }
        return filter;
    }

    private void arranged(RowOrder order, String text, List<SortKey> keys) {
        filtered = text;
        sorted = keys;
        bar.setBusy(false);
        grid.show(order);
        say();
    }

    private void failed(Failure failure) {
        bar.setBusy(false);
        bar.say(failure.message(), true);
    }

    private void stop() {
        place.cancel();
        bar.setBusy(false);
        bar.setText(filtered);
        grid.showSortKeys(sorted);
        say();
    }

    private void say() {
        long all = table.table().getRowCount();
        int shown = grid.order().size();
        String rows = Count.rows(all);
        if (all > Grid.MOST_ROWS && shown == Grid.MOST_ROWS) {
            bar.say("first " + Count.of(shown) + " of " + rows, false);
        } else {
            bar.say(shown == all ? rows : Count.of(shown) + " of " + Count.of(all), false);
        }
    }
}
