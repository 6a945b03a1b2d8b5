package org.volans.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    private static final String ID = "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f";

    @TempDir
    private Path folder;

    private Path file(String name, Instant written) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(file, "half");
        return Files.setLastModifiedTime(file, FileTime.from(written));
    }

    @Test
    void onlyWhatAnEarlierSessionLeft() throws Exception {
        Instant start = Instant.now();
        Instant before = start.minus(Duration.ofMinutes(5));
        Path part = file("results/.volans-" + ID + ".part", before);
        Path vot = file("results/.volans-" + ID + ".vot", before);
        Path own = file("results/.volans-" + ID + ".fits", start.plusSeconds(1));
        Path named = file("results/.volans-notes.txt", before);
        Path result = file("results/stars.vot.volans.json", before);
        assertThat(Leftovers.sweep(folder, start)).containsExactlyInAnyOrder(part, vot);
        assertThat(part).doesNotExist();
        assertThat(vot).doesNotExist();
        assertThat(own).exists();
        assertThat(named).exists();
        assertThat(result).exists();
    }

    @Test
    void aFolderThatIsNotThereHasNone() throws Exception {
        assertThat(Leftovers.sweep(folder.resolve("none"), Instant.now())).isEmpty();
    }
}
