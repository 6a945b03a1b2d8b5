package org.volans.cli.internal.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampReply;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code volans samp replay}. */
@Command(
        name = "replay",
        description = "Says again what was recorded by 'volans samp listen --record' or by the SAMP view.",
        footer = "  volans samp replay talk.jsonl --to topcat")
final class SampReplay implements CliCommand {

    private final SampCommand.Services services;

    @Parameters(paramLabel = "FILE", description = "a recording")
    String file = "";

    @Mixin
    final ToOption to = new ToOption();

    SampReplay(SampCommand.Services services) {
        this.services = services;
    }

    @Override
    public int run(CliContext context) throws VoException {
        List<SampExchange> recorded = services.recorder().read(context.path(file));
        try (SampSession session = SampSession.join(services.samp(), context.monitor())) {
            Optional<SampClient> client = to.client(services.samp());
            List<SampExchange> said = services.recorder().replay(recorded, client, context.monitor());
            if (context.json()) {
                context.printJson(said.stream().map(SampReplay::json).toList());
            } else {
                said.forEach(e -> context.out()
                        .println(e.peer().name() + " " + e.message().mtype() + ": "
                                + e.reply().map(SampReplay::words).orElse("no reply")));
                context.err().println(Texts.count(said.size(), "message") + " sent");
            }
            return said.stream()
                            .anyMatch(e -> e.reply()
                                    .filter(SampReply.Failed.class::isInstance)
                                    .isPresent())
                    ? 1
                    : 0;
        }
    }

    /** As the others that send; without an outcome where no reply is wanted. */
    private static Map<String, Object> json(SampExchange exchange) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mtype", exchange.message().mtype());
        json.put("client", exchange.peer().name());
        json.put("id", exchange.peer().id());
        json.put("outcome", exchange.reply().map(SampSession::outcome));
        json.put("message", exchange.reply().map(SampReply::message).orElse(""));
        json.put("result", exchange.reply().map(SampReply::result).orElse(Map.of()));
        return json;
    }

    private static String words(SampReply reply) {
        return SampSession.outcome(reply) + (reply.message().isEmpty() ? "" : ": " + reply.message());
    }
}
