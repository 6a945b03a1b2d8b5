package org.volans.registry.ui.internal;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.ServiceType;

/** The interfaces of a record with their URLs, to be copied. UI thread only. */
final class AccessTab {

    private final Table table;
    private final Consumer<String> clipboard;

    /** @param clipboard takes what is copied */
    AccessTab(Composite parent, Consumer<String> clipboard) {
        this.clipboard = clipboard;
        table = new Table(parent, SWT.FULL_SELECTION | SWT.MULTI);
        table.setData("org.volans.id", "registry.access");
        table.setHeaderVisible(true);
        column("Service", 96);
        column("Access URL", 420);
        column("Data models", 120);
        column("Standard", 220);
        Menu menu = new Menu(table);
        MenuItem copy = new MenuItem(menu, SWT.PUSH);
        copy.setText("Copy Access URL");
        copy.addListener(SWT.Selection, e -> copy());
        menu.addListener(SWT.Show, e -> copy.setEnabled(table.getSelectionCount() > 0));
        table.setMenu(menu);
        table.addListener(SWT.DefaultSelection, e -> copy());
        table.addListener(SWT.KeyDown, e -> {
            if ((e.stateMask & SWT.MOD1) != 0 && e.keyCode == 'c') {
                copy();
            }
        });
    }

    private void column(String name, int width) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(name);
        column.setWidth(width);
    }

    Control control() {
        return table;
    }

    void clear() {
        table.removeAll();
    }

    void show(RegistryRecord record) {
        table.removeAll();
        for (RegistryRecord.Interface door : record.interfaces()) {
            String kind = Arrays.stream(ServiceType.values())
                    .filter(t -> t.matches(door.standardId()))
                    .map(Facet::label)
                    .findFirst()
                    .orElse("other");
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {
                // an auxiliary capability serves these data among others
                door.auxiliary() ? kind + " (shared)" : kind,
                door.accessUrl().toString(),
                door.dataModels().stream().map(Facet::model).distinct().collect(Collectors.joining(", ")),
                door.standardId()
            });
        }
    }

    private void copy() {
        clipboard.accept(
                Arrays.stream(table.getSelection()).map(i -> i.getText(1)).collect(Collectors.joining("\n")));
    }
}
