package org.volans.api.cli;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.volans.api.VoException;

/**
 * Whiteboard: a headless command. The implementing class carries picocli's {@code @Command} (with a description and,
 * in its footer, an example) and has fields with {@code @Option} and {@code @Parameters}; register it as a DS component
 * of prototype scope with the two service properties below, so that {@code volans --help} lists it without starting its
 * bundle.
 *
 * <p>The command line adds {@code --help}, {@code --json} and {@code --registry} to every command, turns exceptions into
 * one line on standard error and exit code 1, and wrong usage into exit code 2: what picocli refuses, and a
 * {@link UsageException}.
 *
 * <p>{@code org.volans.sdk.contract.CliCommandContract} tests what it promises. A complete one:
 *
 * {@snippet class="org.volans.example.crossid.internal.CrossIdCommand"}
 */
@ConsumerType
public interface CliCommand {

    /** Service property: the command's name. */
    String NAME = "volans.command.name";

    /** Service property: one line for the list of commands. */
    String SUMMARY = "volans.command.summary";

    /**
     * Does the work, once picocli has filled the fields. Not called for a group.
     *
     * @return the exit code, 0 when all went well
     * @throws UsageException before anything is begun, when the command line itself is wrong; see {@link Usage}
     * @throws VoException what went wrong, in one line
     * @throws org.eclipse.core.runtime.OperationCanceledException when the user has interrupted it
     */
    int run(CliContext context) throws VoException, IOException;

    /** The commands of a group, annotated in the same way; empty for a command that does something itself. */
    default List<CliCommand> subcommands() {
        return List.of();
    }
}
