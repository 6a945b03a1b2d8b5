package org.volans.cli.internal.commands;

import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.VoException;
import org.volans.api.cli.CliContext;
import org.volans.api.handler.HandlerRule;
import org.volans.api.handler.HandlerService;
import picocli.CommandLine.Option;

/** The rules that the user gives. */
final class RulesOption {

    @Option(names = "--rules", paramLabel = "FILE", description = "a rules file; see 'volans samp handlers -o'")
    @Nullable
    String file;

    /** Puts them in force. A handler that is not there may still come: the user is told. */
    void use(HandlerService handlers, CliContext context) throws VoException {
        String given = file;
        if (given == null) {
            return;
        }
        handlers.use(handlers.read(context.path(given)));
        Set<String> known =
                handlers.handlers().stream().map(HandlerService.Known::id).collect(Collectors.toSet());
        handlers.rules().stream()
                .map(HandlerRule::handler)
                .filter(id -> !known.contains(id))
                .distinct()
                .forEach(id -> context.err().println("there is no handler '" + id + "', which the rules name"));
    }
}
