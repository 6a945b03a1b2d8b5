package org.volans.registry.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** A TAP client that remembers what it was asked and answers what the test says; queries only. */
final class FakeTap implements TapService {

    /** Answers a query. */
    interface Answer {
        TapResult to(TapQuery query) throws VoException;
    }

    final List<TapQuery> asked = new ArrayList<>();
    private final Answer answer;

    FakeTap(Answer answer) {
        this.answer = answer;
    }

    /** A table of text and numbers; the first row names the columns. */
    static StarTable table(Object[]... rows) {
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

    static Object[] row(Object... cells) {
        return cells;
    }

    static TapResult result(StarTable table, boolean overflow) {
        return new TapResult(table, overflow, new VotableDocument(List.of(table), List.of(), List.of()));
    }

    List<String> adql() {
        return asked.stream().map(TapQuery::adql).toList();
    }

    String last() {
        return asked.get(asked.size() - 1).adql();
    }

    @Override
    public TapResult query(TapQuery query, IProgressMonitor monitor) throws VoException {
        asked.add(query);
        return answer.to(query);
    }

    @Override
    public TapStored query(TapQuery query, Path target, IProgressMonitor monitor) {
        throw new AssertionError("no files are asked for");
    }

    @Override
    public TapStored result(URI job, Path target, IProgressMonitor monitor) {
        throw new AssertionError("no files are asked for");
    }

    @Override
    public TapCapabilities capabilities(URI service, IProgressMonitor monitor) {
        throw new AssertionError("capabilities are not asked for");
    }

    @Override
    public Availability availability(URI service, IProgressMonitor monitor) {
        throw new AssertionError("availability is not asked for");
    }

    @Override
    public List<SchemaMeta> schemas(URI service, IProgressMonitor monitor) {
        throw new AssertionError("schemas are not asked for");
    }

    @Override
    public TableMeta table(URI service, String table, IProgressMonitor monitor) {
        throw new AssertionError("tables are not asked for");
    }

    @Override
    public UwsJob submit(TapQuery query, IProgressMonitor monitor) {
        throw new AssertionError("no jobs are made");
    }

    @Override
    public UwsJob job(URI job, IProgressMonitor monitor) {
        throw new AssertionError("no jobs are made");
    }

    @Override
    public UwsJob await(URI job, IProgressMonitor monitor) {
        throw new AssertionError("no jobs are made");
    }

    @Override
    public TapResult result(URI job, IProgressMonitor monitor) {
        throw new AssertionError("no jobs are made");
    }

    @Override
    public UwsJob abort(URI job, IProgressMonitor monitor) {
        throw new AssertionError("no jobs are made");
    }

    @Override
    public void delete(URI job, IProgressMonitor monitor) {
        throw new AssertionError("no jobs are made");
    }

    @Override
    public List<TapExample> examples(URI service, IProgressMonitor monitor) {
        throw new AssertionError("examples are not asked for");
    }
}
