package org.volans.adql.ui.internal.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.volans.api.VoException;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;
import org.volans.ui.query.QueryRequest;
import org.volans.ui.query.QueryRunner;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;
import uk.ac.starlink.table.StarTable;

/** The query of an editor while it runs; one at a time. UI thread only. */
public final class QueryRun {

    /**
     * What is to be run.
     *
     * @param service whom to ask
     * @param adql    the text that is sent
     * @param uploads what is sent along
     * @param job     whether as a UWS job
     * @param maxrec  most rows
     * @param name    stem of the result's name
     */
    public record Order(
            ServiceEntry service, String adql, List<Upload> uploads, boolean job, OptionalLong maxrec, String name) {}

    /** A query that is not sent. */
    private static final class Refusal extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        Refusal(String words) {
            super(words);
        }
    }

    private final ProjectFolder folder;
    private final Uploads uploads;
    private final Workplace place;
    private final Consumer<RunState> listener;
    private RunState state = new RunState.Idle();

    /**
     * @param owner    whose life bounds the query
     * @param listener told of each change on the UI thread
     */
    public QueryRun(ProjectFolder folder, Uploads uploads, Control owner, Consumer<RunState> listener) {
        this.folder = folder;
        this.uploads = uploads;
        this.place = new Workplace(owner);
        this.listener = listener;
    }

    /** How far it is. */
    public RunState state() {
        return state;
    }

    /** Runs a query in the place of what is running. */
    public void start(Order order) {
        change(new RunState.Running(System.currentTimeMillis(), order.job()));
        place.run(
                "Query of " + order.service().name(),
                monitor -> run(order, monitor),
                this::change,
                failure -> change(new RunState.Failed(failure)));
    }

    /** Says that a query cannot be run. */
    public void refuse(String words) {
        change(new RunState.Failed(new Failure(words, new Refusal(words))));
    }

    /** What {@link #refuse} said may not be true any more. */
    public void reset() {
        if (state instanceof RunState.Failed failed && failed.failure().cause() instanceof Refusal) {
            change(new RunState.Idle());
        }
    }

    /** Stops what is running. */
    public void cancel() {
        if (place.busy()) {
            place.cancel();
            change(new RunState.Stopped());
        }
    }

    private void change(RunState now) {
        state = now;
        listener.accept(now);
    }

    private RunState run(Order order, IProgressMonitor monitor) throws VoException {
        long start = System.nanoTime();
        Map<String, StarTable> tables = new LinkedHashMap<>();
        for (Upload upload : order.uploads()) {
            monitor.subTask("reading " + upload.label());
            tables.put(upload.name(), uploads.read(upload, monitor));
        }
        QueryRunner runner = PlatformUI.getWorkbench().getService(QueryRunner.class);
        IFile file = runner.run(
                new QueryRequest(order.service(), order.adql(), tables, order.job(), order.maxrec(), order.name()),
                monitor);
        Optional<Provenance> told = folder.provenance(file);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new RunState.Done(
                file,
                told.map(Provenance::rows).orElse(-1L),
                seconds,
                told.map(Provenance::overflow).orElse(false));
    }
}
