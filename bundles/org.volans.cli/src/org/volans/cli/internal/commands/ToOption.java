package org.volans.cli.internal.commands;

import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampService;
import picocli.CommandLine.Option;

/** {@code --to}: whom to send to. */
final class ToOption {

    @Option(names = "--to", paramLabel = "NAME", description = "a program, by its name or id; else all")
    @Nullable
    String name;

    /** The program that the user named, if any; once the hub is joined. */
    Optional<SampClient> client(SampService samp) throws InputException {
        String given = name;
        return given == null ? Optional.empty() : Optional.of(samp.client(given));
    }
}
