package org.volans.handlers.ui.internal.host;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.volans.api.WorkbenchCondition;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerListener;
import org.volans.api.handler.HandlerRun;
import org.volans.api.handler.HandlerWork;

/** Shows handlers that take their time in the Progress view, where they can be stopped. Safe for concurrent use. */
@Component
@SatisfyingConditionTarget(WorkbenchCondition.TARGET)
public final class HandlerJobs implements HandlerListener {

    /** Most are done by then, and would only flicker. */
    private static final long SLOW_MS = 800;

    @Override
    public void began(HandlerWork work) {
        Job job = new Shown(work);
        job.schedule(SLOW_MS);
        work.end().whenComplete((run, fault) -> job.cancel());
    }

    @Override
    public void ran(HandlerRun run) {
        // each job knows when its handler ends
    }

    @Override
    public void changed() {
        // of no interest
    }

    /** Lasts as long as the handler, which works somewhere else. */
    private static final class Shown extends Job {

        private final HandlerWork work;

        Shown(HandlerWork work) {
            super(work.label() + ": " + words(work.event()));
            this.work = work;
        }

        @Override
        @NonNullByDefault({})
        protected IStatus run(IProgressMonitor monitor) {
            monitor.beginTask("since " + Clock.time(work.started()), IProgressMonitor.UNKNOWN);
            work.end().whenComplete((run, fault) -> done(Status.OK_STATUS));
            return ASYNC_FINISH;
        }

        @Override
        protected void canceling() {
            work.cancel();
        }
    }

    private static String words(HandlerEvent event) {
        return switch (event) {
            case HandlerEvent.Row row ->
                "row " + (row.row() + 1) + " of " + row.table().name();
            case HandlerEvent.Rows rows ->
                rows.rows().size() + " rows of " + rows.table().name();
            case HandlerEvent.Pointed pointed -> "position " + pointed.position();
            case HandlerEvent.Table table -> table.table().name();
            case HandlerEvent.Image image -> image.title();
            case HandlerEvent.Link link -> "a link";
        };
    }
}
