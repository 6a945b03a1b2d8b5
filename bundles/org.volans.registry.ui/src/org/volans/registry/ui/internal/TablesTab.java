package org.volans.registry.ui.internal;

import java.net.URI;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.volans.api.registry.RegistryService;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.TableMeta;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.widgets.Palette;
import org.volans.ui.widgets.StatePane;
import org.volans.ui.widgets.ThemeWatch;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/** The tables of a record with their columns, read when one looks at them. UI thread only. */
final class TablesTab {

    private final StatePane pane;
    private final Tree tree;
    private final Workplace place;
    private final RegistryService registry;
    private List<TableMeta> tables = List.of();
    private String ivoid = "";
    private URI endpoint;
    private boolean loaded;

    TablesTab(Composite parent, RegistryService registry, RegistryChoice choice) {
        this.registry = registry;
        this.endpoint = choice.current();
        pane = new StatePane(parent);
        pane.content().setLayout(new FillLayout());
        tree = new Tree(pane.content(), SWT.VIRTUAL | SWT.FULL_SELECTION);
        tree.setData("org.volans.id", "registry.tables");
        tree.setHeaderVisible(true);
        column("Table or column", 170);
        column("Unit", 60);
        column("UCD", 130);
        column("Description", 300);
        tree.addListener(SWT.SetData, this::fill);
        ThemeWatch.on(tree, () -> tree.clearAll(true));
        place = new Workplace(pane);
    }

    private void column(String name, int width) {
        TreeColumn column = new TreeColumn(tree, SWT.NONE);
        column.setText(name);
        column.setWidth(width);
    }

    Control control() {
        return pane;
    }

    /** The record whose tables may be asked for; empty for none. */
    void show(String record, URI registryUrl) {
        place.cancel();
        ivoid = record;
        endpoint = registryUrl;
        loaded = false;
        set(List.of());
        pane.showContent();
    }

    /** Reads them unless they are there. */
    void load() {
        if (loaded || ivoid.isEmpty()) {
            return;
        }
        loaded = true;
        String of = ivoid;
        URI from = endpoint;
        pane.showBusy("Reading the tables of the record", this::stopped);
        place.run(
                "Reading the tables of " + of, monitor -> registry.tables(from, of, monitor), this::read, this::failed);
    }

    private void stopped() {
        place.cancel();
        loaded = false;
        pane.showEmpty("Stopped", "", new StatePane.Choice("Read the tables", this::load));
    }

    private void failed(Failure failure) {
        loaded = false;
        pane.showFailure("The tables could not be read", failure, new StatePane.Choice("Try again", this::load));
    }

    private void read(List<TableMeta> found) {
        set(found);
        if (found.isEmpty()) {
            pane.showEmpty(
                    "No tables stated",
                    "The registry does not say what tables this resource has."
                            + " A TAP service tells itself: add it to Services.");
        } else {
            pane.showContent();
            if (found.size() == 1) {
                TreeItem only = tree.getItem(0);
                // a virtual item knows its children once it is asked for its text
                only.getText();
                only.setExpanded(true);
            }
        }
    }

    private void set(List<TableMeta> found) {
        tables = found;
        tree.setItemCount(0);
        tree.setItemCount(found.size());
    }

    private void fill(Event event) {
        TreeItem item = (TreeItem) event.item;
        TreeItem parent = item.getParentItem();
        if (parent == null) {
            TableMeta table = tables.get(event.index);
            item.setText(new String[] {table.name(), "", "", line(table.title(), table.description())});
            item.setItemCount(table.columns().size());
        } else {
            ColumnMeta column = tables.get(tree.indexOf(parent)).columns().get(event.index);
            item.setText(
                    new String[] {column.name(), column.unit(), column.ucd().toString(), line("", column.description())
                    });
            item.setForeground(2, Palette.of(tree).muted());
        }
    }

    private static String line(String title, String description) {
        return (title.isEmpty() || description.startsWith(title) ? description : title + ". " + description)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
