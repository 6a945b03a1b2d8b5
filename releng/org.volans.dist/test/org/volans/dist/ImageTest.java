package org.volans.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image: it brings its Java, so that it needs nothing of the machine, not even a PATH. */
class ImageTest {

    @TempDir
    private static Path folder;

    private static Path program;

    @BeforeAll
    static void unpack() throws Exception {
        program = Made.unpack(Made.ending("-image.tar.gz"), folder).resolve("bin/volans");
    }

    private static Run run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return Run.of(folder, Map.of("PATH", "", "HOME", folder.toString()), command);
    }

    @Test
    void runsCommands() throws Exception {
        Path table = Files.writeString(folder.resolve("two words.csv"), "a,b\n1,2\n3,4\n");
        Run convert = run("table", "convert", table.toString(), "made.vot");
        assertThat(convert.code()).as(convert.err()).isZero();
        assertThat(folder.resolve("made.vot")).content().contains("<VOTABLE");
        assertThat(run("table", "show", "made.vot").out()).contains("3").contains("4");
    }

    @Test
    void passesTheExitCodeOn() throws Exception {
        assertThat(run("tabel").code()).isEqualTo(2);
        assertThat(run("table", "show", "nowhere.vot").code()).isEqualTo(1);
    }

    @Test
    void opensTheWorkbenchWithoutACommand() throws Exception {
        Run run = run();
        assertThat(run.code()).as("there is no display").isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("graphical session");
    }
}
