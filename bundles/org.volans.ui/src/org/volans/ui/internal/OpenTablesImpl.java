package org.volans.ui.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.OpenTables;

/** Keeps the list. */
@Component
public final class OpenTablesImpl implements OpenTables {

    private final List<OpenTable> tables = new CopyOnWriteArrayList<>();
    private final Listeners listeners = new Listeners();

    @Override
    public List<OpenTable> all() {
        return List.copyOf(tables);
    }

    @Override
    public void opened(OpenTable table) {
        tables.add(table);
        listeners.tell();
    }

    @Override
    public void closed(OpenTable table) {
        if (tables.remove(table)) {
            listeners.tell();
        }
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
