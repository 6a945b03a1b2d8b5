package org.volans.registry.ui.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryService;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.widgets.Icons;
import org.volans.ui.work.Workplace;

/** All about the selected record: what it is, where it is reached, its tables, how it is cited. UI thread only. */
final class DetailsPane extends Composite {

    /** So long the selection must rest before the registry is asked for the rest of a record. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final RegistryService registry;
    private final RegistryChoice choice;
    private final Workplace place;
    private final CTabFolder tabs;
    private final AboutTab about;
    private final AccessTab access;
    private final TablesTab tables;
    private final CitationTab citation;
    private List<RegistryRecord> shown = List.of();

    DetailsPane(Composite parent, RegistryService registry, RegistryChoice choice, RecordActions actions) {
        super(parent, SWT.NONE);
        this.registry = registry;
        this.choice = choice;
        this.place = Workplace.quiet(this);
        setLayout(new FillLayout());
        tabs = new CTabFolder(this, SWT.FLAT | SWT.TOP);
        tabs.setData("org.volans.id", "registry.tabs");
        tabs.setTopRight(addButton(actions.add), SWT.RIGHT);
        about = new AboutTab(tabs, actions::open);
        access = new AccessTab(tabs, actions::copy);
        tables = new TablesTab(tabs, registry, choice);
        citation = new CitationTab(tabs, actions::copy);
        tab("About", about.control());
        tab("Access", access.control());
        tab("Tables", tables.control());
        tab("Citation", citation.control());
        tabs.setSelection(0);
        tabs.addListener(SWT.Selection, e -> showTables());
        about.several(List.of());
        citation.show(List.of());
    }

    /** The action with a shorter label than in menus. */
    private ToolBar addButton(Action action) {
        ToolBar bar = new ToolBar(tabs, SWT.FLAT | SWT.RIGHT);
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setData("org.volans.id", "registry.add");
        item.setText("Add");
        item.setImage(Icons.image("org.volans.registry.ui", "add"));
        Runnable follow = () -> {
            item.setEnabled(action.isEnabled());
            item.setToolTipText(action.getText() + ". " + action.getToolTipText());
        };
        IPropertyChangeListener listener = e -> follow.run();
        action.addPropertyChangeListener(listener);
        bar.addListener(SWT.Dispose, e -> action.removePropertyChangeListener(listener));
        item.addListener(SWT.Selection, e -> action.run());
        follow.run();
        return bar;
    }

    private void tab(String name, Control control) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(name);
        item.setControl(control);
    }

    /** Shows the only selected record; says why not when it is none or several. */
    void show(List<RegistryRecord> selected) {
        if (selected.equals(shown)) {
            return;
        }
        shown = selected;
        place.cancel();
        @Nullable RegistryRecord one = selected.size() == 1 ? selected.getFirst() : null;
        if (one == null) {
            about.several(selected);
            access.clear();
            citation.show(selected);
            tables.show("", choice.current());
        } else {
            about.show(one);
            access.show(one);
            citation.show(selected);
            tables.show(one.ivoid(), choice.current());
            complete(one, choice.current());
        }
        showTables();
    }

    private void showTables() {
        if (tabs.getSelectionIndex() == 2) {
            tables.load();
        }
    }

    /** A list comes without subjects. */
    private void complete(RegistryRecord record, URI endpoint) {
        place.runAfter(
                PAUSE,
                "Reading " + record.ivoid(),
                monitor -> registry.show(endpoint, record.ivoid(), monitor),
                about::show,
                // the list's own record stays in sight
                failure -> about.note("Subjects could not be read: " + failure.message()));
    }
}
