package org.volans.samp.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.volans.api.table.SharedTable;
import org.volans.api.table.SharedTables;

/** Tables by their ids alone. */
final class ListedTables implements SharedTables {

    private final List<SharedTable> tables = new ArrayList<>();

    @Override
    public synchronized Optional<SharedTable> find(String id, String url) {
        return tables.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    @Override
    public Optional<SharedTable> find(Path file) {
        return Optional.empty();
    }

    @Override
    public synchronized void put(SharedTable table) {
        remove(table);
        tables.add(table);
    }

    @Override
    public synchronized void remove(SharedTable table) {
        tables.removeIf(old -> old.id().equals(table.id()));
    }

    @Override
    public synchronized List<SharedTable> all() {
        return List.copyOf(tables);
    }

    @Override
    public String newId() {
        return "test-" + tables.size();
    }
}
