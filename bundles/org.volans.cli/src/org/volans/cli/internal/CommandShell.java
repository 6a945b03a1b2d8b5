package org.volans.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs one command line: finds the command, lets picocli fill it, turns what goes wrong into a line and a code. */
final class CommandShell {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    /** 128 + SIGPIPE, as shells say it. */
    static final int NOBODY_READS = 141;

    private static final long SECONDS_TO_TIDY_UP = 5;

    private final Commands commands;
    private final Surroundings surroundings;
    private final String version;

    CommandShell(Commands commands, Surroundings surroundings, String version) {
        this.commands = commands;
        this.surroundings = surroundings;
        this.version = version;
    }

    int run(String... arguments) {
        try {
            int code = parseAndRun(arguments);
            surroundings.out().flush();
            return surroundings.unwritten().get().map(this::unwritten).orElse(code);
        } finally {
            surroundings.err().flush();
        }
    }

    /** Who has read enough, as {@code head} does, hears no more; as of other programs, which the signal ends. */
    private int unwritten(IOException failure) {
        String reason = String.valueOf(failure.getMessage());
        if (reason.toLowerCase(Locale.ROOT).contains("pipe")) {
            return NOBODY_READS;
        }
        surroundings.err().println("volans: cannot write to standard output: " + Failures.oneLine(reason));
        return FAILED;
    }

    private int parseAndRun(String... arguments) {
        GlobalOptions options = new GlobalOptions();
        CommandLine root = CommandTree.root(options, commands.summaries());
        Optional<String> name = CommandTree.commandName(arguments);
        Optional<CliCommand> command = Optional.empty();
        try {
            command = name.flatMap(commands::get);
            if (name.isPresent() && command.isEmpty() && commands.summaries().containsKey(name.get())) {
                surroundings.err().println("volans: the command '" + name.get() + "' cannot be started");
                return FAILED;
            }
            if (name.isPresent() && command.isEmpty()) {
                return wrongUsage("unknown command '" + name.get() + "'", root);
            }
            if (command.isPresent()) {
                CommandTree.add(root, name.orElseThrow(), command.get());
            }
            return execute(root.parseArgs(arguments), options);
        } catch (ParameterException e) {
            return wrongUsage(e.getMessage(), e.getCommandLine());
        } catch (RuntimeException | Error e) {
            // a bundle that cannot be started, a command that picocli cannot use, or a fault of ours
            return command.map(c -> Failures.report(e, Failures.whose(c), surroundings))
                    .orElseGet(() -> Failures.report(e, surroundings));
        }
    }

    private int execute(ParseResult root, GlobalOptions options) {
        ParseResult last = root;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine chosen = last.commandSpec().commandLine();
        if (options.version) {
            surroundings.out().println(version);
            return OK;
        }
        if (last.isUsageHelpRequested() || root.isUsageHelpRequested()) {
            usage(chosen);
            return OK;
        }
        if (!(chosen.getCommandSpec().userObject() instanceof CliCommand command)) {
            chosen.usage(new PrintWriter(surroundings.err(), true), Ansi.AUTO);
            return WRONG_USAGE;
        }
        if (!command.subcommands().isEmpty()) {
            return wrongUsage("'" + chosen.getCommandSpec().qualifiedName() + "' needs one of its commands", chosen);
        }
        return work(command, chosen, options);
    }

    private int work(CliCommand command, CommandLine chosen, GlobalOptions options) {
        TerminalMonitor monitor = new TerminalMonitor(
                surroundings.err(),
                surroundings.environment(),
                () -> surroundings.unwritten().get().isPresent());
        CountDownLatch finished = new CountDownLatch(1);
        Thread interrupt = new Thread(
                () -> {
                    monitor.setCanceled(true);
                    try {
                        if (!finished.await(SECONDS_TO_TIDY_UP, TimeUnit.SECONDS)) {
                            surroundings.err().println("volans: gave up waiting for the command to tidy up");
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "volans-interrupt");
        Interrupts.addHook(interrupt);
        try {
            return command.run(new ShellContext(surroundings, options, monitor));
        } catch (UsageException e) {
            monitor.clear();
            return wrongUsage(e.getMessage(), chosen);
        } catch (Exception | Error e) {
            monitor.clear();
            // cancelled because nobody takes the answer: that is told instead
            return surroundings.unwritten().get().isPresent()
                    ? FAILED
                    : Failures.report(e, Failures.whose(command), surroundings);
        } finally {
            monitor.done();
            finished.countDown();
            Interrupts.removeHook(interrupt);
        }
    }

    private void usage(CommandLine chosen) {
        chosen.usage(new PrintWriter(surroundings.out(), true), Ansi.AUTO);
    }

    private int wrongUsage(String message, CommandLine where) {
        surroundings.err().println("volans: " + Failures.oneLine(message));
        String name = where.getCommandSpec().qualifiedName();
        if (where.getParent() == null && message.startsWith("unknown command")) {
            Map<String, String> known = commands.summaries();
            surroundings.err().println("Commands: " + String.join(", ", known.keySet()));
        }
        surroundings.err().println("Try '" + name + " --help'.");
        return WRONG_USAGE;
    }

    /** The heading under which a command's example stands; one place, so that all commands look alike. */
    static void layout(UsageMessageSpec usage) {
        usage.synopsisHeading("Usage: ").optionListHeading("%nOptions:%n").commandListHeading("%nCommands:%n");
        usage.footerHeading(usage.footer().length > 0 ? "%nExample:%n" : "");
        usage.abbreviateSynopsis(true).width(100);
    }
}
