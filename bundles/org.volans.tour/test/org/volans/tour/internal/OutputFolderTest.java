package org.volans.tour.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.InputException;

class OutputFolderTest {

    @TempDir
    Path parent = Path.of("");

    private void write(OutputFolder folder, String text) throws IOException, InputException {
        Files.writeString(folder.file("tour.json"), text);
        Files.writeString(folder.scratch().resolve("x"), "scratch");
    }

    @Test
    void theFolderAppearsWholeAndWithoutScratch() throws Exception {
        Path target = parent.resolve("tour");
        try (OutputFolder folder = OutputFolder.open(target)) {
            write(folder, "{}");
            assertThat(target).doesNotExist();
            folder.finish();
        }
        assertThat(target.toFile().list()).containsExactly("tour.json");
        assertThat(parent.toFile().list()).containsExactly("tour");
    }

    @Test
    void whatIsNotFinishedLeavesNothing() throws Exception {
        try (OutputFolder folder = OutputFolder.open(parent.resolve("tour"))) {
            write(folder, "{}");
        }
        assertThat(parent.toFile().list()).isEmpty();
    }

    @Test
    void anEarlierTourIsReplacedAndStaysUntilThen() throws Exception {
        Path target = Files.createDirectory(parent.resolve("tour"));
        Files.writeString(target.resolve("tour.json"), "old");
        Files.writeString(target.resolve("old.txt"), "old");
        try (OutputFolder folder = OutputFolder.open(target)) {
            write(folder, "new");
            assertThat(target.resolve("old.txt")).exists();
            folder.finish();
        }
        assertThat(target.toFile().list()).containsExactly("tour.json");
        assertThat(Files.readString(target.resolve("tour.json"))).isEqualTo("new");
        assertThat(parent.toFile().list()).containsExactly("tour");
    }

    @Test
    void anotherFolderOrFileIsRefusedAndUntouched() throws Exception {
        Path other = Files.createDirectory(parent.resolve("thesis"));
        Files.writeString(other.resolve("chapter1.tex"), "text");
        assertThatThrownBy(() -> OutputFolder.open(other))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("thesis")
                .hasMessageContaining("--out");
        Path file = Files.writeString(parent.resolve("file"), "x");
        assertThatThrownBy(() -> OutputFolder.open(file)).isInstanceOf(InputException.class);
        assertThat(other.resolve("chapter1.tex")).exists();
        assertThat(parent.toFile().list()).containsExactlyInAnyOrder("thesis", "file");
    }
}
