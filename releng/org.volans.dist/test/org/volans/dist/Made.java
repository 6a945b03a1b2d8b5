package org.volans.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files in {@code target/dist}. */
final class Made {

    static final Path FOLDER = Path.of(System.getProperty("volans.dist"));

    private Made() {}

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    /** The one file whose name ends so. */
    static Path ending(String end) throws IOException {
        List<Path> found = all().stream()
                .filter(file -> file.getFileName().toString().endsWith(end))
                .toList();
        if (found.size() != 1) {
            throw new IOException("not one file ..." + end + ", but " + found);
        }
        return found.getFirst();
    }

    /** Unpacks a tar archive as people do, and returns the folder that comes out of it. */
    static Path unpack(Path archive, Path into) throws IOException, InterruptedException {
        Program.run("tar", "-xzf", archive.toString(), "-C", into.toString());
        try (Stream<Path> folders = Files.list(into)) {
            return folders.filter(one -> one.getFileName().toString().startsWith("volans"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
