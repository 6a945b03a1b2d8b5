package org.volans.cli.internal.commands;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.handler.HandlerRule;
import org.volans.api.handler.HandlerService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code volans samp handlers}. */
@Command(
        name = "handlers",
        description = "Lists the handlers and their rules; with -o writes the rules into a file to be edited.",
        footer = "  volans samp handlers -o handlers.json")
final class SampHandlers implements CliCommand {

    private final SampCommand.Services services;

    @Mixin
    final RulesOption rules = new RulesOption();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "the rules file to write")
    @Nullable
    String out;

    SampHandlers(SampCommand.Services services) {
        this.services = services;
    }

    @Override
    public int run(CliContext context) throws VoException {
        HandlerService handlers = services.handlers();
        rules.use(handlers, context);
        handlers.waiting().forEach(handler -> context.err().println(handler.message()));
        List<HandlerRule> inForce = handlers.rules();
        String target = out;
        if (target != null) {
            Path path = context.path(target);
            handlers.write(inForce, path);
            context.err().println(Texts.count(inForce.size(), "rule") + " written to " + path);
        }
        if (context.json()) {
            context.printJson(inForce.stream().map(this::json).toList());
        } else if (target == null) {
            context.printTable(
                    List.of("handler", "does", "event", "from", "tables", "on"),
                    inForce.stream().map(this::row).toList());
        }
        return 0;
    }

    private Optional<String> label(HandlerRule rule) {
        return services.handlers().handlers().stream()
                .filter(h -> h.id().equals(rule.handler()))
                .map(HandlerService.Known::label)
                .findFirst();
    }

    private Map<String, Object> json(HandlerRule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("handler", rule.handler());
        json.put("label", label(rule));
        json.put("event", rule.event());
        json.put("from", rule.from());
        json.put("tables", rule.tables());
        json.put("enabled", rule.enabled());
        json.put("settings", rule.settings());
        return json;
    }

    private List<String> row(HandlerRule rule) {
        String label = label(rule).orElse("(not installed)");
        return List.of(rule.handler(), label, rule.event(), rule.from(), rule.tables(), rule.enabled() ? "yes" : "no");
    }
}
