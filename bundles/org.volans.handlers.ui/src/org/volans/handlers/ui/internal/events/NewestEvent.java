package org.volans.handlers.ui.internal.events;

import java.util.List;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerService;

/** Has events handled in a job; the newest ends the work on those before. UI thread only. */
final class NewestEvent {

    private final HandlerService handlers;
    private @Nullable Job current;

    NewestEvent(HandlerService handlers) {
        this.handlers = handlers;
    }

    void run(String name, List<HandlerEvent> events) {
        @Nullable Job before = current;
        if (before != null) {
            before.cancel();
        }
        Job job = Job.createSystem(name, (ICoreRunnable) monitor -> handle(events, IProgressMonitor.nullSafe(monitor)));
        current = job;
        job.schedule();
    }

    /** Outside of the UI thread. What goes wrong is told to those who listen to handlers. */
    private void handle(List<HandlerEvent> events, IProgressMonitor monitor) {
        for (HandlerEvent event : events) {
            if (!monitor.isCanceled()) {
                handlers.run(event, monitor);
            }
        }
    }
}
