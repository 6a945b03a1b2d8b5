package org.volans.tap.ui.internal.jobs;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.adql.AdqlService;
import org.volans.api.tap.JobLedger;
import org.volans.api.tap.TapService;
import org.volans.tap.ui.internal.LedgerNews;
import org.volans.tap.ui.internal.ResultFiles;
import org.volans.tap.ui.internal.ResultFiles.Origin;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.query.QueryFile;

/** What can be done with jobs. Safe for concurrent use; blocks. */
final class JobActions {

    private final TapService tap;
    private final JobLedger ledger;
    private final ProjectFolder folder;
    private final AdqlService adql;
    private final LedgerNews news;
    private final ResultFiles results;

    JobActions(TapService tap, JobLedger ledger, ProjectFolder folder, AdqlService adql, LedgerNews news) {
        this.tap = tap;
        this.ledger = ledger;
        this.folder = folder;
        this.adql = adql;
        this.news = news;
        this.results = new ResultFiles(folder);
    }

    /** Puts the result of a completed job into the project. */
    IFile fetch(JobRow row, IProgressMonitor monitor) throws VoException {
        JobLedger.Entry entry = row.entry();
        Origin origin = new Origin(
                entry.service().toString(),
                entry.adql(),
                Map.of("service", row.service(), ResultFiles.JOB, entry.job().toString()));
        IFile file = results.keep(stem(row), origin, target -> tap.result(entry.job(), target, monitor));
        news.tell();
        return file;
    }

    /** Makes a query file of a job's query. */
    IFile openQuery(JobRow row, IProgressMonitor monitor) throws VoException {
        return QueryFile.create(
                folder, stem(row), row.entry().adql(), row.entry().service(), Map.of(), monitor);
    }

    /** What the result is called: as the first table of the query. */
    private String stem(JobRow row) {
        return adql.tables(row.entry().adql()).stream()
                .map(t -> t.written().replace("\"", ""))
                .map(n -> n.substring(n.lastIndexOf('.') + 1))
                .filter(n -> !n.isBlank())
                .findFirst()
                .orElse("job");
    }

    /** Asks the services to stop. */
    List<JobRow> abort(List<JobRow> rows, IProgressMonitor monitor) throws VoException {
        for (JobRow row : rows) {
            tap.abort(row.entry().job(), monitor);
        }
        return rows;
    }

    /** Deletes jobs at their services, then in the ledger. */
    List<JobRow> delete(List<JobRow> rows, IProgressMonitor monitor) throws VoException {
        for (JobRow row : rows) {
            deleteThere(row.entry().job(), monitor);
            ledger.remove(row.entry().job());
        }
        news.tell();
        return rows;
    }

    private void deleteThere(URI job, IProgressMonitor monitor) throws VoException {
        try {
            tap.delete(job, monitor);
        } catch (ServiceException e) {
            if (e.status() != 404 && e.status() != 410) {
                throw e;
            }
        }
    }

    /** Takes jobs out of the ledger and leaves them at their services. */
    List<JobRow> forget(List<JobRow> rows) throws VoException {
        for (JobRow row : rows) {
            ledger.remove(row.entry().job());
        }
        news.tell();
        return rows;
    }

    /** Undoes {@link #forget}. */
    List<JobRow> remember(List<JobRow> rows) throws VoException {
        for (JobRow row : rows) {
            ledger.add(row.entry());
        }
        news.tell();
        return rows;
    }
}
