package org.volans.plugins.internal;

import picocli.CommandLine.Option;

/** How much is asked before bundles are installed. */
final class GateOptions {

    @Option(names = "--yes", description = "install without asking")
    boolean yes;

    @Option(names = "--signed", description = "refuse bundles that nobody signed")
    boolean signedOnly;
}
