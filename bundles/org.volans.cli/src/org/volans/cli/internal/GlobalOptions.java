package org.volans.cli.internal;

import java.net.URI;
import org.eclipse.jdt.annotation.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of the command line; its options may stand before or after a command's name. */
@Command(
        name = "volans",
        synopsisHeading = "Usage: ",
        customSynopsis = "volans COMMAND [OPTIONS]",
        description = {"A Virtual Observatory workbench: find, query, reach and see astronomical data.", ""},
        optionListHeading = "%nOptions of every command:%n",
        commandListHeading = "Commands:%n")
final class GlobalOptions {

    @Option(
            names = "--registry",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "the RegTAP service to search; else VOLANS_REGISTRY, else a public one")
    @Nullable
    URI registry;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "write the result as JSON on standard output")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "say on standard error only what failed")
    boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "show help and stop")
    boolean help;

    @Option(names = "--version", description = "show the version and stop")
    boolean version;
}
