package org.volans.sky.internal.tap;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.InputException;
import org.volans.api.adql.AdqlDatabase;
import org.volans.api.adql.AdqlEngine;
import org.volans.api.adql.AdqlResult;
import org.volans.api.table.TableMeta;
import org.volans.sky.internal.DataCentre;
import org.volans.sky.internal.ForeignKey;
import org.volans.sky.internal.SkyTable;
import org.volans.sky.internal.TableSpec;
import uk.ac.starlink.table.StarTable;

/**
 * A centre's tables and its engine. Both are made with the first query, so that starting the sky takes no time. Safe for
 * concurrent use.
 */
public final class TapCentre implements AutoCloseable {

    private final DataCentre centre;
    private final URI base;
    private final List<ForeignKey> keys;
    private final AdqlEngine engine;
    private final UnaryOperator<String> quote;
    private final CountDownLatch closed = new CountDownLatch(1);
    private List<AdqlDatabase> database = List.of();
    private List<TapSchema> schema = List.of();

    /**
     * A centre whose tables are not made yet.
     *
     * @param base  the root of the sky
     * @param keys  how its tables can be joined
     * @param quote writes a column's name as a query must
     */
    public TapCentre(
            DataCentre centre, URI base, List<ForeignKey> keys, AdqlEngine engine, UnaryOperator<String> quote) {
        this.centre = centre;
        this.base = base;
        this.keys = List.copyOf(keys);
        this.engine = engine;
        this.quote = quote;
    }

    DataCentre centre() {
        return centre;
    }

    /** The URL of its TAP service, without a slash at the end. */
    String url() {
        return base + centre.path() + "/tap";
    }

    /** The root of the sky. */
    URI base() {
        return base;
    }

    /** What is in it. */
    TapSchema schema() throws InputException {
        open();
        synchronized (this) {
            return schema.getFirst();
        }
    }

    /** Runs a query, after the delay of a slow centre. */
    AdqlResult query(String adql, Map<String, StarTable> uploads, long maxrec, IProgressMonitor monitor)
            throws InputException {
        AdqlDatabase opened = open();
        delay();
        return opened.query(adql, uploads, maxrec, monitor);
    }

    /** A slow service waits; closing the sky ends the wait. */
    private void delay() {
        try {
            if (!centre.delay().isZero() && closed.await(centre.delay().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new OperationCanceledException("the sky is being closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException("the sky is being closed");
        }
    }

    private synchronized AdqlDatabase open() throws InputException {
        if (closed.getCount() == 0) {
            throw new OperationCanceledException("the sky is being closed");
        }
        if (database.isEmpty()) {
            AdqlDatabase made = engine.open();
            boolean complete = false;
            try {
                schema = List.of(fill(made));
                complete = true;
            } finally {
                if (!complete) {
                    made.close();
                }
            }
            database = List.of(made);
        }
        return database.getFirst();
    }

    private TapSchema fill(AdqlDatabase into) throws InputException {
        List<TapTable> tables = new ArrayList<>();
        for (SkyTable table : centre.tables()) {
            StarTable rows = table.rows().get();
            TapTable described = TapTable.of(table.schema(), table.meta(), rows, quote);
            tables.add(described);
            load(into, described, table.meta(), rows);
        }
        List<ForeignKey> allKeys = new ArrayList<>(keys);
        for (TableSpec spec : TapSchema.TABLES) {
            tables.add(TapTable.of(TapSchema.NAME, spec.meta(), spec.table(List.of()), quote));
            allKeys.addAll(spec.keys());
        }
        TapSchema whole = new TapSchema(tables, allKeys);
        for (TableSpec spec : TapSchema.TABLES) {
            StarTable rows = whole.rows(spec);
            load(into, TapTable.of(TapSchema.NAME, spec.meta(), rows, quote), spec.meta(), rows);
        }
        return whole;
    }

    private static void load(AdqlDatabase into, TapTable table, TableMeta meta, StarTable rows) throws InputException {
        String[] name = table.engineName();
        TableMeta plain =
                new TableMeta(name[1], meta.title(), meta.description(), meta.type(), meta.utype(), meta.columns());
        into.load(name[0], plain, rows, new NullProgressMonitor());
    }

    /** Closes the engine; queries that wait end. */
    @Override
    public void close() {
        closed.countDown();
        synchronized (this) {
            database.forEach(AdqlDatabase::close);
            database = List.of();
        }
    }
}
