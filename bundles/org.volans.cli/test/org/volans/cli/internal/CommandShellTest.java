package org.volans.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.geometry.Position;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class CommandShellTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private int commandsMade;

    @Command(description = "Points.", footer = "  volans point --pos 1,2")
    static final class Point implements CliCommand {
        @Option(names = "--pos", required = true)
        Position position = new Position(0, 0);

        @Override
        public int run(CliContext context) throws VoException {
            if (position.dec() == 90) {
                throw new InputException("the pole\nis too cold");
            }
            if (position.dec() == 88) {
                throw new OutOfMemoryError("Java heap space");
            }
            if (position.dec() == 89) {
                throw new IllegalStateException("broken");
            }
            if (context.json()) {
                context.printJson(Map.of("position", position, "registry", context.registry()));
            } else {
                context.printTable(List.of("name", "dec"), List.of(List.of("a", "1.5"), List.of("bcd", "-10")));
            }
            return 0;
        }
    }

    @Command(
            description = "Has a leaf, and a description which is longer than a line of the terminal may be, so that it"
                    + " is broken where one word ends and another begins.")
    static final class Group implements CliCommand {
        @Override
        public int run(CliContext context) throws IOException {
            throw new IOException("a group is never run");
        }

        @Override
        public List<CliCommand> subcommands() {
            return List.of(new Leaf());
        }
    }

    @Command(name = "leaf", description = "A leaf.")
    static final class Leaf implements CliCommand {
        @Override
        public int run(CliContext context) {
            context.err().println("by the way");
            if (context.json()) {
                context.printJsonLine(Map.of("leaf", "é…"));
                return 0;
            }
            context.out().println("leaf " + context.path("x"));
            return 0;
        }
    }

    private final class Known implements Commands {
        @Override
        public SortedMap<String, String> summaries() {
            return new TreeMap<>(Map.of("point", "points somewhere", "group", "has a leaf"));
        }

        @Override
        public Optional<CliCommand> get(String name) {
            commandsMade++;
            return switch (name) {
                case "point" -> Optional.of(new Point());
                case "group" -> Optional.of(new Group());
                default -> Optional.empty();
            };
        }
    }

    private int run(String... arguments) {
        return run(out, StandardCharsets.UTF_8, arguments);
    }

    private int run(OutputStream to, Charset charset, String... arguments) {
        WatchedStream watched = new WatchedStream(to);
        Surroundings surroundings = new Surroundings(
                new PrintStream(watched, true, charset),
                watched::failure,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Path.of("/home/someone"),
                Map.of("VOLANS_REGISTRY", "http://127.0.0.1:1/tap"));
        return new CommandShell(new Known(), surroundings, "volans 1.2.3").run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    @Test
    void anAnswerThatCannotBeWrittenIsAFailure() {
        assertThat(run(failing("No space left on device"), StandardCharsets.UTF_8, "point", "--pos", "1,2"))
                .isEqualTo(1);
        assertThat(err()).isEqualTo("volans: cannot write to standard output: No space left on device\n");
    }

    @Test
    void whoReadsNoMoreHearsNoMore() {
        assertThat(run(failing("Broken pipe"), StandardCharsets.UTF_8, "point", "--pos", "1,2"))
                .isEqualTo(141);
        assertThat(err()).isEmpty();
    }

    @Test
    void jsonIsNeverInAnotherEncoding() {
        assertThat(run(out, StandardCharsets.ISO_8859_1, "group", "leaf", "--json"))
                .isZero();
        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("{\"leaf\":\"\\u00e9\\u2026\"}\n");
    }

    @Test
    void wantOfMemoryIsSaid() {
        assertThat(run("point", "--pos", "0,88")).isEqualTo(1);
        assertThat(err()).startsWith("volans: not enough memory (Java heap space): VOLANS_JAVA_OPTIONS=-Xmx8g");
    }

    @Test
    void quietLeavesWhatFailed() {
        assertThat(run("group", "leaf", "--quiet")).isZero();
        assertThat(err()).isEmpty();
        assertThat(run("group", "leaf")).isZero();
        assertThat(err()).isEqualTo("by the way\n");
        assertThat(run("--quiet", "point", "--pos", "0,90")).isEqualTo(1);
        assertThat(err()).endsWith("volans: the pole is too cold\n");
    }

    @Test
    void helpListsCommandsWithoutMakingOne() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("point", "points somewhere", "group", "--registry");
        assertThat(commandsMade).isZero();
    }

    @Test
    void helpOfACommandShowsItsExample() {
        assertThat(run("point", "--help")).isZero();
        assertThat(out()).contains("Usage: volans point", "Example:", "volans point --pos 1,2", "--json");
    }

    @Test
    void helpIsBrokenBetweenWords() {
        assertThat(run("group", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .allMatch(line -> line.length() <= 100)
                .anyMatch(line -> line.endsWith(" so that it is"))
                .anyMatch(line -> line.startsWith("broken where"));
    }

    @Test
    void versionIsAnswered() {
        assertThat(run("--version")).isZero();
        assertThat(out()).isEqualTo("volans 1.2.3\n");
    }

    @Test
    void nothingAtAllShowsUsageAndIsWrong() {
        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains("volans COMMAND", "point");
    }

    @Test
    void aTableHasAlignedColumns() {
        assertThat(run("point", "--pos", "1,2")).isZero();
        assertThat(out().lines()).containsExactly("name  dec", "---------", "a     1.5", "bcd   -10");
    }

    @Test
    void jsonOptionWorksBeforeAndAfterTheCommand() {
        assertThat(run("--json", "point", "--pos", "1,2")).isZero();
        assertThat(out()).contains("\"ra\": 1.0", "\"registry\": \"http://127.0.0.1:1/tap\"");
        out.reset();
        assertThat(run("point", "--pos", "1,2", "--json", "--registry", "http://127.0.0.1:2/tap"))
                .isZero();
        assertThat(out()).contains("http://127.0.0.1:2/tap");
    }

    @Test
    void aFailureIsOneLineAndCodeOne() {
        assertThat(run("point", "--pos", "1,90")).isEqualTo(1);
        assertThat(err()).isEqualTo("volans: the pole is too cold\n");
        assertThat(out()).isEmpty();
    }

    @Test
    void aFaultOfOursNamesTheFileWithItsTrace() {
        assertThat(run("point", "--pos", "1,89")).isEqualTo(1);
        assertThat(err().lines()).hasSize(1);
        assertThat(err()).contains("a fault in Volans itself (IllegalStateException: broken)");
    }

    @Test
    void aNameThatTheLocaleCannotExpressIsNoFaultOfOurs() {
        Surroundings surroundings =
                new Surroundings(new PrintStream(out), Optional::empty, new PrintStream(err), Path.of(""), Map.of());
        assertThat(Failures.report(
                        new InvalidPathException("t?.csv", "Malformed input or input contains unmappable characters"),
                        surroundings))
                .isEqualTo(1);
        assertThat(err())
                .startsWith("volans: 't?.csv' cannot be the name of a file in the encoding of this locale (")
                .endsWith("): set LC_ALL=C.UTF-8\n");
        err.reset();
        Failures.report(new InvalidPathException("a\0b", "Nul character not allowed"), surroundings);
        assertThat(err()).endsWith("cannot be the name of a file: Nul character not allowed\n");
    }

    @Test
    void wrongUsageIsCodeTwoInOurWords() {
        assertThat(run("point", "--pos", "north")).isEqualTo(2);
        assertThat(err()).contains("--pos", "'north'", "Not a position").contains("volans point --help");
        err.reset();
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(err()).contains("unknown command 'nonsense'").contains("group, point");
        err.reset();
        assertThat(run("group")).isEqualTo(2);
        assertThat(err()).contains("needs one of its commands");
        err.reset();
        assertThat(run("point", "--pos", "1,2", "--bogus")).isEqualTo(2);
        assertThat(err()).contains("--bogus");
    }

    @Test
    void commandsOfAGroupAreRunWithPathsOfTheUser() {
        assertThat(run("group", "leaf")).isZero();
        assertThat(out()).isEqualTo("leaf /home/someone/x\n");
    }
}
