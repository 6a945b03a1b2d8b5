package org.volans.tour.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.OutputException;
import org.volans.api.VoException;

/**
 * The chain's steps as far as they do not wait for one another. Each branch ends in a value or in nothing; a step that
 * fails says so in its own report and the others go on.
 */
final class Branches implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable VoException> hopeless = new AtomicReference<>();
    private final Consumer<Step> ended;
    private final IProgressMonitor monitor;

    /**
     * @param ended   told of each step when it ends, from its own thread
     * @param monitor of all branches; cancelled when nothing more can be written
     */
    Branches(Consumer<Step> ended, IProgressMonitor monitor) {
        this.ended = ended;
        this.monitor = monitor;
    }

    /** Ends all branches: without this none of them can do its work. */
    void abort(VoException reason) {
        hopeless.compareAndSet(null, reason);
        monitor.setCanceled(true);
    }

    /** Throws what makes the whole hopeless, if anything does. */
    void check() throws VoException {
        VoException failure = hopeless.get();
        if (failure != null) {
            throw failure;
        }
    }

    /** Runs a step here and now; its failure is the step's own. */
    <T> Optional<T> run(Step step, Log.Work<T> work) {
        step.begin();
        try {
            return Optional.of(work.call());
        } catch (OutputException e) {
            // the others would only fail in the same way
            abort(e);
            throw new OperationCanceledException();
        } catch (VoException e) {
            step.fail(e.getMessage());
            return Optional.empty();
        } finally {
            step.end();
            if (!monitor.isCanceled()) {
                ended.accept(step);
            }
        }
    }

    /** Starts a step beside the others. */
    <T> Future<Optional<T>> start(Step step, Log.Work<T> work) {
        return threads.submit(() -> run(step, work));
    }

    /** Waits for a branch, whose failures are its steps' own. */
    static <T> T get(Future<T> branch) {
        try {
            return ended(branch);
        } catch (VoException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for work and throws what it has thrown. */
    static <T> T ended(Future<T> work) throws VoException {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case VoException known -> throw known;
                case RuntimeException fault -> throw fault;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /**
     * Does work for many, as many at a time as there are processors. The first failure is thrown when all have ended;
     * what has not begun when the monitor is cancelled does not begin.
     */
    static void forAll(List<? extends Callable<?>> works, IProgressMonitor monitor) throws VoException {
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService pool =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            works.forEach(work -> running.add(pool.submit(() -> {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
                return work.call();
            })));
        }
        for (Future<?> future : running) {
            ended(future);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
