package org.volans.cli.internal.commands;

import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;

/** A command that only holds others; the shell never runs it. */
abstract class Group implements CliCommand {

    @Override
    public final int run(CliContext context) {
        throw new IllegalStateException("a group of commands is not run itself");
    }
}
