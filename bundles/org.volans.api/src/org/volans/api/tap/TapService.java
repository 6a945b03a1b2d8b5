package org.volans.api.tap;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.VoException;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;

/** A client of TAP 1.0 and 1.1 services. Safe for concurrent use. */
@ProviderType
public interface TapService {

    /** VOSI capabilities; remembered for the session. */
    TapCapabilities capabilities(URI service, IProgressMonitor monitor) throws VoException;

    /** VOSI availability. */
    Availability availability(URI service, IProgressMonitor monitor) throws VoException;

    /**
     * All schemas and tables, without columns where the service can leave them out (VOSI 1.1, {@code detail=min}; else
     * from {@code TAP_SCHEMA}).
     */
    List<SchemaMeta> schemas(URI service, IProgressMonitor monitor) throws VoException;

    /**
     * One table with its columns.
     *
     * @param table its name, with or without delimiters, compared without regard to case
     * @throws org.volans.api.InputException when the service has no such table; names near ones
     */
    TableMeta table(URI service, String table, IProgressMonitor monitor) throws VoException;

    /**
     * Runs a query synchronously. A big upload that the service cuts off is sent as a job instead.
     *
     * @throws org.volans.api.ServiceException with the server's own words when it refuses the query
     */
    TapResult query(TapQuery query, IProgressMonitor monitor) throws VoException;

    /**
     * As {@link #query(TapQuery, IProgressMonitor)}, into a file: the answer is written as it arrives and as it stands, and
     * not kept in memory. The file appears when it is whole; a refusal, a broken answer or cancelling leaves none, and
     * what was at its place before. The monitor's subtask says how much has come.
     *
     * @param target a file in a folder that exists
     * @throws org.volans.api.OutputException when the file cannot be written: no permission, disk full
     */
    TapStored query(TapQuery query, Path target, IProgressMonitor monitor) throws VoException;

    /** Creates a job, starts it ({@code PHASE=RUN}) and returns without waiting for its end. */
    UwsJob submit(TapQuery query, IProgressMonitor monitor) throws VoException;

    /** The job as its service describes it now. */
    UwsJob job(URI job, IProgressMonitor monitor) throws VoException;

    /**
     * Waits for the end of a job, by {@code WAIT} (UWS 1.1, section 2.2.1.1) where the service has it, else asking at
     * growing intervals. Cancelling stops the waiting, not the job.
     */
    UwsJob await(URI job, IProgressMonitor monitor) throws VoException;

    /**
     * The result of a completed job.
     *
     * @throws VoException also when the job is not complete, with its phase and the service's summary of its error
     */
    TapResult result(URI job, IProgressMonitor monitor) throws VoException;

    /** As {@link #result(URI, IProgressMonitor)}, into a file: see {@link #query(TapQuery, Path, IProgressMonitor)}. */
    TapStored result(URI job, Path target, IProgressMonitor monitor) throws VoException;

    /** Asks the service to stop the job. */
    UwsJob abort(URI job, IProgressMonitor monitor) throws VoException;

    /** Deletes the job and its results at the service. */
    void delete(URI job, IProgressMonitor monitor) throws VoException;

    /** The examples of a service; empty when it has none. */
    List<TapExample> examples(URI service, IProgressMonitor monitor) throws VoException;
}
