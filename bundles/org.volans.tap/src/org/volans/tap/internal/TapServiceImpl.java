package org.volans.tap.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.table.TableService;
import org.volans.api.tap.Availability;
import org.volans.api.tap.TapCapabilities;
import org.volans.api.tap.TapExample;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;
import org.volans.api.tap.TapStored;
import org.volans.api.tap.UwsJob;
import org.volans.tap.internal.Queries.Taker;

/** The client of TAP services. */
@Component(service = TapService.class)
public final class TapServiceImpl implements TapService {

    /** Uploads below this size are never cut off. */
    private static final long BIG_UPLOAD = 100_000;

    /** How services say that an upload did not arrive whole. */
    private static final Pattern CUT_OFF = Pattern.compile(
            "unclosed|well.?formed|premature|no element found|unexpected end|truncat|too (large|big|long)|exceed|upload",
            Pattern.CASE_INSENSITIVE);

    private final Metadata metadata;
    private final Queries queries;
    private final Jobs jobs;
    private final JobWait jobWait;
    private final Examples examples;

    /** Called by the framework. */
    @Activate
    public TapServiceImpl(@Reference HttpService http, @Reference TableService tables) {
        this(http, tables, Duration.ofMillis(500), Duration.ofSeconds(30));
    }

    /** As the other constructor; the pauses between questions to services that cannot block. */
    TapServiceImpl(HttpService http, TableService tables, Duration firstPause, Duration longestPause) {
        queries = new Queries(http, tables);
        metadata = new Metadata(http, new TapSchema(queries));
        jobs = new Jobs(http, queries);
        jobWait = new JobWait(jobs, firstPause, longestPause);
        examples = new Examples(http);
    }

    @Override
    public TapCapabilities capabilities(URI service, IProgressMonitor monitor) throws VoException {
        return metadata.capabilities(service, monitor).value();
    }

    @Override
    public Availability availability(URI service, IProgressMonitor monitor) throws VoException {
        return metadata.availability(service, monitor);
    }

    @Override
    public List<SchemaMeta> schemas(URI service, IProgressMonitor monitor) throws VoException {
        return metadata.schemas(service, monitor);
    }

    @Override
    public TableMeta table(URI service, String table, IProgressMonitor monitor) throws VoException {
        return metadata.table(service, table, monitor);
    }

    @Override
    public TapResult query(TapQuery query, IProgressMonitor monitor) throws VoException {
        return query(query, queries::read, monitor);
    }

    @Override
    public TapStored query(TapQuery query, Path target, IProgressMonitor monitor) throws VoException {
        return query(query, queries.into(target), monitor);
    }

    private <T> T query(TapQuery query, Taker<T> taker, IProgressMonitor monitor) throws VoException {
        try (Uploads uploads = Uploads.of(query.uploads(), monitor)) {
            try {
                return queries.sync(query, uploads, taker, monitor);
            } catch (ServiceException e) {
                if (!isCutOff(e, uploads) && !wantsJob(e, uploads)) {
                    throw e;
                }
                return asJob(query, uploads, taker, e, monitor);
            }
        }
    }

    private static boolean isCutOff(ServiceException e, Uploads uploads) {
        return uploads.bytes() > BIG_UPLOAD
                && (e.status() == 413
                        || e.status() == 0 && String.valueOf(e.getMessage()).contains("broke off")
                        || CUT_OFF.matcher(e.getMessage()).find());
    }

    /** Some services take uploads in jobs only, and say so. */
    private static boolean wantsJob(ServiceException e, Uploads uploads) {
        return !uploads.isEmpty() && e.getMessage().toLowerCase(Locale.ROOT).contains("async");
    }

    private <T> T asJob(
            TapQuery query, Uploads uploads, Taker<T> taker, ServiceException refusal, IProgressMonitor monitor)
            throws VoException {
        UwsJob job;
        try {
            job = jobs.submit(query, uploads, monitor);
        } catch (ServiceException e) {
            refusal.addSuppressed(e);
            throw e.status() == 404 || e.status() == 405 || e.status() == 501 ? refusal : e;
        }
        try {
            return jobs.result(jobWait.end(job.url(), monitor), taker, monitor);
        } finally {
            forget(job.url());
        }
    }

    /** Nobody else knows of this job, so it must not be left at the service, also not after a cancellation. */
    private void forget(URI job) {
        try {
            jobs.delete(job, Duration.ofSeconds(5), new NullProgressMonitor());
        } catch (VoException e) {
            return; // the service will do it at the job's destruction time; the user's answer is not lost for that
        }
    }

    @Override
    public UwsJob submit(TapQuery query, IProgressMonitor monitor) throws VoException {
        try (Uploads uploads = Uploads.of(query.uploads(), monitor)) {
            return jobs.submit(query, uploads, monitor);
        }
    }

    @Override
    public UwsJob job(URI job, IProgressMonitor monitor) throws VoException {
        return jobs.get(job, monitor);
    }

    @Override
    public UwsJob await(URI job, IProgressMonitor monitor) throws VoException {
        return jobWait.end(job, monitor);
    }

    @Override
    public TapResult result(URI job, IProgressMonitor monitor) throws VoException {
        return jobs.result(jobs.get(job, monitor), queries::read, monitor);
    }

    @Override
    public TapStored result(URI job, Path target, IProgressMonitor monitor) throws VoException {
        return jobs.result(jobs.get(job, monitor), queries.into(target), monitor);
    }

    @Override
    public UwsJob abort(URI job, IProgressMonitor monitor) throws VoException {
        return jobs.phase(job, "ABORT", monitor);
    }

    @Override
    public void delete(URI job, IProgressMonitor monitor) throws VoException {
        jobs.delete(job, HttpCall.USUAL_TIMEOUT, monitor);
    }

    @Override
    public List<TapExample> examples(URI service, IProgressMonitor monitor) throws VoException {
        return examples.at(Endpoints.of(service).at("examples"), monitor);
    }
}
