package org.volans.ui.work;

import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.events.DisposeListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.volans.api.VoException;

/**
 * A place where one piece of work is done at a time for a widget: starting the next cancels the one before, whose end is
 * then never heard of. Nothing arrives after the widget is disposed, and its work is cancelled then.
 *
 * <p>All methods are called on the UI thread; tasks run in a {@link Job}, listeners are called on the UI thread.
 */
public final class Workplace {

    /** Family of all jobs that a workplace starts. */
    public static final Object FAMILY = Workplace.class;

    private final Control owner;
    private final Display display;
    private final boolean quiet;
    private @Nullable Work<?> current;
    private final DisposeListener disposed = e -> cancel();

    /** @param owner whose life bounds the work */
    public Workplace(Control owner) {
        this(owner, false);
    }

    private Workplace(Control owner, boolean quiet) {
        this.owner = owner;
        this.quiet = quiet;
        this.display = owner.getDisplay();
        owner.addDisposeListener(disposed);
    }

    /** Cancels what is going on, and is no longer bound to the widget: for a place that the widget outlives. */
    public void close() {
        cancel();
        if (!owner.isDisposed()) {
            owner.removeDisposeListener(disposed);
        }
    }

    /** A place for short work that a view does by itself: the Progress view and the status line keep still about it. */
    public static Workplace quiet(Control owner) {
        return new Workplace(owner, true);
    }

    /**
     * Starts work.
     *
     * @param name   for the Progress view
     * @param done   told of the result
     * @param failed told of the failure, and when somebody stops the work in the Progress view; not of {@link #cancel}
     */
    public <T> void run(String name, Task<T> task, Consumer<? super T> done, Consumer<Failure> failed) {
        runAfter(Duration.ZERO, name, task, done, failed);
    }

    /** As {@link #run}, after a pause in which a later call takes its place: for input that is still being typed. */
    public <T> void runAfter(
            Duration pause, String name, Task<T> task, Consumer<? super T> done, Consumer<Failure> failed) {
        cancel();
        if (owner.isDisposed()) {
            return;
        }
        Work<T> work = new Work<>(name, task, done, failed);
        current = work;
        work.schedule(pause.toMillis());
    }

    /** Cancels what is going on; its listeners are not called. */
    public void cancel() {
        @Nullable Work<?> work = current;
        current = null;
        if (work != null) {
            work.cancel();
        }
    }

    /** Whether work has been started that has neither ended nor been cancelled. */
    public boolean busy() {
        return current != null;
    }

    /** For tasks that show parts of their result before the end: runs on the UI thread unless the widget is gone. */
    public void show(Runnable update) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!owner.isDisposed()) {
                    update.run();
                }
            });
        }
    }

    private final class Work<T> extends Job {

        private final Task<T> task;
        private final Consumer<? super T> done;
        private final Consumer<Failure> failed;
        private volatile boolean begun;

        Work(String name, Task<T> task, Consumer<? super T> done, Consumer<Failure> failed) {
            super(name);
            this.task = task;
            this.done = done;
            this.failed = failed;
            setSystem(quiet);
            addJobChangeListener(IJobChangeListener.onDone(e -> {
                if (!begun) {
                    // stopped in the Progress view before its turn came
                    stopped();
                }
            }));
        }

        @Override
        public boolean belongsTo(@Nullable Object family) {
            // nobody minds losing quiet work when the workbench closes
            return family == FAMILY && !quiet;
        }

        @Override
        protected void canceling() {
            // whoever waits without looking at the monitor, such as for a lock
            @Nullable Thread thread = getThread();
            if (thread != null) {
                thread.interrupt();
            }
        }

        @Override
        protected IStatus run(@Nullable IProgressMonitor monitor) {
            begun = true;
            try {
                T result = task.run(IProgressMonitor.nullSafe(monitor));
                deliver(() -> done.accept(result));
                return Status.OK_STATUS;
            } catch (OperationCanceledException e) {
                stopped();
                return Status.CANCEL_STATUS;
            } catch (VoException | RuntimeException | LinkageError | VirtualMachineError e) {
                Failure failure = Failure.of(e);
                deliver(() -> failed.accept(failure));
                // logged here: a job that ends with an error would also open a dialog beside what the widget shows
                Platform.getLog(Workplace.class).log(failure.status());
                return Status.OK_STATUS;
            } finally {
                Thread.interrupted();
            }
        }

        private void stopped() {
            deliver(() -> failed.accept(new Failure("Stopped.", new OperationCanceledException())));
        }

        private void deliver(Runnable end) {
            show(() -> {
                if (current == this) {
                    current = null;
                    end.run();
                }
            });
        }
    }
}
