package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command explains itself. */
class HelpTest {

    @TempDir
    private Path folder;

    @Test
    void helpListsEveryCommandWithItsSummary() throws Exception {
        Volans.Outcome outcome = new Volans(folder).run("--help");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        for (String command : List.of(
                "adql", "cutout", "discover", "image", "links", "registry", "sed", "sky", "table", "tap", "tour")) {
            assertThat(outcome.out()).containsPattern("(?m)^ +" + command + " +\\w");
        }
    }

    @Test
    void everyCommandHasHelpWithAnExample() throws Exception {
        Set<String> commands = new LinkedHashSet<>();
        for (String command : ProductCommands.all(new Volans(folder))) {
            commands.add(command.split(" ")[0]);
            commands.add(command);
        }
        assertThat(commands).hasSizeGreaterThan(30);
        for (String command : commands) {
            List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
            words.add("--help");
            Volans.Outcome outcome = new Volans(folder).run(words.toArray(String[]::new));
            assertThat(outcome.code()).as(outcome.toString()).isZero();
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.out())
                    .startsWith("Usage: volans " + command)
                    .containsPattern("Examples?:\\R +volans " + command.split(" ")[0] + "\\b");
        }
    }

    /** A file that a command has written appears where the user stands. */
    @Test
    void pathsAreThoseOfTheUser() throws Exception {
        Path objects = Files.copy(Path.of("data/objects.vot"), folder.resolve("objects.vot"));
        assertThat(new Volans(folder)
                        .run("table", "convert", objects.getFileName().toString(), "objects.csv")
                        .code())
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("objects.csv"))).hasSize(20);
    }
}
