package org.volans.sky.internal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.InputException;
import org.volans.api.adql.AdqlDatabase;
import org.volans.api.adql.AdqlEngine;
import org.volans.api.adql.AdqlResult;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/**
 * Understands {@code TABLE schema.name}, which gives that table, {@code UPLOAD name}, and {@code WAIT}, which lasts until it is
 * cancelled.
 */
public final class EchoEngine implements AdqlEngine {

    /** How many databases have been opened and not closed. */
    public final AtomicInteger open = new AtomicInteger();

    /** Counted down when a query waits. */
    public final CountDownLatch waiting = new CountDownLatch(1);

    @Override
    public AdqlDatabase open() {
        open.incrementAndGet();
        return new Database();
    }

    private final class Database implements AdqlDatabase {

        private final Map<String, StarTable> tables = new LinkedHashMap<>();

        @Override
        public void load(String schema, TableMeta table, StarTable data, IProgressMonitor monitor) {
            tables.put(schema.isEmpty() ? table.name() : schema + "." + table.name(), data);
        }

        @Override
        public List<SchemaMeta> schemas() {
            return List.of();
        }

        @Override
        public AdqlResult query(String adql, Map<String, StarTable> uploads, long maxrec, IProgressMonitor monitor)
                throws InputException {
            if (adql.equals("WAIT")) {
                waiting.countDown();
                while (!monitor.isCanceled()) {
                    Thread.onSpinWait();
                }
                throw new OperationCanceledException();
            }
            boolean upload = adql.startsWith("UPLOAD ");
            String name = adql.substring(adql.indexOf(' ') + 1);
            StarTable table = upload ? uploads.get(name) : tables.get(name);
            if (table == null) {
                throw new InputException("1:7: unknown table '" + name + "'");
            }
            return first(table, maxrec);
        }

        private static AdqlResult first(StarTable table, long maxrec) throws InputException {
            RowListStarTable copy = new RowListStarTable(table);
            try {
                for (long row = 0; row < Math.min(maxrec, table.getRowCount()); row++) {
                    copy.addRow(table.getRow(row));
                }
            } catch (IOException e) {
                throw new InputException("cannot be read", e);
            }
            return new AdqlResult(copy, table.getRowCount() > maxrec);
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
