package org.volans.cli.internal.commands;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.ServiceRegistration;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.samp.SampService.JoinRequest;
import org.volans.api.samp.SampState;
import org.volans.api.samp.WebPermission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code volans samp hub}. */
@Command(
        name = "hub",
        description = {
            "Runs a hub until interrupted. Programs in web pages are kept out unless their origin is allowed."
        },
        footer = "  volans samp hub --allow https://aladin.cds.unistra.fr")
final class SampHub implements CliCommand {

    private final SampCommand.Services services;

    @Option(
            names = "--allow",
            paramLabel = "ORIGIN",
            description = "lets programs of a web site in (SAMP Web Profile); can be given several times")
    List<String> allowed = new ArrayList<>();

    SampHub(SampCommand.Services services) {
        this.services = services;
    }

    @Override
    public int run(CliContext context) throws VoException {
        for (String origin : allowed) {
            Usage.given("--allow", origin);
        }
        ServiceRegistration<WebPermission> permission = services.bundle()
                .registerService(WebPermission.class, (name, origin) -> mayJoin(name, origin, context.err()), null);
        try (SampSession session = SampSession.join(
                services.samp(), new JoinRequest(true, !allowed.isEmpty(), false), context.monitor())) {
            if (!(services.samp().state() instanceof SampState.Joined joined) || !joined.ours()) {
                throw new InputException("a SAMP hub runs already; programs can join that one");
            }
            announce(joined, context);
            context.awaitInterrupt();
            return 0;
        } finally {
            permission.unregister();
        }
    }

    private boolean mayJoin(String name, String origin, PrintStream err) {
        boolean may = allowed.stream().anyMatch(a -> bare(a).equalsIgnoreCase(bare(origin)));
        err.println((may ? "let in: '" : "kept out: '") + name + "' of "
                + (origin.isEmpty() ? "a page that does not say where it is from" : origin)
                + (may || origin.isEmpty() ? "" : "; allow it with --allow " + origin));
        return may;
    }

    private static String bare(String origin) {
        return origin.strip().replaceFirst("/+$", "");
    }

    private void announce(SampState.Joined joined, CliContext context) {
        if (context.json()) {
            Map<String, Object> hub = new LinkedHashMap<>();
            hub.put("hub", "running");
            hub.put("self", joined.self().id());
            hub.put("web", joined.web());
            context.printJson(hub);
        } else {
            context.out()
                    .println("The hub runs" + (joined.web() ? ", also for " + String.join(", ", allowed) : "") + ".");
            context.err().println("Ctrl-C stops it.");
        }
        context.out().flush();
    }
}
