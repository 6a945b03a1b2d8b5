package org.volans.table.ui.internal.grid;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.volans.table.ui.internal.rows.RowOrder;
import uk.ac.starlink.table.RowAccess;
import uk.ac.starlink.table.StarTable;

/**
 * Cells of a table as the grid needs them: what is not here yet is read in the background, the newest wish first, and the
 * grid is told. So nothing is read on the UI thread however fast a person scrolls; all public methods belong to it.
 */
final class CellBlocks {

    /** Rows of a block, which are read together. */
    static final int ROWS = 64;

    /** Columns of a block. */
    static final int COLUMNS = 16;

    private static final int KEPT = 400;
    private static final int WAITING = 24;

    /** What stands in a cell that is not here yet. */
    static final Object PENDING = new Object() {
        @Override
        public String toString() {
            return "…";
        }
    };

    /** What stands in a cell that cannot be read. */
    record Unreadable(String why) {

        @Override
        public String toString() {
            return "unreadable";
        }
    }

    private record Key(RowOrder order, int rows, int columns) {}

    /** @param now whether it is to be seen, not only likely to be seen next */
    private record Wish(Key key, boolean now) {}

    /** Cells by row and column within the block. */
    private record Block(@Nullable Object[][] cells) {

        @Nullable
        Object cell(int column, int place) {
            return cells[place % ROWS][column % COLUMNS];
        }
    }

    private final StarTable table;
    private final Control owner;
    private final Display display;
    private final Consumer<Integer> arrived;
    private final Reader reader;
    private final Map<Key, Block> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        @NonNullByDefault({})
        protected boolean removeEldestEntry(Map.Entry<Key, Block> eldest) {
            return size() > KEPT;
        }
    };
    private final Deque<Wish> wanted = new ArrayDeque<>();
    private final Set<Key> asked = new HashSet<>();
    private RowOrder order;

    /**
     * @param owner   bounds the life of all this
     * @param arrived told, on the UI thread, of the first place of rows that have been read
     */
    CellBlocks(StarTable table, RowOrder order, Control owner, Consumer<Integer> arrived) {
        this.table = table;
        this.order = order;
        this.owner = owner;
        this.display = owner.getDisplay();
        this.arrived = arrived;
        this.reader = new Reader();
        owner.addDisposeListener(e -> reader.end());
    }

    /** Shows other rows, or the same in another order. */
    void show(RowOrder other) {
        order = other;
        kept.keySet().removeIf(k -> k.order() != other);
        asked.clear();
        synchronized (wanted) {
            wanted.clear();
        }
    }

    /** The cell shown at a place, its text shortened, {@link #PENDING} or {@link Unreadable}. */
    @Nullable
    Object cell(int column, int place) {
        Key key = new Key(order, place / ROWS, column / COLUMNS);
        @Nullable Block block = kept.get(key);
        if (block == null) {
            want(new Wish(key, true));
            return PENDING;
        }
        return block.cell(column, place);
    }

    /** As {@link #cell}, without wishing for what is not here. */
    @Nullable
    Object known(int column, int place) {
        @Nullable Block block = kept.get(new Key(order, place / ROWS, column / COLUMNS));
        return block == null ? PENDING : block.cell(column, place);
    }

    private void want(Wish wish) {
        boolean fresh = asked.add(wish.key());
        synchronized (wanted) {
            boolean waiting = wanted.removeIf(w -> w.key().equals(wish.key()));
            if (!fresh && !waiting) {
                return; // it is being read
            }
            if (wish.now()) {
                wanted.addFirst(wish);
            } else {
                wanted.addLast(wish);
            }
            while (wanted.size() > WAITING) {
                asked.remove(wanted.removeLast().key());
            }
        }
        reader.schedule();
    }

    private void take(Wish wish, Block block) {
        Key key = wish.key();
        if (owner.isDisposed() || key.order() != order) {
            return;
        }
        asked.remove(key);
        kept.put(key, block);
        arrived.accept(key.rows() * ROWS);
        if (wish.now()) {
            ahead(new Key(order, key.rows() + 1, key.columns()));
            ahead(new Key(order, key.rows() - 1, key.columns()));
        }
    }

    /** Reads what a person will scroll to next, when nothing else is to be done. */
    private void ahead(Key key) {
        boolean there = key.rows() >= 0 && key.rows() * (long) ROWS < order.size();
        if (there && !kept.containsKey(key) && !asked.contains(key)) {
            want(new Wish(key, false));
        }
    }

    /** Reads blocks; one at a time, since it has one row access. */
    private final class Reader extends Job {

        private @Nullable RowAccess access;
        private volatile boolean ended;

        Reader() {
            super("Reading rows of " + table.getName());
            setSystem(true);
            setPriority(INTERACTIVE);
        }

        void end() {
            ended = true;
            schedule();
        }

        @Override
        protected IStatus run(@Nullable IProgressMonitor monitor) {
            for (@Nullable Wish next = newest(); next != null; next = newest()) {
                Wish wish = next;
                Block block = read(wish.key());
                if (!display.isDisposed()) {
                    display.asyncExec(() -> take(wish, block));
                }
            }
            if (ended) {
                close();
            }
            return Status.OK_STATUS;
        }

        private @Nullable Wish newest() {
            synchronized (wanted) {
                return ended ? null : wanted.pollFirst();
            }
        }

        private Block read(Key key) {
            int firstRow = key.rows() * ROWS;
            int firstColumn = key.columns() * COLUMNS;
            int width = Math.min(COLUMNS, table.getColumnCount() - firstColumn);
            @Nullable
            Object[][] block = new @Nullable Object[Math.min(ROWS, key.order().size() - firstRow)][width];
            for (int i = 0; i < block.length && !ended; i++) {
                read(key.order().row(firstRow + i), firstColumn, block[i]);
            }
            return new Block(block);
        }

        private void read(int row, int firstColumn, @Nullable Object... cells) {
            try {
                RowAccess rows = access();
                rows.setRowIndex(row);
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = Brief.of(rows.getCell(firstColumn + i));
                }
            } catch (IOException | RuntimeException | InternalError e) {
                // the last is what Java throws when a mapped file has become shorter
                Arrays.fill(cells, new Unreadable(String.valueOf(e.getMessage())));
            }
        }

        private RowAccess access() throws IOException {
            @Nullable RowAccess open = access;
            if (open != null) {
                return open;
            }
            RowAccess fresh = table.getRowAccess();
            access = fresh;
            return fresh;
        }

        private void close() {
            @Nullable RowAccess open = access;
            access = null;
            try {
                if (open != null) {
                    open.close();
                }
            } catch (IOException e) {
                ILog.of(CellBlocks.class).warn("rows of " + table.getName() + " could not be closed", e);
            }
        }
    }
}
