package org.volans.cli.internal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.cli.CliContext;

/** What a command sees of the shell. */
final class ShellContext implements CliContext {

    /** The registry of the GAVO data centre: the reference implementation of RegTAP. */
    private static final String PUBLIC_REGISTRY = "https://reg.g-vo.org/tap";

    /** How often a monitor is asked whether the user has cancelled; it cannot be waited for. */
    private static final long LOOK = 200;

    private final Surroundings surroundings;
    private final GlobalOptions options;
    private final TerminalMonitor monitor;
    private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());

    ShellContext(Surroundings surroundings, GlobalOptions options, TerminalMonitor monitor) {
        this.surroundings = surroundings;
        this.options = options;
        this.monitor = monitor;
    }

    @Override
    public PrintStream out() {
        monitor.clear();
        return surroundings.out();
    }

    @Override
    public PrintStream err() {
        monitor.clear();
        return options.quiet ? nowhere : surroundings.err();
    }

    @Override
    public boolean json() {
        return options.json;
    }

    @Override
    public void printJson(Object value) {
        out().println(readable(Json.text(value)));
    }

    @Override
    public void printJsonLine(Object value) {
        out().println(readable(Json.line(value)));
    }

    /** JSON between programs is UTF-8 (RFC 8259, section 8.1), or escaped where standard output has another encoding. */
    private String readable(String json) {
        return surroundings.out().charset().equals(StandardCharsets.UTF_8) ? json : Json.escaped(json);
    }

    @Override
    public void printTable(List<String> headings, List<List<String>> rows) {
        TextTable.print(headings, rows, out());
    }

    @Override
    public Path path(String typed) {
        return surroundings.directory().resolve(typed).normalize();
    }

    @Override
    public IProgressMonitor monitor() {
        return monitor;
    }

    @Override
    public void awaitInterrupt() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!monitor.isCanceled() && !never.await(LOOK, TimeUnit.MILLISECONDS)) {
                continue;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public URI registry() throws InputException {
        @Nullable URI option = options.registry;
        if (option != null) {
            return option;
        }
        try {
            return WebUrl.parse(inEnvironment().orElse(PUBLIC_REGISTRY));
        } catch (IllegalArgumentException e) {
            throw new InputException("VOLANS_REGISTRY: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean registryGiven() {
        return options.registry != null || inEnvironment().isPresent();
    }

    private Optional<String> inEnvironment() {
        return Optional.ofNullable(surroundings.environment().get("VOLANS_REGISTRY"))
                .filter(r -> !r.isBlank());
    }

    @Override
    public Map<String, String> environment() {
        return surroundings.environment();
    }
}
