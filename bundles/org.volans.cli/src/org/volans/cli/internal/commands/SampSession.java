package org.volans.cli.internal.commands;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliContext;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampReply;
import org.volans.api.samp.SampService;
import org.volans.api.samp.SampService.JoinRequest;
import org.volans.api.samp.SampState;

/** A command's time at a hub: leaves it in the end, whatever happens. */
final class SampSession implements AutoCloseable {

    private final SampService samp;

    private SampSession(SampService samp) {
        this.samp = samp;
    }

    /**
     * Joins the hub that runs.
     *
     * @throws InputException when none does
     */
    static SampSession join(SampService samp, IProgressMonitor monitor) throws VoException {
        SampSession session = new SampSession(samp);
        SampState state = samp.join(new JoinRequest(false, false, false), monitor);
        if (state instanceof SampState.Joined) {
            return session;
        }
        session.close();
        throw new InputException(why(state) + ": start TOPCAT, Aladin, or 'volans samp hub'");
    }

    /** Joins by a request; the hub may come later. */
    static SampSession join(SampService samp, JoinRequest request, IProgressMonitor monitor) throws VoException {
        SampSession session = new SampSession(samp);
        try {
            samp.join(request, monitor);
            return session;
        } catch (VoException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static String why(SampState state) {
        return state instanceof SampState.Waiting waiting ? waiting.why() : "no SAMP hub is running";
    }

    /**
     * Tells what others answered.
     *
     * @param what was sent, for people
     * @return the exit code: 0 when all that were asked have done it
     * @throws InputException when nobody takes it
     */
    static int report(Map<SampClient, SampReply> replies, String what, CliContext context) throws InputException {
        if (replies.isEmpty()) {
            throw new InputException("no program at the hub takes " + what);
        }
        if (context.json()) {
            context.printJson(replies.entrySet().stream()
                    .map(e -> answer(e.getKey(), e.getValue()))
                    .toList());
        } else {
            replies.forEach((client, reply) -> context.out().println(line(client, reply)));
        }
        return replies.values().stream().anyMatch(SampReply.Failed.class::isInstance) ? 1 : 0;
    }

    private static String line(SampClient client, SampReply reply) {
        String message = reply.message();
        StringBuilder line = new StringBuilder(client.name() + ": " + outcome(reply));
        if (!message.isEmpty()) {
            line.append(": ").append(message);
        }
        reply.result()
                .forEach((name, value) ->
                        line.append("\n  ").append(name).append(" = ").append(value));
        return line.toString();
    }

    private static Map<String, Object> answer(SampClient client, SampReply reply) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("client", client.name());
        answer.put("id", client.id());
        answer.put("outcome", outcome(reply));
        answer.put("message", reply.message());
        answer.put("result", reply.result());
        return answer;
    }

    /** {@code ok}, {@code warning} or {@code error}. */
    static String outcome(SampReply reply) {
        return switch (reply) {
            case SampReply.Ok ok -> "ok";
            case SampReply.Warning warning -> "warning";
            case SampReply.Failed failed -> "error";
        };
    }

    @Override
    public void close() {
        samp.leave();
    }
}
