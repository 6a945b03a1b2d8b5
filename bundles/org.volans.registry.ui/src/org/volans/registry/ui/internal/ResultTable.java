package org.volans.registry.ui.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.volans.api.registry.RegistryRecord;
import org.volans.registry.ui.internal.Shown.Column;
import org.volans.registry.ui.internal.Shown.Order;
import org.volans.ui.widgets.Palette;
import org.volans.ui.widgets.ThemeWatch;

/** The list of records: a virtual table that makes the rows that are looked at. UI thread only. */
final class ResultTable {

    private final Table table;
    private final Consumer<Optional<Order>> sorter;
    private final Consumer<List<RegistryRecord>> selected;
    private List<Hit> hits = List.of();
    private List<RegistryRecord> before = List.of();

    /**
     * @param sorter   told of the order that the user wants
     * @param selected told of the records that are selected
     */
    ResultTable(Composite parent, Consumer<Optional<Order>> sorter, Consumer<List<RegistryRecord>> selected) {
        this.sorter = sorter;
        this.selected = selected;
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI);
        table.setData("org.volans.id", "registry.results");
        table.setHeaderVisible(true);
        for (Column column : Column.values()) {
            TableColumn widget = new TableColumn(table, SWT.NONE);
            widget.setText(column.title());
            widget.setData(column);
            widget.setWidth(column.width());
            widget.setMoveable(column != Column.SHORT_NAME);
            widget.addListener(SWT.Selection, e -> sortBy(widget));
        }
        showCoverage(false);
        table.addListener(SWT.SetData, this::fill);
        ThemeWatch.on(table, table::clearAll);
        table.addListener(SWT.Selection, e -> tellSelection());
    }

    Table control() {
        return table;
    }

    /** Shows a list; what is selected stays selected where it is still there. */
    void show(Shown shown) {
        if (hits.equals(shown.hits())) {
            return;
        }
        Set<String> kept = selection().stream().map(RegistryRecord::ivoid).collect(Collectors.toSet());
        boolean longer = shown.hits().size() >= hits.size()
                && shown.hits().subList(0, hits.size()).equals(hits);
        hits = shown.hits();
        showCoverage(!shown.state().asked().position().isEmpty());
        table.setItemCount(hits.size());
        if (!longer) {
            table.clearAll();
            select(kept);
        }
        tellSelection();
    }

    void clear() {
        hits = List.of();
        table.setItemCount(0);
        tellSelection();
    }

    private void select(Set<String> ivoids) {
        int[] rows = IntStream.range(0, ivoids.isEmpty() ? 0 : hits.size())
                .filter(i -> ivoids.contains(hits.get(i).record().ivoid()))
                .toArray();
        table.deselectAll();
        table.select(rows);
    }

    /** The selected records, in the order of the list. */
    List<RegistryRecord> selection() {
        return Arrays.stream(table.getSelectionIndices())
                .filter(i -> i < hits.size())
                .mapToObj(i -> hits.get(i).record())
                .toList();
    }

    /** Puts the keyboard into the list, on its first row when none is selected. */
    void focus() {
        table.setFocus();
        if (table.getSelectionCount() == 0 && !hits.isEmpty()) {
            table.setSelection(0);
            tellSelection();
        }
    }

    private void tellSelection() {
        List<RegistryRecord> now = selection();
        if (!now.equals(before)) {
            before = now;
            selected.accept(now);
        }
    }

    private void fill(Event event) {
        TableItem item = (TableItem) event.item;
        if (event.index >= hits.size()) {
            return;
        }
        Hit hit = hits.get(event.index);
        for (Column column : Column.values()) {
            item.setText(column.ordinal(), column.text(hit));
        }
        item.setForeground(
                hit.coverage() == Hit.Coverage.UNKNOWN ? Palette.of(table).muted() : null);
    }

    private void showCoverage(boolean show) {
        TableColumn column = table.getColumn(Column.COVERAGE.ordinal());
        if (show != column.getResizable()) {
            column.setResizable(show);
            column.setWidth(show ? Column.COVERAGE.width() : 0);
        }
    }

    /** Rising, falling, then the registry's own order. */
    private void sortBy(TableColumn column) {
        boolean same = table.getSortColumn() == column;
        if (same && table.getSortDirection() == SWT.DOWN) {
            order(Optional.empty());
        } else {
            order(Optional.of(new Order((Column) column.getData(), same)));
        }
    }

    /** Shows an order in the header and wants it. */
    void order(Optional<Order> order) {
        table.setSortColumn(
                order.map(o -> table.getColumn(o.column().ordinal())).orElse(null));
        table.setSortDirection(order.map(o -> o.down() ? SWT.DOWN : SWT.UP).orElse(SWT.NONE));
        sorter.accept(order);
    }

    Optional<Order> order() {
        TableColumn column = table.getSortColumn();
        return column == null
                ? Optional.empty()
                : Optional.of(new Order((Column) column.getData(), table.getSortDirection() == SWT.DOWN));
    }

    /** Widths and order of the columns as text, for {@link #layout(String)}. */
    String layout() {
        List<String> parts = new ArrayList<>();
        for (int index : table.getColumnOrder()) {
            TableColumn column = table.getColumn(index);
            int width = column.getResizable() ? column.getWidth() : Column.COVERAGE.width();
            parts.add(((Column) column.getData()).name() + ":" + width);
        }
        return String.join(" ", parts);
    }

    /** Restores what {@link #layout()} said; anything else changes nothing. */
    void layout(String text) {
        String[] parts = text.split(" ");
        int[] order = new int[parts.length];
        if (parts.length != Column.values().length || !text.matches("([A-Z_]+:\\d{1,5} ?)+")) {
            return;
        }
        for (int i = 0; i < parts.length; i++) {
            String[] pair = parts[i].split(":");
            Optional<Column> column = Arrays.stream(Column.values())
                    .filter(c -> c.name().equals(pair[0]))
                    .findFirst();
            if (column.isEmpty()) {
                return;
            }
            order[i] = column.get().ordinal();
            TableColumn widget = table.getColumn(order[i]);
            if (widget.getResizable()) {
                widget.setWidth(Math.max(20, Integer.parseInt(pair[1])));
            }
        }
        if (Arrays.stream(order).distinct().count() == order.length) {
            table.setColumnOrder(order);
        }
    }
}
