package org.volans.sdk.contract;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jdt.annotation.NonNullByDefault;
import uk.ac.starlink.table.RowAccess;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.RowSplittable;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.WrapperRowAccess;
import uk.ac.starlink.table.WrapperStarTable;

/** A table that notes when more of it is read than one row. Safe for concurrent use. */
@NonNullByDefault({})
final class WatchedTable extends WrapperStarTable {

    private final List<String> scans = new CopyOnWriteArrayList<>();
    private final Set<Long> rows = ConcurrentHashMap.newKeySet();

    WatchedTable(StarTable table) {
        super(table);
    }

    /** What was read of it; empty when that was at most one row. */
    List<String> scans() {
        return rows.size() > 1 ? List.of("rows " + rows) : List.copyOf(scans);
    }

    @Override
    public Object getCell(long row, int column) throws IOException {
        rows.add(row);
        return super.getCell(row, column);
    }

    @Override
    public Object[] getRow(long row) throws IOException {
        rows.add(row);
        return super.getRow(row);
    }

    @Override
    public RowSequence getRowSequence() throws IOException {
        scans.add("getRowSequence");
        return super.getRowSequence();
    }

    @Override
    public RowSplittable getRowSplittable() throws IOException {
        scans.add("getRowSplittable");
        return super.getRowSplittable();
    }

    @Override
    public RowAccess getRowAccess() throws IOException {
        return new WrapperRowAccess(super.getRowAccess()) {
            @Override
            public void setRowIndex(long row) throws IOException {
                rows.add(row);
                super.setRowIndex(row);
            }
        };
    }
}
