package org.volans.api.handler;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a handler did about an event.
 *
 * @param handler  its id
 * @param event    what it handled
 * @param outcome  how it went
 * @param message  one line: what was done, or what went wrong
 * @param results  what it gave
 * @param files    what there is now because of it
 * @param started  when it began
 * @param duration how long it took, the showing or saving included
 */
public record HandlerRun(
        String handler,
        HandlerEvent event,
        Outcome outcome,
        String message,
        List<HandlerResult> results,
        List<Path> files,
        Instant started,
        Duration duration) {

    /** How it went, the better the earlier. */
    public enum Outcome {
        /** Done. */
        OK,
        /** Done in part. */
        WARNING,
        /** Failed. */
        ERROR
    }

    public HandlerRun {
        results = List.copyOf(results);
        files = List.copyOf(files);
    }
}
