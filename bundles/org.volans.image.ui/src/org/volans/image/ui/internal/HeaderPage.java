package org.volans.image.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.volans.api.image.FitsImage;
import org.volans.ui.widgets.Copy;

/** The page with the header's keywords and a field to search them. UI thread only. */
final class HeaderPage extends Composite {

    private final Text search;
    private final Label count;
    private final Table table;
    private List<String[]> all = List.of();
    private List<String[]> shown = List.of();

    HeaderPage(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(6, 6).numColumns(2).applyTo(this);
        search = new Text(this, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage("Keyword or value");
        search.setData("org.volans.id", "image.headerSearch");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        count = new Label(this, SWT.NONE);
        GridDataFactory.swtDefaults().hint(110, SWT.DEFAULT).applyTo(count);
        table = new Table(this, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        table.setHeaderVisible(true);
        table.setData("org.volans.id", "image.header");
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .span(2, 1)
                .hint(SWT.DEFAULT, 100)
                .applyTo(table);
        column("Keyword", 130);
        column("Value", 480);
        table.addListener(SWT.SetData, e -> {
            TableItem item = (TableItem) e.item;
            item.setText(shown.get(e.index));
        });
        search.addModifyListener(e -> filter());
        menu();
        search.addListener(SWT.DefaultSelection, e -> table.setFocus());
    }

    private void column(String name, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(name);
        column.setWidth(width);
    }

    private void menu() {
        Menu menu = new Menu(table);
        MenuItem copy = new MenuItem(menu, SWT.PUSH);
        copy.setText("Copy");
        copy.addListener(SWT.Selection, e -> copy());
        table.setMenu(menu);
    }

    /** Puts the selected cards into the clipboard. */
    void copy() {
        StringBuilder text = new StringBuilder();
        for (int i : table.getSelectionIndices()) {
            text.append(String.join(" = ", shown.get(i))).append('\n');
        }
        if (!text.isEmpty()) {
            Copy.text(text.toString());
        }
    }

    void show(FitsImage image) {
        List<String[]> rows = new ArrayList<>();
        for (Map.Entry<String, String> card : image.header().entrySet()) {
            for (String line : card.getValue().split("\n", -1)) {
                rows.add(new String[] {card.getKey(), line});
            }
        }
        all = rows;
        filter();
    }

    private void filter() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        shown = all.stream()
                .filter(r -> r[0].toLowerCase(Locale.ROOT).contains(wanted)
                        || r[1].toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        table.setItemCount(shown.size());
        table.clearAll();
        count.setText(
                shown.size() == all.size() ? all.size() + " cards" : shown.size() + " of " + all.size() + " cards");
    }

    @Override
    public boolean setFocus() {
        return search.setFocus();
    }
}
