package org.volans.cli.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a command line runs.
 *
 * @param out         for results
 * @param unwritten   why results could not be written, once that has happened
 * @param err         for messages and progress
 * @param directory   where the user stands
 * @param environment of the process
 */
record Surroundings(
        PrintStream out,
        Supplier<Optional<IOException>> unwritten,
        PrintStream err,
        Path directory,
        Map<String, String> environment) {

    Surroundings {
        environment = Map.copyOf(environment);
    }
}
