package org.volans.api.tap;

import java.net.URI;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.InputException;

/** The jobs that this user has started, kept on disk so that they outlive the program. Safe for concurrent use. */
@ProviderType
public interface JobLedger {

    /**
     * One remembered job.
     *
     * @param job     its URL
     * @param service base URL of its service
     * @param adql    what was asked
     * @param created when, ISO 8601 UTC
     */
    record Entry(URI job, URI service, String adql, String created) {}

    /** All remembered jobs, newest first. */
    List<Entry> entries() throws InputException;

    /** Remembers a job. */
    void add(Entry entry) throws InputException;

    /** Forgets a job; nothing happens when it is not known. */
    void remove(URI job) throws InputException;
}
