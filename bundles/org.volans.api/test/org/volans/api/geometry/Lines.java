package org.volans.api.geometry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lines of a file of figures beside the tests, without its comments. */
final class Lines {

    private Lines() {}

    static List<String> of(String name) throws IOException {
        Path file = Path.of(System.getProperty("basedir", "."), "test/org/volans/api/geometry", name);
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
