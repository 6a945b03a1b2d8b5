package org.volans.handlers.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** One run of one handler. For one thread. */
final class HandlerRunner {

    private static final String NOBODY = "there is no program to show or keep it";

    private final Offer offer;
    private final HandlerEvent event;
    private final Host host;
    private final Logger log;
    private final RunContext context;
    private final Instant started = Instant.now();
    private final long begin = System.nanoTime();
    private final List<HandlerResult> results = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();

    HandlerRunner(Offer offer, HandlerRule rule, HandlerEvent event, Host host, Logger log) {
        this.offer = offer;
        this.event = event;
        this.host = host;
        this.log = log;
        this.context = new RunContext(host, rule.settings());
    }

    /** Whether the handler would do something; so also when it fails at that question. */
    boolean accepts() {
        try {
            Optional<Handler<HandlerEvent>> handler = offer.handler();
            return handler.isEmpty() || handler.get().accepts(event, context.settings());
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            return true; // running it tells
        }
    }

    /** @return empty when the handler does not accept the event */
    Optional<HandlerRun> run(IProgressMonitor monitor) {
        try {
            Optional<Handler<HandlerEvent>> handler = offer.handler();
            if (handler.isEmpty()) {
                return Optional.of(ended(Outcome.ERROR, offer.bundle() + " cannot start it; the log says why"));
            }
            if (!handler.get().accepts(event, context.settings())) {
                return Optional.empty();
            }
            results.addAll(handler.get().handle(event, context, monitor));
            return Optional.of(shown(monitor));
        } catch (VoException e) {
            return Optional.of(ended(Outcome.ERROR, e.getMessage()));
        } catch (OperationCanceledException e) {
            return Optional.of(ended(Outcome.ERROR, "cancelled"));
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
        return new HandlerRun(
                offer.id(),
                event,
                outcome,
                RunMessage.line(message),
                results,
                files,
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
