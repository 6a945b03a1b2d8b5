package org.volans.sky.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.VoException;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.UsageException;
import org.volans.api.sky.EmbeddedSky;
import org.volans.api.sky.RunningSky;
import org.volans.api.table.TableService;
import org.volans.sky.internal.data.TutorialTables;
import picocli.CommandLine;
import uk.ac.starlink.table.StarTable;

class SkyCommandTest {

    private final List<String> events = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Object> json = new ArrayList<>();

    private int run(boolean asJson, String... arguments) throws VoException {
        SkyCommand command = new SkyCommand(new FakeSky(), tables());
        new CommandLine(command).parseArgs(arguments);
        return command.run(new Context(asJson));
    }

    @Test
    void runsUntilCancelledAndStopsTheSky() throws VoException {
        assertThat(run(false, "--port", "4711")).isZero();
        assertThat(events).containsExactly("start 4711", "wait", "close");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("http://127.0.0.1:4711/", "--registry http://127.0.0.1:4711/gavo/tap");
        assertThat(json).isEmpty();
    }

    @Test
    void asJson() throws VoException {
        assertThat(run(true)).isZero();
        assertThat(events).first().isEqualTo("start 0");
        assertThat(out.size()).isZero();
        assertThat(json)
                .containsExactly(Map.of("base", "http://127.0.0.1:0/", "registry", "http://127.0.0.1:0/gavo/tap"));
    }

    @Test
    void writesThePositionsBeforeItStarts() throws VoException {
        assertThat(run(false, "--objects", "mine.vot")).isZero();
        assertThat(events).containsExactly("19 rows into mine.vot", "start 0", "wait", "close");
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("19 positions written to mine.vot");
    }

    /** One that only saves. */
    private TableService tables() {
        return (TableService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TableService.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("outputFormat")) {
                        return "votable";
                    }
                    assertThat(method.getName()).isEqualTo("save");
                    events.add(((StarTable) arguments[0]).getRowCount() + " rows into " + arguments[1]);
                    return null;
                });
    }

    @Test
    void whatIsNoPortIsWrongUsage() {
        assertThatThrownBy(() -> run(false, "--port", "70000"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--port is 0 to 65535, not 70000");
        assertThat(events).isEmpty();
    }

    @Test
    void itsHelpHasAnExample() {
        assertThat(new CommandLine(new SkyCommand(new FakeSky(), tables())).getUsageMessage())
                .contains("volans sky --port 8765");
    }

    private final class FakeSky implements EmbeddedSky {

        @Override
        public RunningSky start(int port, IProgressMonitor monitor) {
            events.add("start " + port);
            URI base = URI.create("http://127.0.0.1:" + port + "/");
            return new RunningSky() {
                @Override
                public URI base() {
                    return base;
                }

                @Override
                public URI registry() {
                    return base.resolve("gavo/tap");
                }

                @Override
                public void close() {
                    events.add("close");
                }
            };
        }

        @Override
        public StarTable tutorialObjects() {
            return TutorialTables.objects();
        }

        @Override
        public StarTable publishedAnswer() {
            throw new UnsupportedOperationException();
        }
    }

    /** The user interrupts at once, so that the command ends by itself. */
    private final class Context implements CliContext {

        private final boolean asJson;
        private final IProgressMonitor monitor = new NullProgressMonitor();

        Context(boolean asJson) {
            this.asJson = asJson;
        }

        @Override
        public PrintStream out() {
            return new PrintStream(out, true, StandardCharsets.UTF_8);
        }

        @Override
        public PrintStream err() {
            return new PrintStream(err, true, StandardCharsets.UTF_8);
        }

        @Override
        public boolean json() {
            return asJson;
        }

        @Override
        public void printJson(Object value) {
            json.add(value);
        }

        @Override
        public void printJsonLine(Object value) {
            throw new UnsupportedOperationException("prints one document only");
        }

        @Override
        public void printTable(List<String> headings, List<List<String>> rows) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Path path(String typed) {
            return Path.of(typed);
        }

        @Override
        public IProgressMonitor monitor() {
            return monitor;
        }

        @Override
        public void awaitInterrupt() {
            events.add("wait");
        }

        @Override
        public URI registry() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean registryGiven() {
            return false;
        }

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }
    }
}
