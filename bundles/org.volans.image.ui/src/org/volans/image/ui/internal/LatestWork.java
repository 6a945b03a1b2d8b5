package org.volans.image.ui.internal;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.swt.widgets.Control;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Task;
import org.volans.ui.work.Workplace;

/**
 * Small work that follows what the user does with the mouse: one piece at a time, and when it is done the newest of those
 * asked for meanwhile. Unlike in a {@link Workplace}, what has been begun is not given up for what is asked next, so that
 * something happens while the mouse moves on.
 *
 * <p>Methods are called on the UI thread, and the listeners too; nothing arrives after the widget is disposed.
 *
 * @param <T> what is answered
 */
public final class LatestWork<T> {

    private final Workplace place;
    private final String name;
    private final Consumer<? super T> done;
    private final Consumer<Failure> failed;
    private Optional<Task<T>> pending = Optional.empty();

    /**
     * @param owner  whose life bounds the work
     * @param name   of the job
     * @param done   told of each answer
     * @param failed told of failures, which are logged besides; not of cancelling
     */
    public LatestWork(Control owner, String name, Consumer<? super T> done, Consumer<Failure> failed) {
        this.place = Workplace.quiet(owner);
        this.name = name;
        this.done = done;
        this.failed = failed;
    }

    /** Of work whose failures the user can do without: they are only logged. */
    public LatestWork(Control owner, String name, Consumer<? super T> done) {
        this(owner, name, done, failure -> {
            // the workplace has logged it
        });
    }

    /** Asks, now or when what is going on has ended. */
    public void ask(Task<T> task) {
        if (place.busy()) {
            pending = Optional.of(task);
        } else {
            pending = Optional.empty();
            place.run(name, task, this::answered, this::failed);
        }
    }

    /** Forgets what was asked; no answer to it will come. */
    public void cancel() {
        pending = Optional.empty();
        place.cancel();
    }

    /** Whether an answer is still to come. */
    public boolean busy() {
        return place.busy();
    }

    private void answered(T answer) {
        done.accept(answer);
        next();
    }

    private void failed(Failure failure) {
        if (!(failure.cause() instanceof OperationCanceledException)) {
            failed.accept(failure);
        }
        next();
    }

    /** A listener may have cancelled or asked again. */
    private void next() {
        Optional<Task<T>> task = pending;
        pending = Optional.empty();
        task.ifPresent(this::ask);
    }
}
