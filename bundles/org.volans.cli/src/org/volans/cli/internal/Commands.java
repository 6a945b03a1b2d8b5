package org.volans.cli.internal;

import java.util.Optional;
import java.util.SortedMap;
import org.volans.api.cli.CliCommand;

/** The commands there are; knowing their names costs nothing, getting one starts its bundle. */
interface Commands {

    /** One line each, by name. */
    SortedMap<String, String> summaries();

    /** A fresh instance, or empty when there is no such command. */
    Optional<CliCommand> get(String name);
}
