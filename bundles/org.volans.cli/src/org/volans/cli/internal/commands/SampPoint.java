package org.volans.cli.internal.commands;

import java.util.Optional;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.geometry.Position;
import org.volans.api.samp.SampClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code volans samp point}. */
@Command(
        name = "point",
        description = "Points other programs at a position on the sky.",
        footer = "  volans samp point 239.585,53.012 --to aladin")
final class SampPoint implements CliCommand {

    private final SampCommand.Services services;

    @Parameters(paramLabel = "RA,DEC", description = "in degrees or sexagesimal, ICRS")
    Position position = new Position(0, 0);

    @Mixin
    final ToOption to = new ToOption();

    SampPoint(SampCommand.Services services) {
        this.services = services;
    }

    @Override
    public int run(CliContext context) throws VoException {
        try (SampSession session = SampSession.join(services.samp(), context.monitor())) {
            Optional<SampClient> client = to.client(services.samp());
            return SampSession.report(
                    services.sender().position(position, client, context.monitor()), "positions", context);
        }
    }
}
