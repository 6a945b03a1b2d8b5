package org.volans.table.internal;

import java.util.function.LongConsumer;
import org.eclipse.jdt.annotation.NonNullByDefault;
import uk.ac.starlink.table.AbstractStarTable;
import uk.ac.starlink.table.ByteStore;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.ColumnStarTable;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.RowStore;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;

/** Keeps of tables how many rows they have, and no row. For one document. */
@NonNullByDefault({})
final class RowCounting extends StoragePolicy {

    private LongConsumer told;

    /** @param told of the rows of the first table as they come, from any thread */
    RowCounting(LongConsumer told) {
        this.told = told;
    }

    private static void nobody(long rows) {
        // of later tables nothing is told
    }

    @Override
    public ByteStore makeByteStore() {
        return StoragePolicy.DISCARD.makeByteStore();
    }

    @Override
    public RowStore makeRowStore() {
        return counter();
    }

    @Override
    public RowStore makeConfiguredRowStore(StarTable meta) {
        Counter counter = counter();
        counter.acceptMetadata(meta);
        return counter;
    }

    private Counter counter() {
        LongConsumer listener = told;
        told = RowCounting::nobody;
        return new Counter(listener);
    }

    @Override
    public StarTable randomTable(StarTable table) {
        return table; // there are no rows to have random access to
    }

    /** Takes rows, and is the table that is left of them. */
    private static final class Counter extends AbstractStarTable implements RowStore {

        private final LongConsumer listener;
        private StarTable meta = ColumnStarTable.makeTableWithRows(0);
        private long rows;

        Counter(LongConsumer listener) {
            this.listener = listener;
        }

        @Override
        public void acceptMetadata(StarTable of) {
            meta = of;
        }

        @Override
        public void acceptRow(Object[] row) {
            listener.accept(++rows);
        }

        @Override
        public void endRows() {
            // all are counted
        }

        @Override
        public StarTable getStarTable() {
            return this;
        }

        @Override
        public long getRowCount() {
            return rows;
        }

        @Override
        public int getColumnCount() {
            return meta.getColumnCount();
        }

        @Override
        public ColumnInfo getColumnInfo(int column) {
            return meta.getColumnInfo(column);
        }

        @Override
        public RowSequence getRowSequence() {
            throw new UnsupportedOperationException("rows are counted, not kept");
        }
    }
}
