package org.volans.tap.ui.internal.jobs;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IFile;
import org.volans.api.tap.JobLedger;
import org.volans.api.tap.UwsJob;
import org.volans.api.tap.UwsPhase;
import org.volans.tap.ui.internal.jobs.JobReport.Gone;
import org.volans.tap.ui.internal.jobs.JobReport.Told;
import org.volans.tap.ui.internal.jobs.JobReport.Unasked;
import org.volans.tap.ui.internal.jobs.JobReport.Unreachable;

/**
 * A line of the view.
 *
 * @param entry   what the ledger says
 * @param service what its service is called
 * @param report  what the service has last said
 * @param fetched the result in the project, when it has been fetched
 */
record JobRow(JobLedger.Entry entry, String service, JobReport report, Optional<Fetched> fetched) {

    /**
     * A result in the project.
     *
     * @param rows as its sidecar says
     */
    record Fetched(IFile file, long rows) {}

    JobRow with(JobReport next) {
        return new JobRow(entry, service, next, fetched);
    }

    /** The job as its service describes it. */
    Optional<UwsJob> job() {
        return report instanceof Told told ? Optional.of(told.job()) : Optional.empty();
    }

    boolean completed() {
        return job().filter(j -> j.phase() == UwsPhase.COMPLETED).isPresent();
    }

    /** Whether it may still change. */
    boolean active() {
        return job().filter(j -> !j.phase().ended()).isPresent();
    }

    /** For people. */
    String phase() {
        return switch (report) {
            case Unasked u -> "Asking…";
            case Told told ->
                told.job().phase().name().charAt(0)
                        + told.job().phase().name().substring(1).toLowerCase(Locale.ROOT);
            case Gone g -> "Gone";
            case Unreachable u -> "Unreachable";
        };
    }

    /** What is wrong, in the service's words; empty when nothing is. */
    String fault() {
        return switch (report) {
            case Unasked u -> "";
            case Told told ->
                told.job().phase() == UwsPhase.ERROR ? told.job().error().strip() : "";
            case Gone g -> "The service no longer has this job: it was deleted, or its time was over.";
            case Unreachable u -> u.failure().message();
        };
    }

    String icon() {
        return switch (report) {
            case Unasked u -> "job_waiting";
            case Gone g -> "job_gone";
            case Unreachable u -> "failure";
            case Told told ->
                switch (told.job().phase()) {
                    case COMPLETED -> "job_done";
                    case ERROR -> "job_failed";
                    case EXECUTING -> "job_running";
                    case ABORTED, ARCHIVED -> "job_stopped";
                    case PENDING, QUEUED, HELD, SUSPENDED, UNKNOWN -> "job_waiting";
                };
        };
    }

    /** The query on one line, without its comments. */
    String oneLine() {
        return entry.adql()
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("--"))
                .collect(Collectors.joining(" "));
    }

    /** A time as services write it, without what nobody reads. */
    static String time(String iso) {
        return iso.strip().replace('T', ' ').replaceFirst("(\\.\\d+)?(Z|\\+00:?00)?$", "");
    }
}
