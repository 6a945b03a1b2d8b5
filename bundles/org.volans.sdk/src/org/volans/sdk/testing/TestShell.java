package org.volans.sdk.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import picocli.CommandLine;

/**
 * Runs a command as the command line does, and keeps what it printed. What the real one does with exceptions it leaves to the
 * test: they come through. For one run and one thread.
 */
public final class TestShell implements CliContext {

    private final boolean json;
    private final Path folder;
    private final IProgressMonitor monitor;
    private final Optional<URI> registry;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
    private final PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
    private final List<Object> documents = new ArrayList<>();
    private final List<List<String>> tables = new ArrayList<>();

    private TestShell(boolean json, Path folder, IProgressMonitor monitor, Optional<URI> registry) {
        this.json = json;
        this.folder = folder;
        this.monitor = monitor;
        this.registry = registry;
    }

    /** Where the user stands. */
    public static TestShell in(Path folder) {
        return new TestShell(false, folder, new NullProgressMonitor(), Optional.empty());
    }

    /** The same, with {@code --json} given. */
    public TestShell withJson() {
        return new TestShell(true, folder, monitor, registry);
    }

    /** The same, with a monitor. */
    public TestShell with(IProgressMonitor other) {
        return new TestShell(json, folder, other, registry);
    }

    /** The same, with {@code --registry} given. */
    public TestShell with(URI other) {
        return new TestShell(json, folder, monitor, Optional.of(other));
    }

    /**
     * Fills a command from words and runs it.
     *
     * @param words what the user types behind the command's name, without the general options
     * @return the exit code
     * @throws CommandLine.ParameterException wrong usage, for which the command line prints its message and ends with 2
     * @throws VoException                    for which the command line prints its message and ends with 1; with 2 where it
     *                                        is a {@link org.volans.api.cli.UsageException}
     */
    public int run(CliCommand command, String... words) throws VoException, IOException {
        CommandLine line = new CommandLine(command);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setTrimQuotes(false);
        line.setExpandAtFiles(false);
        line.parseArgs(words);
        return command.run(this);
    }

    /** What was printed on standard output, apart from JSON; tables are lines of cells with tabs between. */
    public String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What was printed on standard error. */
    public String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** The values that were printed as JSON, as the command gave them. */
    public List<Object> documents() {
        return List.copyOf(documents);
    }

    /** The lines of the tables that were printed, each with its headings as first line. */
    public List<List<String>> tables() {
        return List.copyOf(tables);
    }

    @Override
    public PrintStream out() {
        return outStream;
    }

    @Override
    public PrintStream err() {
        return errStream;
    }

    @Override
    public boolean json() {
        return json;
    }

    @Override
    public void printJson(Object value) {
        documents.add(value);
    }

    @Override
    public void printJsonLine(Object value) {
        documents.add(value);
    }

    @Override
    public void printTable(List<String> headings, List<List<String>> rows) {
        tables.add(List.copyOf(headings));
        rows.forEach(row -> tables.add(List.copyOf(row)));
        outStream.println(String.join("\t", headings));
        rows.forEach(row -> outStream.println(String.join("\t", row)));
    }

    @Override
    public Path path(String typed) {
        return folder.resolve(typed).normalize();
    }

    @Override
    public IProgressMonitor monitor() {
        return monitor;
    }

    /** Returns at once: nobody is at the keyboard. */
    @Override
    public void awaitInterrupt() {
        monitor.done();
    }

    @Override
    public URI registry() throws VoException {
        return registry.orElseThrow(() -> new InputException("this test names no registry"));
    }

    @Override
    public boolean registryGiven() {
        return registry.isPresent();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }
}
