package org.volans.cli.internal.commands;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.cli.UsageException;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code volans samp call}. */
@Command(
        name = "call",
        description = "Sends any message to one program, or to all that take it, and prints what they answer.",
        footer = {
            "  volans samp call coord.get.sky --to aladin",
            "  volans samp call spectrum.load.ssa-generic url=http://host/s.fits name=mine --to splat"
        })
final class SampCall implements CliCommand {

    /** SAMP 1.3, section 3.7: atoms with dots between them. */
    private static final String MTYPE = "[\\w-]+(\\.[\\w-]+)*";

    private final SampCommand.Services services;

    @Parameters(index = "0", paramLabel = "MTYPE", description = "what is said, such as coord.get.sky")
    String mtype = "";

    @Parameters(index = "1..*", paramLabel = "NAME=VALUE", description = "parameters of the message")
    List<String> parameters = List.of();

    @Mixin
    final ToOption to = new ToOption();

    @Option(names = "--timeout", paramLabel = "S", defaultValue = "90", description = "seconds to wait (default: 90)")
    int timeout;

    SampCall(SampCommand.Services services) {
        this.services = services;
    }

    @Override
    public int run(CliContext context) throws VoException {
        Usage.require(mtype.matches(MTYPE), "'" + mtype + "' is no MType: write it as coord.get.sky");
        Usage.atLeast("--timeout", timeout, 1);
        SampMessage message = new SampMessage(mtype, parameters());
        Duration patience = Duration.ofSeconds(timeout);
        try (SampSession session = SampSession.join(services.samp(), context.monitor())) {
            Optional<SampClient> client = to.client(services.samp());
            Map<SampClient, SampReply> replies = client.isPresent()
                    ? Map.of(client.get(), services.samp().call(client.get(), message, patience, context.monitor()))
                    : services.samp().callAll(message, patience, context.monitor());
            return SampSession.report(replies, mtype, context);
        }
    }

    private Map<String, Object> parameters() throws UsageException {
        Map<String, Object> params = new LinkedHashMap<>();
        for (String pair : parameters) {
            int equals = pair.indexOf('=');
            Usage.require(equals > 0, "'" + pair + "' is no parameter: write NAME=VALUE");
            params.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return params;
    }
}
