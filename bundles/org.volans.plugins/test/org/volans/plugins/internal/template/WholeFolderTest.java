package org.volans.plugins.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.InputException;
import org.volans.api.OutputException;

/** The folder is there with all its files, or it is not. */
class WholeFolderTest {

    private static final Map<String, String> FILES = Map.of("run", "#!/bin/sh\n", "a/b/c.txt", "deep\n");

    @TempDir
    private Path here;

    @Test
    void writesAllFiles() throws Exception {
        Path target = here.resolve("new");
        WholeFolder.write(target, FILES, "run");
        assertThat(target.resolve("a/b/c.txt")).hasContent("deep\n");
        assertThat(target.resolve("run")).isExecutable();
        assertThat(here).isDirectoryNotContaining("glob:**/.volans-*");
    }

    @Test
    void touchesNothingThatIsThere() throws Exception {
        Path file = Files.writeString(here.resolve("file"), "mine");
        Path folder = Files.createDirectory(here.resolve("folder"));
        Path link = Files.createSymbolicLink(here.resolve("link"), here.resolve("nowhere"));
        for (Path there : new Path[] {file, folder, link}) {
            assertThatThrownBy(() -> WholeFolder.write(there, FILES, "run"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("'" + there + "' is there already");
        }
        assertThat(file).hasContent("mine");
        assertThat(folder).isEmptyDirectory();
        assertThat(here).isDirectoryNotContaining("glob:**/.volans-*");
    }

    @Test
    void leavesNothingOfAFolderThatFails() {
        Map<String, String> impossible = new LinkedHashMap<>();
        impossible.put("a", "a file");
        impossible.put("a/b", "below a file");
        assertThatThrownBy(() -> WholeFolder.write(here.resolve("new"), impossible, "a"))
                .isInstanceOf(OutputException.class)
                .hasMessageStartingWith("cannot make '" + here.resolve("new") + "'");
        assertThat(here).isEmptyDirectory();
    }

    @Test
    void namesTheFolderThatIsNotThere() {
        assertThatThrownBy(() -> WholeFolder.write(here.resolve("no/new"), FILES, "run"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there is no folder '" + here.resolve("no") + "'");
    }
}
