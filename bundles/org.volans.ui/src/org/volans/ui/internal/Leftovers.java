package org.volans.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.volans.api.io.WholeFile;

/** Hidden files of an earlier session that ended while they were being written. Blocks; safe for concurrent use. */
final class Leftovers {

    private Leftovers() {}

    /**
     * Deletes them.
     *
     * @param before what has been written to since then is somebody's work
     * @return what has been deleted
     */
    static List<Path> sweep(Path folder, Instant before) throws IOException {
        List<Path> swept = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.find(
                    folder,
                    Integer.MAX_VALUE,
                    (p, a) -> a.isRegularFile()
                            && WholeFile.isUnfinished(p)
                            && a.lastModifiedTime().toInstant().isBefore(before))) {
                for (Path file : all.toList()) {
                    if (Files.deleteIfExists(file)) {
                        swept.add(file);
                    }
                }
            }
        }
        return swept;
    }
}
