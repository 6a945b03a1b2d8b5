package org.volans.cli.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command line runs.
 *
 * @param out         for results
 * @param err         for messages and progress
 * @param directory   where the user stands
 * @param environment of the process
 */
record Surroundings(PrintStream out, PrintStream err, Path directory, Map<String, String> environment) {

    Surroundings {
        environment = Map.copyOf(environment);
    }
}
