package org.volans.image.ui.internal;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.volans.api.VoException;
import org.volans.ui.work.Failure;

/**
 * Small work that follows what the user does with the mouse: one piece at a time outside of the UI thread, and when it is
 * done the newest of those asked for meanwhile. Unlike a {@link org.volans.ui.work.Workplace} it does not show in the
 * Progress view, and what has been begun is delivered, so that something happens while the mouse moves on.
 *
 * <p>Methods are called on the UI thread, and the listeners too; nothing arrives after the widget is disposed.
 *
 * @param <I> what is asked
 * @param <O> what is answered
 */
public final class LatestWork<I, O> {

    /**
     * What is done, outside of the UI thread.
     *
     * @param <I> what is asked
     * @param <O> what is answered
     */
    @FunctionalInterface
    public interface Work<I, O> {

        /** Answers. */
        O run(I input, IProgressMonitor monitor) throws VoException;
    }

    private final Control owner;
    private final Display display;
    private final String name;
    private final Work<I, O> work;
    private final Consumer<? super O> done;
    private final Consumer<Failure> failed;
    private Optional<I> pending = Optional.empty();
    private Optional<Job> running = Optional.empty();
    private int generation;

    /**
     * @param owner  whose life bounds the work
     * @param name   of the job
     * @param done   told of each answer
     * @param failed told of failures; not of cancelling
     */
    public LatestWork(Control owner, String name, Work<I, O> work, Consumer<? super O> done, Consumer<Failure> failed) {
        this.owner = owner;
        this.display = owner.getDisplay();
        this.name = name;
        this.work = work;
        this.done = done;
        this.failed = failed;
        owner.addDisposeListener(e -> cancel());
    }

    /** Asks, now or when what is going on has ended. */
    public void ask(I input) {
        pending = Optional.of(input);
        if (running.isEmpty()) {
            start();
        }
    }

    /** Forgets what was asked; no answer to it will come. */
    public void cancel() {
        generation++;
        pending = Optional.empty();
        running.ifPresent(Job::cancel);
    }

    /** Whether an answer is still to come. */
    public boolean busy() {
        return running.isPresent() || pending.isPresent();
    }

    private void start() {
        I input = pending.orElseThrow();
        pending = Optional.empty();
        int begun = generation;
        Job job = Job.createSystem(
                name, (IJobFunction) monitor -> answer(input, IProgressMonitor.nullSafe(monitor), begun));
        running = Optional.of(job);
        job.schedule();
    }

    private IStatus answer(I input, IProgressMonitor monitor, int begun) {
        try {
            O output = work.run(input, monitor);
            deliver(begun, () -> done.accept(output));
        } catch (OperationCanceledException e) {
            deliver(begun, LatestWork::nothing);
        } catch (VoException | RuntimeException | LinkageError e) {
            deliver(begun, () -> failed.accept(Failure.of(e)));
        }
        return Status.OK_STATUS;
    }

    private static void nothing() {
        // who cancels knows it
    }

    private void deliver(int begun, Runnable end) {
        if (display.isDisposed()) {
            return;
        }
        display.asyncExec(() -> {
            running = Optional.empty();
            if (owner.isDisposed()) {
                return;
            }
            if (begun == generation) {
                end.run();
            }
            if (pending.isPresent() && running.isEmpty()) {
                start();
            }
        });
    }
}
