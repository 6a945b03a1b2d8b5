package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of exit codes in {@code docs/headless.md}: each of its command lines is run and ends with the code that stands there. */
@ExtendWith(Sky.Parameter.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExitCodesTest {

    private static final Path PAGE = Path.of("../../docs/headless.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+) \\| `((?:HOME=\\S+ )?volans .+?)` \\| (.+) \\|$");

    private final Path folder;
    private final Volans volans;
    private Process hub;
    private Listening listening;

    ExitCodesTest(@TempDir Path folder, Sky sky) {
        this.folder = folder;
        this.volans = new Volans(folder)
                // a copy: some of the lines install and remove plug-ins
                .with("PATH", folder.resolve("product") + ":" + System.getenv("PATH"))
                .with("HOME", folder.toString())
                .with("XDG_STATE_HOME", folder.resolve("state").toString())
                .with("VOLANS_REGISTRY", sky.registry());
    }

    private record Row(int code, String line, String why) {

        /** Of {@code volans tap query …} and {@code volans tour}; what follows may be anything. */
        boolean is(String command) {
            return (line + " ").contains("volans " + command + " ");
        }

        @Override
        public String toString() {
            return code + ": " + line;
        }
    }

    static List<Row> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .map(m -> new Row(Integer.parseInt(m.group(1)), m.group(2).replace("\\|", "|"), m.group(3)))
                .toList();
    }

    /** The files that the page says are there, and other programs at a hub. */
    @BeforeAll
    void prepare() throws Exception {
        for (String name : List.of("objects.vot", "objects_colours.vot")) {
            Files.copy(Path.of("data", name), folder.resolve(name));
        }
        sh("cp -a '" + Volans.PRODUCT + "' product && ln -s '" + Volans.EXAMPLES + "' site");
        sh("volans tap query 'Sky ASTRON TAP' 'SELECT * FROM lolss.mosaic' -o mosaic.vot");
        sh("volans cutout mosaic.vot --circle 240.484,46.768,0.02 -o one.fits");
        Files.writeString(folder.resolve("said.jsonl"), JsonAnswers.RECORDING);
        hub = volans.start("samp", "hub");
        assertThat(hub.inputReader().readLine()).contains("hub runs");
        listening = new Listening(volans, java.util.Map.of(), "--out", "made", "--record", "talk.jsonl");
        Neighbours.until("Volans at the hub", () -> {
            try {
                return volans.run("samp", "clients", "--json").out().contains("\"coord.pointAt.sky\"");
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @AfterAll
    void tidy() throws Exception {
        listening.close();
        hub.destroy();
        assertThat(hub.waitFor()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void endsWithTheCodeOfThePage(Row row) throws Exception {
        Volans.Outcome outcome = volans.execute(List.of("sh", "-c", row.line()));
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(row.code());
        if (row.code() == 0) {
            assertThat(outcome.complaints()).as(outcome.toString()).isEmpty();
        } else if (!row.is("adql check") && !row.is("samp")) {
            assertThat(outcome.complaints()).as(outcome.toString()).hasSize(1);
        }
    }

    /** A new command has its rows, too. */
    @Test
    void everyCommandSucceedsAndFailsAndIsUsedWronglyOnThePage() throws Exception {
        Set<String> missing = new TreeSet<>();
        for (String command : ProductCommands.all(volans)) {
            Set<Integer> codes = rows().stream()
                    .filter(row -> row.is(command))
                    .map(Row::code)
                    .collect(Collectors.toSet());
            List<Integer> wanted = switch (command) {
                // these end by an interrupt: SurroundingsTest
                case "sky", "samp hub", "samp listen" -> List.of(1, 2);
                // lists also what it cannot reach
                case "tap jobs" -> List.of(0, 2);
                default -> List.of(0, 1, 2);
            };
            wanted.stream().filter(code -> !codes.contains(code)).forEach(code -> missing.add(command + " " + code));
        }
        assertThat(missing).isEmpty();
    }

    /** No row is passed over because of how it is written. */
    @Test
    void allLinesOfTheTableAreRead() throws Exception {
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf("| code | command line | why |"));
        long lines = table.lines().takeWhile(line -> line.startsWith("|")).count();
        assertThat(rows()).hasSize((int) lines - 2);
    }

    private void sh(String line) throws Exception {
        Volans.Outcome outcome = volans.execute(List.of("sh", "-c", line));
        assertThat(outcome.code()).as(outcome.toString()).isZero();
    }
}
