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
 * A product as it was once: copies of what p2 rewrites (some 400 kB), and the names of the bundles and features that there were.
 * There are two: as it was built, put back once the last plug-in is removed, for p2 itself keeps the history of all that ever was;
 * and as it was before a change of its plug-ins, written by the bundle {@code org.volans.plugins} and there while that is not done.
 */
final class SavedState {

    private static final List<String> COPIED = List.of("p2", "configuration", "artifacts.xml");

    private static final List<String> LISTED = List.of("plugins", "features");

    private final Path product;
    private final Path kept;

    private SavedState(Path product, String name) {
        this.product = product;
        this.kept = product.resolve("launcher").resolve(name);
    }

    static SavedState pristine(Path product) {
        return new SavedState(product, "pristine");
    }

    static SavedState beforeChange(Path product) {
        return new SavedState(product, "before");
    }

    boolean exists() {
        return Files.isDirectory(kept);
    }

    /** Build step. */
    void keep() throws IOException {
        delete(kept);
        Files.createDirectories(kept);
        for (String name : COPIED) {
            copy(product.resolve(name), kept.resolve(name));
        }
        Files.write(kept.resolve("files"), files());
    }

    /** May be done again when it was broken off. */
    void putBack() throws IOException {
        Set<String> then = Set.copyOf(Files.readAllLines(kept.resolve("files")));
        for (String file : files()) {
            if (!then.contains(file)) {
                delete(product.resolve(file));
            }
        }
        for (String file : then) {
            // p2 deletes the bundles of plug-ins only: those of Volans are not kept a second time
            if (Files.exists(kept.resolve(file)) && !Files.exists(product.resolve(file))) {
                copy(kept.resolve(file), product.resolve(file));
            }
        }
        for (String name : COPIED) {
            delete(product.resolve(name));
            copy(kept.resolve(name), product.resolve(name));
        }
    }

    /** A half that is deleted is not taken for the whole. */
    void forget() throws IOException {
        Path gone = kept.resolveSibling(kept.getFileName() + ".gone");
        delete(gone);
        Files.move(kept, gone, StandardCopyOption.ATOMIC_MOVE);
        delete(gone);
    }

    private Set<String> files() throws IOException {
        Set<String> files = new TreeSet<>();
        for (String folder : LISTED) {
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
