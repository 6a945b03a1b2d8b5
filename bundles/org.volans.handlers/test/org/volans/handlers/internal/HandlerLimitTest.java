package org.volans.handlers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerListener;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.HandlerRule;
import org.volans.api.handler.HandlerRun;
import org.volans.api.handler.HandlerRun.Outcome;
import org.volans.api.handler.HandlerWork;
import org.volans.api.handler.RowHandler;

/** Handlers that take too long, or never end. */
@SuppressWarnings("null")
@Timeout(30)
class HandlerLimitTest {

    private static final HandlerEvent.Row ROW =
            new HandlerEvent.Row(Fakes.table("t", "", "stars"), 1, new EventSource.Here());

    @TempDir
    Path folder;

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final Whiteboard whiteboard = new Whiteboard(Fakes.log(log));
    private final Stuck stuck = new Stuck();
    private HandlerProvider handlers;

    @BeforeEach
    void start() {
        Host host = new Host(Fakes.log(log), new Fakes.Program(folder));
        handlers = new HandlerProvider(
                whiteboard, host, new SeenImages(() -> null), new LastPosition(), Fakes.waiting(), Fakes.log(log));
        handlers.listen(List.of(new HandlerListener() {
            @Override
            public void began(HandlerWork work) {
                told.add("began " + work.handler());
            }

            @Override
            public void ran(HandlerRun run) {
                told.add(run.handler() + " " + run.outcome() + " "
                        + run.message().replaceAll("\\d\\d:.*\\d\\d ", "TIME "));
            }

            @Override
            public void changed() {
                // of no interest
            }
        }));
        Fakes.register(whiteboard, "row", "x.stuck", "limit=0.2", stuck);
        Fakes.register(whiteboard, "row", "x.then", "", new Says());
    }

    @AfterEach
    void free() {
        stuck.free.countDown();
    }

    /** Heeds neither its monitor nor interrupts. */
    private static class Stuck implements RowHandler {

        final CountDownLatch free = new CountDownLatch(1);
        final CountDownLatch begun = new CountDownLatch(1);
        final CompletableFuture<Boolean> ended = new CompletableFuture<>();
        final AtomicInteger started = new AtomicInteger();

        @Override
        public boolean accepts(HandlerEvent.Row event) {
            return true;
        }

        @Override
        public List<HandlerResult> handle(HandlerEvent.Row event, HandlerContext context, IProgressMonitor monitor) {
            started.incrementAndGet();
            begun.countDown();
            boolean interrupted = false;
            while (true) {
                try {
                    free.await();
                    ended.complete(interrupted && monitor.isCanceled());
                    return List.of(new HandlerResult.Text("late"));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
    }

    private static final class Says implements RowHandler {

        @Override
        public boolean accepts(HandlerEvent.Row event) {
            return true;
        }

        @Override
        public List<HandlerResult> handle(HandlerEvent.Row event, HandlerContext context, IProgressMonitor monitor) {
            return List.of(new HandlerResult.Text("done"));
        }
    }

    private List<HandlerRun> run() {
        return handlers.run(ROW, new NullProgressMonitor());
    }

    @Test
    void oneThatDoesNotEndIsGivenUpAndTheOthersRun() throws Exception {
        List<HandlerRun> runs = run();
        assertThat(runs).extracting(HandlerRun::message).containsExactly("did not end within 0.2 s; given up", "done");
        assertThat(runs).extracting(HandlerRun::outcome).containsExactly(Outcome.ERROR, Outcome.OK);
        assertThat(told)
                .containsExactly(
                        "began x.stuck",
                        "x.stuck ERROR did not end within 0.2 s; given up",
                        "began x.then",
                        "x.then OK done");
        assertThat(log).singleElement().asString().startsWith("error").contains("x.stuck", "test.bundle", "given up");
        stuck.free.countDown();
        assertThat(stuck.ended.get(10, TimeUnit.SECONDS))
                .as("cancelled and interrupted")
                .isTrue();
    }

    @Test
    void whileItIsStuckItIsNotStartedAgainWhichIsSaidOnce() throws Exception {
        run();
        told.clear();
        long begin = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            assertThat(run())
                    .extracting(HandlerRun::message)
                    .last()
                    .as("the others have their turn")
                    .isEqualTo("done");
        }
        assertThat(run().getFirst().message())
                .startsWith("not started: its run of ")
                .endsWith("has not ended yet");
        assertThat(stuck.started).hasValue(1);
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(1000);
        assertThat(told)
                .filteredOn(line -> line.startsWith("x.stuck"))
                .containsExactly("x.stuck ERROR not started: its run of TIME was given up and has not ended yet");
    }

    @Test
    void whenItHasEndedAtLastItIsStartedAgain() throws Exception {
        run();
        stuck.free.countDown();
        stuck.ended.get(10, TimeUnit.SECONDS);
        // it has not quite ended then
        while (run().getFirst().message().startsWith("not started")) {
            Thread.onSpinWait();
        }
        assertThat(run().getFirst().message()).isEqualTo("late");
    }

    @Test
    void whoCancelsNeedNotWaitForIt() throws Exception {
        NullProgressMonitor monitor = new NullProgressMonitor();
        handlers.use(List.of(new HandlerRule("x.stuck", "*", "*", "*", true, Map.of("limit", "600"))));
        CompletableFuture<List<HandlerRun>> first = CompletableFuture.supplyAsync(() -> handlers.run(ROW, monitor));
        stuck.begun.await();
        monitor.setCanceled(true);
        CompletableFuture<List<HandlerRun>> next = CompletableFuture.supplyAsync(this::run);
        assertThat(first.get(10, TimeUnit.SECONDS))
                .extracting(HandlerRun::message)
                .containsExactly("was cancelled and did not end; given up");
        assertThat(next.get(10, TimeUnit.SECONDS))
                .extracting(HandlerRun::message)
                .last()
                .isEqualTo("done");
        assertThat(stuck.started).as("rows that follow do not pile up").hasValue(1);
    }

    /** Waits until it is cancelled. */
    private static final class Heeds implements RowHandler {

        @Override
        public boolean accepts(HandlerEvent.Row event) {
            return true;
        }

        @Override
        public List<HandlerResult> handle(HandlerEvent.Row event, HandlerContext context, IProgressMonitor monitor) {
            while (!monitor.isCanceled()) {
                Thread.onSpinWait();
            }
            throw new OperationCanceledException();
        }
    }

    @Test
    void oneThatHeedsItsMonitorSaysWhyItEnded() {
        Fakes.register(whiteboard, "row", "x.heeds", "limit=0.1", new Heeds());
        handlers.use(List.of(off("x.stuck"), off("x.then")));
        assertThat(run()).extracting(HandlerRun::message).containsExactly("did not end within 0.1 s; cancelled");
        assertThat(log).isEmpty();
    }

    @Test
    void itCanBeStopped() throws Exception {
        Fakes.register(whiteboard, "row", "x.heeds", "", new Heeds());
        handlers.use(List.of(off("x.stuck"), off("x.then")));
        CompletableFuture<HandlerRun> end = new CompletableFuture<>();
        handlers.listen(List.of(new HandlerListener() {
            @Override
            public void began(HandlerWork work) {
                assertThat(work.label()).isEqualTo("Label of x.heeds");
                assertThat(work.event()).isSameAs(ROW);
                work.end().thenAccept(end::complete);
                work.cancel();
            }

            @Override
            public void ran(HandlerRun run) {
                // told by the work
            }

            @Override
            public void changed() {
                // of no interest
            }
        }));
        assertThat(run()).extracting(HandlerRun::message).containsExactly("cancelled");
        assertThat(end.get(10, TimeUnit.SECONDS).message()).isEqualTo("cancelled");
    }

    private static HandlerRule off(String handler) {
        return new HandlerRule(handler, "*", "*", "*", false, Map.of());
    }
}
