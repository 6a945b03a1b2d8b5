package org.volans.handlers.internal.messages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.volans.api.table.SharedTable;
import org.volans.api.table.SharedTables;

/**
 * Forgets received tables that were not used for longest when there are more than there is room for. One that somebody
 * else has put in its place, such as an editor that shows it, is no longer a matter of this. Safe for concurrent use.
 */
final class ReceivedRoom {

    private static final int MOST_TABLES = 1000;

    /** Of memory, roughly. */
    private static final int BYTES_OF_CELL = 16;

    private final SharedTables tables;
    private final long mostCells;

    /** Those that were not used for longest first. */
    private final List<SharedTable> received = new ArrayList<>();

    /** A quarter of the memory. */
    ReceivedRoom(SharedTables tables) {
        this(tables, Runtime.getRuntime().maxMemory() / 4 / BYTES_OF_CELL);
    }

    ReceivedRoom(SharedTables tables, long mostCells) {
        this.tables = tables;
        this.mostCells = mostCells;
    }

    /** A table has come; it stays, however big it is. */
    synchronized void add(SharedTable table) {
        Set<SharedTable> there = Collections.newSetFromMap(new IdentityHashMap<>());
        there.addAll(tables.all());
        received.retainAll(there);
        received.add(table);
        while (received.size() > 1 && (received.size() > MOST_TABLES || cells() > mostCells)) {
            tables.remove(received.removeFirst());
        }
    }

    private long cells() {
        return received.stream()
                .map(SharedTable::table)
                .mapToLong(table -> table.getRowCount() * table.getColumnCount())
                .sum();
    }

    /** A message was about it. */
    synchronized void used(SharedTable table) {
        if (received.removeIf(old -> old == table)) {
            received.add(table);
        }
    }
}
