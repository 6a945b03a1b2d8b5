package org.volans.handlers.internal.messages;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampMessage;
import org.volans.api.table.SharedTable;
import org.volans.api.table.SharedTables;

/** The tables that messages are about; knows who sent which. Safe for concurrent use. */
@Component(service = KnownTables.class)
public final class KnownTables {

    /** A highlighted row is of no use later. */
    private static final Duration LONGEST_LOAD = Duration.ofSeconds(30);

    /** Messages of different kinds are handled side by side: the one that loads may come a moment after the next. */
    private static final Duration OVERTAKEN = Duration.ofMillis(100);

    /** A hub gives ids again after it was restarted. */
    private record Key(String sender, String program, String id) {}

    private final SharedTables tables;
    private final PendingLoads pending;
    /** Weak: a table that nobody knows any more is not kept for this. */
    private final Map<Key, WeakReference<SharedTable>> sent = new ConcurrentHashMap<>();

    private final ReceivedRoom room;

    /** Knows none at first. */
    @Activate
    public KnownTables(@Reference SharedTables tables, @Reference PendingLoads pending) {
        this(tables, pending, new ReceivedRoom(tables));
    }

    /** For tests. */
    KnownTables(SharedTables tables, PendingLoads pending, ReceivedRoom room) {
        this.tables = tables;
        this.pending = pending;
        this.room = room;
    }

    private static Key key(SampClient sender, String id) {
        return new Key(sender.id(), sender.name(), id);
    }

    /** A table has come, in the place of the one that this sender sent by the same id. */
    void put(SharedTable table, SampClient sender) {
        lastSent(sender, table.id()).ifPresent(tables::remove);
        sent.values().removeIf(ref -> ref.refersTo(null));
        sent.put(key(sender, table.id()), new WeakReference<>(table));
        tables.put(table);
        room.add(table);
    }

    private Optional<SharedTable> lastSent(SampClient sender, String id) {
        return Optional.ofNullable(sent.get(key(sender, id))).map(WeakReference::get);
    }

    /**
     * The table that a message means. Waits when it is being loaded.
     *
     * @param message tidy
     * @return empty when there is none
     * @throws InputException when the message names no table, or one that takes too long
     */
    Optional<SharedTable> find(SampMessage message, SampClient sender, IProgressMonitor monitor) throws InputException {
        TableName name = TableName.needed(message);
        Optional<SharedTable> found = now(message, name, sender);
        if (found.isEmpty()) {
            pending.await(() -> pending.expects(name), OVERTAKEN, monitor);
        }
        if (!pending.await(() -> !pending.expects(name), LONGEST_LOAD, monitor)) {
            throw new InputException("the table with " + name.words() + " is still being loaded");
        }
        Optional<SharedTable> table = now(message, name, sender);
        table.ifPresent(room::used);
        return table;
    }

    private Optional<SharedTable> now(SampMessage message, TableName name, SampClient sender) {
        return tables.find(name.id(), message.text("url").orElse("")).or(() -> ofSender(name, sender));
    }

    /** Where several programs have tables of the same id, each means its own. */
    private Optional<SharedTable> ofSender(TableName name, SampClient sender) {
        return lastSent(sender, name.id()).filter(table -> tables.all().contains(table));
    }
}
