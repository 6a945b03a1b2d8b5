package org.volans.tap.ui.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.net.HttpCall;
import org.volans.api.tap.JobLedger;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapService;
import org.volans.api.tap.UwsJob;
import org.volans.tap.ui.internal.ResultFiles.Origin;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.query.QueryRequest;
import org.volans.ui.query.QueryRunner;
import org.volans.ui.services.Preferences;

/** Runs queries through the TAP client; those that run as jobs are in the ledger before they are waited for. */
@Component
public final class QueryRunnerImpl implements QueryRunner {

    private final TapService tap;
    private final JobLedger ledger;
    private final ResultFiles results;
    private final LedgerNews news;

    /** Called by the framework. */
    @Activate
    public QueryRunnerImpl(
            @Reference TapService tap,
            @Reference JobLedger ledger,
            @Reference ProjectFolder folder,
            @Reference LedgerNews news) {
        this.tap = tap;
        this.news = news;
        this.ledger = ledger;
        this.results = new ResultFiles(folder);
    }

    @Override
    public IFile run(QueryRequest request, IProgressMonitor monitor) throws VoException {
        TapQuery query = query(request);
        monitor.beginTask("Asking " + request.service().name(), IProgressMonitor.UNKNOWN);
        try {
            Map<String, String> more = more(request, query);
            return request.job() ? asJob(request, query, more, monitor) : atOnce(request, query, more, monitor);
        } finally {
            monitor.done();
        }
    }

    private static TapQuery query(QueryRequest request) throws InputException {
        try {
            return new TapQuery(
                    request.service().url(),
                    request.adql(),
                    request.uploads(),
                    maxrec(request),
                    HttpCall.USUAL_TIMEOUT);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private IFile atOnce(QueryRequest request, TapQuery query, Map<String, String> more, IProgressMonitor monitor)
            throws VoException {
        monitor.subTask("waiting for the answer");
        return results.keep(request.name(), origin(query, more), target -> tap.query(query, target, monitor));
    }

    private IFile asJob(QueryRequest request, TapQuery query, Map<String, String> more, IProgressMonitor monitor)
            throws VoException {
        monitor.subTask("starting a job");
        UwsJob job = tap.submit(query, monitor);
        ledger.add(new JobLedger.Entry(
                job.url(),
                query.service(),
                query.adql(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
        news.tell();
        more.put(ResultFiles.JOB, job.url().toString());
        IFile file = results.keep(request.name(), origin(query, more), target -> {
            monitor.subTask("waiting for the job");
            tap.await(job.url(), monitor);
            return tap.result(job.url(), target, monitor);
        });
        news.tell();
        return file;
    }

    private static Origin origin(TapQuery query, Map<String, String> more) {
        return new Origin(query.service().toString(), query.adql(), more);
    }

    private static Map<String, String> more(QueryRequest request, TapQuery query) {
        Map<String, String> more = new LinkedHashMap<>();
        more.put("service", request.service().name());
        if (!request.service().ivoid().isEmpty()) {
            more.put("ivoid", request.service().ivoid());
        }
        if (!query.uploads().isEmpty()) {
            more.put("uploads", String.join(", ", query.uploads().keySet()));
        }
        query.maxrec().ifPresent(n -> more.put("maxrec", Long.toString(n)));
        return more;
    }

    private static OptionalLong maxrec(QueryRequest request) {
        if (request.maxrec().isPresent()) {
            return request.maxrec();
        }
        int preferred = Platform.getPreferencesService().getInt(Preferences.NODE, Preferences.MAXREC, 0, null);
        return preferred > 0 ? OptionalLong.of(preferred) : OptionalLong.empty();
    }
}
