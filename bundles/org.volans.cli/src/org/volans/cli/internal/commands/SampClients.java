package org.volans.cli.internal.commands;

import java.util.List;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.samp.SampClient;
import picocli.CommandLine.Command;

/** {@code volans samp clients}. */
@Command(
        name = "clients",
        description = "Lists the programs at the hub and what they understand.",
        footer = "  volans samp clients --json")
final class SampClients implements CliCommand {

    private final SampCommand.Services services;

    SampClients(SampCommand.Services services) {
        this.services = services;
    }

    @Override
    public int run(CliContext context) throws VoException {
        try (SampSession session = SampSession.join(services.samp(), context.monitor())) {
            List<SampClient> clients = services.samp().clients();
            if (context.json()) {
                context.printJson(clients);
            } else {
                context.printTable(
                        List.of("name", "id", "understands"),
                        clients.stream()
                                .map(c -> List.of(
                                        c.name(), c.id(), Texts.shorten(String.join(" ", c.subscriptions()), 90)))
                                .toList());
            }
            return 0;
        }
    }
}
