package org.volans.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What p2 noted about a product when it was built, kept beside the launcher (some 400 kB): once the last plug-in is removed the
 * product is put back to that, for p2 itself keeps the history of all that ever was.
 */
final class Pristine {

    private static final List<String> NOTED = List.of("p2", "configuration", "artifacts.xml");

    private static final List<String> FOLDERS = List.of("plugins", "features");

    private final Path product;
    private final Path kept;

    Pristine(Path product) {
        this.product = product;
        this.kept = product.resolve("launcher/pristine");
    }

    /** Build step. */
    void keep() throws IOException {
        delete(kept);
        Files.createDirectories(kept);
        for (String name : NOTED) {
            copy(product.resolve(name), kept.resolve(name));
        }
        Files.write(kept.resolve("files"), files());
    }

    void putBack() throws IOException {
        if (!Files.isDirectory(kept)) {
            return;
        }
        Set<String> own = Set.copyOf(Files.readAllLines(kept.resolve("files")));
        for (String file : files()) {
            if (!own.contains(file)) {
                delete(product.resolve(file));
            }
        }
        for (String name : NOTED) {
            delete(product.resolve(name));
            copy(kept.resolve(name), product.resolve(name));
        }
    }

    private Set<String> files() throws IOException {
        Set<String> files = new TreeSet<>();
        for (String folder : FOLDERS) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(product.resolve(folder))) {
                all.forEach(file -> files.add(folder + "/" + file.getFileName()));
            }
        }
        return files;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
