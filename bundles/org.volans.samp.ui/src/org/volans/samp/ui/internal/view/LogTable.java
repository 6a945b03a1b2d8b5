package org.volans.samp.ui.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnLayoutData;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.volans.api.samp.SampExchange;
import org.volans.ui.widgets.Icons;
import org.volans.ui.widgets.Palette;
import org.volans.ui.widgets.ThemeWatch;

/** What was said, the latest first; only rows that can be seen have items. UI thread only. */
@NonNullByDefault({})
final class LogTable {

    private static final int REPLY = 4;

    private final Table table;
    private List<SampExchange> shown = List.of();

    /**
     * @param parent   gets the layout that the columns need
     * @param selected told of what is selected
     */
    LogTable(Composite parent, Consumer<List<SampExchange>> selected) {
        TableColumnLayout layout = new TableColumnLayout();
        parent.setLayout(layout);
        table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        table.setData("org.volans.id", "samp.log");
        column(layout, "Time", SWT.LEFT, new ColumnPixelData(80));
        column(layout, "Program", SWT.LEFT, new ColumnWeightData(12, 68));
        column(layout, "Message", SWT.LEFT, new ColumnWeightData(20, 134));
        column(layout, "Parameters", SWT.LEFT, new ColumnWeightData(44, 64));
        column(layout, "Reply", SWT.LEFT, new ColumnWeightData(26, 56));
        column(layout, "Duration", SWT.RIGHT, new ColumnPixelData(70));
        table.addListener(SWT.SetData, e -> fill((TableItem) e.item, e.index));
        table.addListener(SWT.Selection, e -> selected.accept(selected()));
        ThemeWatch.on(table, table::clearAll);
    }

    private void column(TableColumnLayout layout, String title, int align, ColumnLayoutData data) {
        TableColumn column = new TableColumn(table, align);
        column.setText(title);
        layout.setColumnData(column, data);
    }

    private void fill(TableItem item, int index) {
        if (index >= shown.size()) {
            return;
        }
        SampExchange exchange = shown.get(index);
        item.setText(new String[] {
            ExchangeText.time(exchange.time()),
            exchange.peer().name(),
            exchange.message().mtype(),
            ExchangeText.params(exchange.message().params()),
            ExchangeText.reply(exchange),
            ExchangeText.duration(exchange)
        });
        item.setImage(0, Icons.image("org.volans.samp.ui", exchange.sent() ? "sent" : "received"));
        item.setForeground(REPLY, ExchangeText.tone(exchange).color(Palette.of(table)));
    }

    Table widget() {
        return table;
    }

    /** Shows other exchanges; those that were selected stay so. */
    void show(List<SampExchange> exchanges) {
        List<Long> kept = selected().stream().map(SampExchange::number).toList();
        shown = exchanges;
        table.setRedraw(false);
        table.deselectAll();
        table.setItemCount(exchanges.size());
        table.clearAll();
        if (!kept.isEmpty()) {
            for (int i = 0; i < exchanges.size(); i++) {
                if (kept.contains(exchanges.get(i).number())) {
                    table.select(i);
                }
            }
        }
        table.setRedraw(true);
    }

    /** What is selected, in the order shown. */
    List<SampExchange> selected() {
        List<SampExchange> selected = new ArrayList<>();
        for (int index : table.getSelectionIndices()) {
            if (index < shown.size()) {
                selected.add(shown.get(index));
            }
        }
        return selected;
    }
}
