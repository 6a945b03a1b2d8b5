package org.volans.sdk.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.VoException;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.table.VotableDocument;
import org.volans.api.tap.Availability;
import org.volans.api.tap.TapCapabilities;
import org.volans.api.tap.TapExample;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;
import org.volans.api.tap.TapStored;
import org.volans.api.tap.UwsJob;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/**
 * The TAP service for code that sends queries and takes tables: the test answers, and the queries are noted. Whatever else a TAP
 * service does fails with an {@link AssertionError} and is noted, too. Safe for concurrent use.
 */
public final class StubTap implements TapService {

    private final Answer answer;
    private final List<TapQuery> asked = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    /** Answers queries, in the thread of whoever asks. */
    @FunctionalInterface
    public interface Answer {

        /** @throws VoException as services fail */
        TapResult to(TapQuery query, IProgressMonitor monitor) throws VoException;
    }

    /** @param answer to all queries, of whatever service */
    public StubTap(Answer answer) {
        this.answer = answer;
    }

    /** A table in memory with cells of any type. @param rows the first one has the names of the columns */
    public static StarTable table(Object[]... rows) {
        ColumnInfo[] columns = new ColumnInfo[rows[0].length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new ColumnInfo(rows[0][i].toString(), Object.class, "");
        }
        RowListStarTable table = new RowListStarTable(columns);
        for (int i = 1; i < rows.length; i++) {
            table.addRow(rows[i]);
        }
        return table;
    }

    /** Names or cells, for {@link #table}. */
    public static Object[] row(Object... cells) {
        return cells;
    }

    /** What a service sends. @param overflow whether it says that there is more */
    public static TapResult result(StarTable table, boolean overflow) {
        return new TapResult(table, overflow, new VotableDocument(List.of(table), List.of(), List.of()));
    }

    /** The queries so far, in order. */
    public List<TapQuery> asked() {
        return List.copyOf(asked);
    }

    /** The texts of the queries so far, in order. */
    public List<String> adql() {
        return asked.stream().map(TapQuery::adql).toList();
    }

    /** What else it was asked for, and refused: names of methods. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    /** Forgets what it was asked. */
    public void forget() {
        asked.clear();
        refused.clear();
    }

    private AssertionError refuse(String method) {
        refused.add(method);
        return new AssertionError("asked for " + method + ", and the test answers queries only");
    }

    @Override
    public TapResult query(TapQuery query, IProgressMonitor monitor) throws VoException {
        asked.add(query);
        return answer.to(query, monitor);
    }

    @Override
    public TapStored query(TapQuery query, Path target, IProgressMonitor monitor) {
        throw refuse("query into a file");
    }

    @Override
    public TapStored result(URI job, Path target, IProgressMonitor monitor) {
        throw refuse("result into a file");
    }

    @Override
    public TapCapabilities capabilities(URI service, IProgressMonitor monitor) {
        throw refuse("capabilities");
    }

    @Override
    public Availability availability(URI service, IProgressMonitor monitor) {
        throw refuse("availability");
    }

    @Override
    public List<SchemaMeta> schemas(URI service, IProgressMonitor monitor) {
        throw refuse("schemas");
    }

    @Override
    public TableMeta table(URI service, String table, IProgressMonitor monitor) {
        throw refuse("table");
    }

    @Override
    public UwsJob submit(TapQuery query, IProgressMonitor monitor) {
        throw refuse("submit");
    }

    @Override
    public UwsJob job(URI job, IProgressMonitor monitor) {
        throw refuse("job");
    }

    @Override
    public UwsJob await(URI job, IProgressMonitor monitor) {
        throw refuse("await");
    }

    @Override
    public TapResult result(URI job, IProgressMonitor monitor) {
        throw refuse("result");
    }

    @Override
    public UwsJob abort(URI job, IProgressMonitor monitor) {
        throw refuse("abort");
    }

    @Override
    public void delete(URI job, IProgressMonitor monitor) {
        throw refuse("delete");
    }

    @Override
    public List<TapExample> examples(URI service, IProgressMonitor monitor) {
        throw refuse("examples");
    }
}
