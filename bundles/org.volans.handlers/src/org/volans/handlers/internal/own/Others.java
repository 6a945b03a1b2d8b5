package org.volans.handlers.internal.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.volans.api.InputException;
import org.volans.api.handler.HandlerResult;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampReply;
import org.volans.api.samp.SampService;

/** The programs that we talk to. */
final class Others {

    private Others() {}

    /** A program by name that takes such messages. */
    static Optional<SampClient> named(SampService samp, String name, String mtype) {
        try {
            return Optional.of(samp.client(name)).filter(client -> client.understands(mtype));
        } catch (InputException e) {
            return Optional.empty(); // a program that is not there is not told
        }
    }

    /** Whether somebody takes such messages. */
    static boolean listen(SampService samp, String mtype) {
        return samp.clients().stream().anyMatch(client -> !client.hub() && client.understands(mtype));
    }

    /**
     * What became of it.
     *
     * @throws InputException when nobody did it
     */
    static List<HandlerResult> told(Map<SampClient, SampReply> replies) throws InputException {
        List<String> faults = new ArrayList<>();
        int failed = 0;
        for (Map.Entry<SampClient, SampReply> reply : replies.entrySet()) {
            if (!(reply.getValue() instanceof SampReply.Ok)) {
                faults.add(reply.getKey().name() + ": " + reply.getValue().message());
            }
            failed += reply.getValue() instanceof SampReply.Failed ? 1 : 0;
        }
        String words = String.join("; ", faults);
        if (failed > 0 && failed == replies.size()) {
            throw new InputException(words);
        }
        return faults.isEmpty() ? HandlerResult.none() : List.of(new HandlerResult.Warning(words));
    }
}
