package org.volans.api.cli;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.VoException;

/** What a command has of its surroundings. */
@ProviderType
public interface CliContext {

    /** Standard output: results only. */
    PrintStream out();

    /** Standard error: messages to people; keeps clear of the progress display. */
    PrintStream err();

    /** Whether {@code --json} was given. */
    boolean json();

    /**
     * Prints one JSON document on standard output. Maps keep their order; records, lists, numbers, texts, booleans and
     * {@code Optional}s are understood; NaN becomes {@code null}.
     */
    void printJson(Object value);

    /** As {@link #printJson}, but on a line of its own: for commands that print one document after the other. */
    void printJsonLine(Object value);

    /** Prints a table of texts with aligned columns on standard output. */
    void printTable(java.util.List<String> headings, java.util.List<java.util.List<String>> rows);

    /** Resolves a path that the user typed against the folder the user stands in. */
    Path path(String typed);

    /** Shows progress on standard error when that is a terminal; cancelled by an interrupt from the keyboard. */
    IProgressMonitor monitor();

    /** Waits until the user has had enough: for commands that run until they are interrupted. */
    void awaitInterrupt();

    /**
     * The RegTAP endpoint: {@code --registry}, else {@code VOLANS_REGISTRY}, else the first public one that answers.
     *
     * @throws VoException when none answers
     */
    URI registry() throws VoException;

    /** Whether the user named a registry, by option or environment. */
    boolean registryGiven();

    /** The environment. */
    Map<String, String> environment();
}
