package org.volans.handlers.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Component;
import org.volans.api.table.SharedTable;
import org.volans.api.table.SharedTables;

/** The tables in the order in which they came. */
@Component
public final class SharedTablesProvider implements SharedTables {

    /** @param urls where it is, as one text for each place */
    private record Entry(SharedTable table, String url, Set<String> urls) {

        static Entry of(SharedTable table) {
            String url = table.url().map(u -> TableUrl.canonical(u.toString())).orElse("");
            Set<String> urls = new HashSet<>();
            table.file().map(TableUrl::of).ifPresent(urls::add);
            urls.add(url);
            urls.remove("");
            return new Entry(table, url, urls);
        }

        boolean hasId(String id) {
            return table.id().equals(id);
        }

        /** The same table, loaded again; or the very same, of which it is now known where the others have it from. */
        boolean replacedBy(Entry other) {
            return hasId(other.table.id()) && (url.equals(other.url) || table.table() == other.table.table());
        }
    }

    private final String session = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger count = new AtomicInteger();
    private final List<Entry> entries = new ArrayList<>();

    @Override
    public synchronized Optional<SharedTable> find(String id, String url) {
        String wanted = TableUrl.canonical(url);
        List<Entry> there = wanted.isEmpty() ? List.of() : those(e -> e.urls().contains(wanted));
        Optional<SharedTable> both =
                last(there.stream().filter(e -> e.hasId(id)).toList());
        if (both.isPresent() || !there.isEmpty()) {
            return both.or(() -> last(there));
        }
        List<Entry> named = id.isBlank() ? List.of() : those(e -> e.hasId(id));
        return named.size() == 1 ? last(named) : Optional.empty();
    }

    @Override
    public synchronized Optional<SharedTable> find(Path file) {
        String wanted = TableUrl.of(file);
        return last(those(e -> e.urls().contains(wanted)));
    }

    private List<Entry> those(Predicate<Entry> which) {
        return entries.stream().filter(which).toList();
    }

    private static Optional<SharedTable> last(List<Entry> found) {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast().table());
    }

    @Override
    public synchronized void put(SharedTable table) {
        Entry entry = Entry.of(table);
        entries.removeIf(old -> old.replacedBy(entry));
        entries.add(entry);
    }

    @Override
    public synchronized void remove(SharedTable table) {
        Entry entry = Entry.of(table);
        entries.removeIf(e -> e.hasId(table.id()) && e.url().equals(entry.url()));
    }

    @Override
    public synchronized List<SharedTable> all() {
        return entries.stream().map(Entry::table).toList();
    }

    @Override
    public String newId() {
        return "volans-" + session + "-" + count.incrementAndGet();
    }
}
