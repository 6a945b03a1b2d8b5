package org.volans.handlers.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.osgi.service.log.Logger;
import org.volans.api.VoException;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerHost;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.HandlerRule;
import org.volans.api.handler.HandlerRun;
import org.volans.api.handler.HandlerRun.Outcome;

/** One run of one handler. {@link #run} is for one thread. */
final class HandlerRunner {

    private static final String NOBODY = "there is no program to show or keep it";

    private final Offer offer;
    private final HandlerEvent event;
    private final HandlerRule rule;
    private final Host host;
    private final Logger log;
    private final RunContext context;
    private final Instant started = Instant.now();
    private final long begin = System.nanoTime();
    private final List<HandlerResult> results = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();

    private final Consumer<Work> began;

    /** Why it is cancelled. */
    private volatile String cause = "cancelled";

    /** @param began told when the handler accepts the event */
    HandlerRunner(Offer offer, HandlerRule rule, HandlerEvent event, Host host, Logger log, Consumer<Work> began) {
        this.offer = offer;
        this.rule = rule;
        this.began = began;
        this.event = event;
        this.host = host;
        this.log = log;
        this.context = new RunContext(host, rule.settings());
    }

    Offer offer() {
        return offer;
    }

    HandlerEvent event() {
        return event;
    }

    Duration limit() {
        return rule.limit();
    }

    /** It is cancelled because it takes too long. */
    void late(String words) {
        cause = words + "; cancelled";
    }

    /** What is told when it gives nothing. */
    HandlerRun failed(String why) {
        return ended(Outcome.ERROR, why, List.of(), List.of());
    }

    /**
     * Has the handler work.
     *
     * @param work asked for cancellation
     * @return empty when the handler does not accept the event
     */
    Optional<HandlerRun> run(Work work) {
        try {
            Optional<Handler<HandlerEvent>> handler = offer.handler();
            if (handler.isEmpty()) {
                return Optional.of(ended(Outcome.ERROR, offer.bundle() + " cannot start it; the log says why"));
            }
            if (!handler.get().accepts(event, context.settings())) {
                return Optional.empty();
            }
            began.accept(work);
            results.addAll(handler.get().handle(event, context, work));
            if (work.givenUp()) {
                throw new OperationCanceledException();
            }
            return Optional.of(shown(work));
        } catch (VoException e) {
            return Optional.of(ended(Outcome.ERROR, e.getMessage()));
        } catch (OperationCanceledException e) {
            return Optional.of(ended(Outcome.ERROR, cause));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            log.error("handler {} of {} failed at {}", offer.id(), offer.bundle(), event.kind(), e);
            String message = e.getMessage() == null ? "" : ": " + e.getMessage();
            return Optional.of(ended(Outcome.ERROR, e.getClass().getSimpleName() + message));
        }
    }

    private HandlerRun shown(IProgressMonitor monitor) throws VoException {
        Optional<HandlerHost> program = host.program();
        boolean warned = false;
        boolean lost = false;
        for (HandlerResult result : results) {
            warned |= result instanceof HandlerResult.Warning;
            if (program.isPresent()) {
                files.addAll(program.get().take(event, offer.id(), result, monitor));
            } else {
                lost |= !(result instanceof HandlerResult.Warning || result instanceof HandlerResult.Text);
            }
        }
        String message = RunMessage.of(offer.label(), results);
        return ended(warned || lost ? Outcome.WARNING : Outcome.OK, lost ? message + "; " + NOBODY : message);
    }

    private HandlerRun ended(Outcome outcome, String message) {
        return ended(outcome, message, results, files);
    }

    private HandlerRun ended(Outcome outcome, String message, List<HandlerResult> given, List<Path> kept) {
        return new HandlerRun(
                offer.id(),
                event,
                outcome,
                RunMessage.line(message),
                given,
                kept,
                started,
                Duration.ofNanos(System.nanoTime() - begin));
    }

    /** The images that it made, as events for others; those that were there before are none. */
    List<HandlerEvent> made() {
        List<HandlerEvent> made = new ArrayList<>();
        for (HandlerResult result : results) {
            if (result instanceof HandlerResult.Image image && context.made(image.file())) {
                made.add(new HandlerEvent.Image(image.file(), image.title(), new EventSource.Made(offer.id(), event)));
            }
        }
        return made;
    }
}
