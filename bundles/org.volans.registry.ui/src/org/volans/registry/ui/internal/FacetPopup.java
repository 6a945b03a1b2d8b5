package org.volans.registry.ui.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.volans.ui.widgets.Count;
import org.volans.ui.widgets.Palette;

/** A list of the values of a facet to tick, with how many records each would leave. Open until one clicks elsewhere. */
final class FacetPopup extends PopupDialog {

    /** From so many values on they can be filtered. */
    private static final int MANY = 14;

    private final Facet facet;
    private final Map<String, Integer> counts;
    private final Set<String> chosen;
    private final Consumer<Set<String>> listener;
    private final Runnable closed;
    private final Point place;

    /**
     * @param place    upper left corner on the display
     * @param listener told of each change
     * @param closed   told when it closes
     */
    FacetPopup(
            Shell shell,
            Point place,
            Facet facet,
            Map<String, Integer> counts,
            Set<String> chosen,
            Consumer<Set<String>> listener,
            Runnable closed) {
        super(shell, SWT.TOOL | SWT.ON_TOP, true, false, false, false, false, null, null);
        this.place = place;
        this.facet = facet;
        this.counts = counts;
        this.chosen = new HashSet<>(chosen);
        this.listener = listener;
        this.closed = closed;
    }

    @Override
    public boolean close() {
        boolean closes = super.close();
        if (closes) {
            closed.run();
        }
        return closes;
    }

    @Override
    @NonNullByDefault({})
    protected Point getInitialLocation(Point size) {
        return place;
    }

    @Override
    @NonNullByDefault({})
    protected Control createDialogArea(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 4).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        area.addListener(SWT.Paint, e -> {
            e.gc.setForeground(Palette.of(area).line());
            e.gc.drawRectangle(0, 0, area.getSize().x - 1, area.getSize().y - 1);
        });
        List<String> values = values();
        Text filter = null;
        if (values.size() > MANY) {
            filter = new Text(area, SWT.SEARCH | SWT.ICON_CANCEL | SWT.ICON_SEARCH);
            filter.setMessage("Filter");
            GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        }
        Table table = new Table(area, SWT.CHECK | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.setData("org.volans.id", "registry.facet." + facet.name());
        new TableColumn(table, SWT.LEFT).setText(facet.title());
        new TableColumn(table, SWT.RIGHT).setText("Resources");
        fill(table, values, "");
        int height = Math.min(values.size(), MANY) * table.getItemHeight() + 8;
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(SWT.DEFAULT, height)
                .applyTo(table);
        table.addListener(SWT.Selection, e -> {
            if (e.detail == SWT.CHECK) {
                toggled((TableItem) e.item);
            }
        });
        table.addListener(SWT.MouseUp, e -> onWords(table, e));
        if (filter != null) {
            Text words = filter;
            words.addListener(SWT.Modify, e -> fill(table, values, words.getText()));
        }
        return area;
    }

    private List<String> values() {
        Set<String> all = new TreeSet<>(facet.vocabulary());
        all.addAll(counts.keySet());
        all.addAll(chosen);
        List<String> values = new ArrayList<>(all);
        values.sort(Comparator.comparingInt((String v) -> -counts.getOrDefault(v, 0)));
        return values;
    }

    private void fill(Table table, List<String> values, String filter) {
        table.setRedraw(false);
        table.removeAll();
        for (String value : values) {
            if (value.toLowerCase(Locale.ROOT).contains(filter.strip().toLowerCase(Locale.ROOT))) {
                int count = counts.getOrDefault(value, 0);
                TableItem item = new TableItem(table, SWT.NONE);
                item.setText(new String[] {value, count == 0 ? "" : Count.of(count)});
                item.setData(value);
                item.setChecked(chosen.contains(value));
                if (count == 0) {
                    item.setForeground(Palette.of(table).muted());
                }
            }
        }
        for (TableColumn column : table.getColumns()) {
            column.pack();
        }
        table.getColumn(0)
                .setWidth(Math.min(360, Math.max(150, table.getColumn(0).getWidth() + 8)));
        table.getColumn(1).setWidth(Math.max(48, table.getColumn(1).getWidth() + 8));
        table.setRedraw(true);
    }

    /** A click on the words is a click on the box. */
    private void onWords(Table table, Event event) {
        TableItem item = table.getItem(new Point(event.x, event.y));
        if (event.button == 1 && item != null && event.x >= item.getTextBounds(0).x) {
            item.setChecked(!item.getChecked());
            toggled(item);
        }
    }

    private void toggled(TableItem item) {
        String value = (String) item.getData();
        if (item.getChecked()) {
            chosen.add(value);
        } else {
            chosen.remove(value);
        }
        listener.accept(Set.copyOf(chosen));
    }
}
