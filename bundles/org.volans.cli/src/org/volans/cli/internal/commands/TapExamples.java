package org.volans.cli.internal.commands;

import java.util.List;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.tap.TapExample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code volans tap examples}. */
@Command(
        name = "examples",
        description = "Shows the example queries of a service.",
        footer = "  volans tap examples http://dc.g-vo.org/tap")
final class TapExamples implements CliCommand {

    private final TapCommand.Services services;

    @Parameters(paramLabel = "SERVICE", description = "access URL, ivoid or short name")
    String service = "";

    TapExamples(TapCommand.Services services) {
        this.services = services;
    }

    @Override
    public int run(CliContext context) throws VoException {
        Resolver.check(service);
        List<TapExample> examples = services.tap().examples(services.resolve(service, context), context.monitor());
        if (context.json()) {
            context.printJson(examples);
        } else if (examples.isEmpty()) {
            context.err().println("the service shows no examples");
        } else {
            examples.forEach(example -> {
                context.out().println("-- " + example.name());
                if (!example.description().isBlank()) {
                    context.out().println("-- " + Texts.shorten(example.description(), 400));
                }
                context.out().println(example.query().strip());
                context.out().println();
            });
        }
        return 0;
    }
}
