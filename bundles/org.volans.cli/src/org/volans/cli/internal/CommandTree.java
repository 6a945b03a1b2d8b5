package org.volans.cli.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.volans.api.InputException;
import org.volans.api.cli.CliCommand;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.PositionText;
import org.volans.api.geometry.Region;
import org.volans.api.registry.ServiceType;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.TypeConversionException;

/** Builds picocli's tree: the root, and the one command that was named. */
final class CommandTree {

    /** Options of the root that take a value in the next word. */
    private static final Set<String> WITH_VALUE = Set.of("--registry");

    private CommandTree() {}

    static CommandLine root(GlobalOptions options, Map<String, String> summaries) {
        CommandLine root = new CommandLine(options);
        // the others are listed, not loaded: their help line is all that is known of them
        root.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> list(summaries));
        root.getHelpSectionMap()
                .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> String.format("Commands:%n"));
        root.getCommandSpec()
                .usageMessage()
                .footer(
                        "",
                        "'volans COMMAND --help' says more of a command, with an example.",
                        "Where the workbench is installed, 'volans [--sky] [-data FOLDER] [--open FILE...]' opens it.");
        root.getCommandSpec().usageMessage().width(100);
        converters(root);
        return root;
    }

    private static String list(Map<String, String> summaries) {
        StringBuilder lines = new StringBuilder();
        summaries.forEach((name, summary) -> lines.append(String.format("  %-10s %s%n", name, summary)));
        return lines.toString();
    }

    static void add(CommandLine parent, String name, CliCommand command) {
        CommandLine child = new CommandLine(command);
        parent.addSubcommand(name, child);
        CommandShell.layout(child.getCommandSpec().usageMessage());
        converters(child);
        for (CliCommand sub : command.subcommands()) {
            String subName = new CommandLine(sub).getCommandName();
            add(child, subName, sub);
        }
    }

    /** The first word that is neither an option nor an option's value. */
    static Optional<String> commandName(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (WITH_VALUE.contains(arguments[i])) {
                i++;
            } else if (!arguments[i].startsWith("-")) {
                return Optional.of(arguments[i]);
            }
        }
        return Optional.empty();
    }

    private static void converters(CommandLine line) {
        line.registerConverter(Position.class, convert(CommandTree::position));
        line.registerConverter(Interval.class, convert(Interval::parse));
        line.registerConverter(Region.class, convert(Region::parse));
        line.registerConverter(ServiceType.class, convert(CommandTree::serviceType));
        line.registerConverter(URI.class, convert(WebUrl::parse));
        line.registerConverter(Path.class, convert(Path::of));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setTrimQuotes(false);
        line.setExpandAtFiles(false); // '@' means a file of ADQL here
        line.getCommandSpec().parser().allowOptionsAsOptionParameters(false);
    }

    private static Position position(String text) {
        try {
            return PositionText.parse(text);
        } catch (InputException e) {
            throw new IllegalArgumentException("'" + text + "': " + e.getMessage(), e);
        }
    }

    private static ServiceType serviceType(String text) {
        return ServiceType.of(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is no type of service; there are " + ServiceType.names()));
    }

    /** Our own words instead of picocli's "cannot convert … (java.lang.…)". */
    private static <T> ITypeConverter<T> convert(Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        };
    }

    /** The names of the groups and commands from the root down to a command, for messages. */
    static List<String> path(CommandLine line) {
        return List.of(line.getCommandSpec().qualifiedName().split(" "));
    }
}
