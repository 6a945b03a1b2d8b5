package org.volans.handlers.internal.messages;

import java.util.List;
import java.util.stream.Collectors;
import org.volans.api.handler.HandlerRun;
import org.volans.api.handler.HandlerRun.Outcome;
import org.volans.api.handler.HandlerService;
import org.volans.api.handler.HandlerService.Known;
import org.volans.api.samp.SampReply;

/** What is answered when handlers have run. */
final class Replies {

    private final HandlerService handlers;

    Replies(HandlerService handlers) {
        this.handlers = handlers;
    }

    /** Something was sent and is there now, whatever the handlers made of it. */
    SampReply received(List<HandlerRun> runs) {
        String faults = faults(runs);
        return faults.isEmpty() ? SampReply.ok() : SampReply.warning("it is here, but " + faults);
    }

    /** Something was asked for that only handlers do. */
    SampReply handled(List<HandlerRun> runs) {
        if (runs.isEmpty()) {
            return SampReply.warning("no handler is on for this");
        }
        if (runs.stream().allMatch(run -> run.outcome() == Outcome.ERROR)) {
            return new SampReply.Failed(faults(runs));
        }
        String faults = faults(runs);
        return faults.isEmpty() ? SampReply.ok() : SampReply.warning(faults);
    }

    private String faults(List<HandlerRun> runs) {
        return runs.stream()
                .filter(run -> run.outcome() != Outcome.OK)
                .map(run -> label(run.handler()) + ": " + run.message())
                .collect(Collectors.joining("; "));
    }

    private String label(String id) {
        return handlers.handlers().stream()
                .filter(known -> known.id().equals(id))
                .map(Known::label)
                .findFirst()
                .orElse(id);
    }
}
