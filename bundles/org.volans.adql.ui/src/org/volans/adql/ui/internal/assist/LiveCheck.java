package org.volans.adql.ui.internal.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.volans.adql.ui.internal.meta.Known;
import org.volans.api.OutputException;
import org.volans.api.table.SchemaMeta;

/**
 * Checks a text when it has been left alone for a moment, and shows what is wrong. Safe from any thread.
 *
 * <p>It has one job, which never runs beside itself: however long a text takes, checks do not pile up and markers are not
 * written by two of them.
 */
public final class LiveCheck {

    private static final int PAUSE_MS = 400;

    /**
     * A text to be checked.
     *
     * @param text     what is in the editor
     * @param file     where its markers go; empty when it is in no project
     * @param refusals what the service said of the text as it stands
     */
    public record Target(String text, Optional<IFile> file, List<Problem> refusals) {}

    /**
     * What was found.
     *
     * @param target   what was checked
     * @param problems what is wrong
     * @param missing  names of uploads that no table has
     */
    public record Findings(Target target, List<Problem> problems, List<String> missing) {}

    private final Checker checker;
    private final Supplier<Known> known;
    private final Supplier<SchemaMeta> uploads;
    private final Function<String, List<String>> missing;
    private final Consumer<Findings> found;
    private final Job job = Job.createSystem("Checking the query", (ICoreRunnable) this::check);
    private volatile Optional<Target> target = Optional.empty();

    /**
     * @param known   asks for what is missing, too
     * @param uploads the schema of uploaded tables
     * @param missing gives the uploads that a text wants in vain
     * @param found   told of what was found, from any thread
     */
    public LiveCheck(
            Checker checker,
            Supplier<Known> known,
            Supplier<SchemaMeta> uploads,
            Function<String, List<String>> missing,
            Consumer<Findings> found) {
        this.checker = checker;
        this.known = known;
        this.uploads = uploads;
        this.missing = missing;
        this.found = found;
    }

    /** Checks a text soon, instead of the one before. */
    public void soon(Target next) {
        target = Optional.of(next);
        job.cancel();
        job.schedule(PAUSE_MS);
    }

    /** Checks no more. */
    public void stop() {
        target = Optional.empty();
        job.cancel();
    }

    private void check(IProgressMonitor monitor) {
        Optional<Target> now = target;
        if (now.isEmpty()) {
            return;
        }
        Target of = now.get();
        List<Problem> problems = new ArrayList<>(checker.check(of.text(), known.get(), uploads.get()));
        problems.addAll(of.refusals());
        // what has changed meanwhile is checked again, and shown then
        if (target.filter(t -> t == of).isEmpty()) {
            return;
        }
        try {
            if (of.file().isPresent()) {
                ProblemMarkers.show(of.file().get(), of.text(), problems, monitor);
            }
            found.accept(new Findings(of, problems, missing.apply(of.text())));
        } catch (OutputException e) {
            ILog.of(LiveCheck.class).error(e.getMessage(), e);
        }
    }
}
