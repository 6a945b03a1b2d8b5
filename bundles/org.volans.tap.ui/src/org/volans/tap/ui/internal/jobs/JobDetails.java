package org.volans.tap.ui.internal.jobs;

import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.swt.widgets.Composite;
import org.volans.api.tap.UwsJob;
import org.volans.tap.ui.internal.Prose;
import org.volans.ui.widgets.Count;

/** Everything that is known of the selected job. UI thread only. */
final class JobDetails {

    private final Prose prose;

    JobDetails(Composite parent) {
        prose = new Prose(parent, "jobs.details");
        show(Optional.empty());
    }

    void show(Optional<JobRow> selected) {
        prose.clear();
        if (selected.isEmpty()) {
            prose.muted("Select a job to read about it.").show();
            return;
        }
        JobRow row = selected.get();
        prose.title(row.phase());
        if (!row.fault().isEmpty()) {
            prose.bad(row.fault());
        }
        prose.gap().code(row.entry().adql()).gap();
        prose.fact("Service", row.service())
                .fact("Job", row.entry().job().toString())
                .fact("Submitted", JobRow.time(row.entry().created()) + " UTC");
        row.job().ifPresent(this::job);
        row.fetched()
                .ifPresent(f -> prose.fact(
                        "Result",
                        f.file().getProjectRelativePath() + (f.rows() < 0 ? "" : ", " + Count.rows(f.rows()))));
        prose.show();
    }

    private void job(UwsJob job) {
        prose.fact("Identifier", job.id())
                .fact("Created", JobRow.time(job.creation()))
                .fact("Started", JobRow.time(job.start()))
                .fact("Ended", JobRow.time(job.end()))
                .fact("Kept until", JobRow.time(job.destruction()));
        new TreeMap<>(job.parameters()).forEach((name, value) -> {
            if (!name.equalsIgnoreCase("QUERY")) {
                prose.fact(name, value);
            }
        });
        job.results().forEach((id, uri) -> prose.fact("Result " + id, uri.toString()));
    }
}
