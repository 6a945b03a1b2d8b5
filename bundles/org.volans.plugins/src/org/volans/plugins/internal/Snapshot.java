package org.volans.plugins.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An installation before a change, so that it can be put back exactly. The engine undoes what it did to bundles and profile, but
 * leaves behind what it fetched and noted meanwhile.
 */
final class Snapshot implements AutoCloseable {

    /** Small, and rewritten in place: copied. */
    private static final List<String> KEPT = List.of("p2", "configuration", "artifacts.xml");

    /** Large, and only added to until a change is done: listed. */
    private static final List<String> LISTED = List.of("plugins", "features");

    private final Path folder;
    private final Path copy;
    private final Set<Path> before;

    private Snapshot(Path folder, Path copy, Set<Path> before) {
        this.folder = folder;
        this.copy = copy;
        this.before = before;
    }

    static Snapshot of(Path folder) throws IOException {
        Snapshot snapshot = new Snapshot(folder, Files.createTempDirectory("volans-before-"), listed(folder));
        for (String name : KEPT) {
            if (Files.exists(folder.resolve(name))) {
                copy(folder.resolve(name), snapshot.copy.resolve(name));
            }
        }
        return snapshot;
    }

    /** Bundles and features that came since, in the order of their names. */
    List<Path> added() throws IOException {
        return listed(folder).stream()
                .filter(path -> !before.contains(path))
                .sorted()
                .toList();
    }

    void restore() throws IOException {
        for (Path path : added()) {
            delete(path);
        }
        for (String name : KEPT) {
            delete(folder.resolve(name));
            if (Files.exists(copy.resolve(name))) {
                copy(copy.resolve(name), folder.resolve(name));
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(copy);
    }

    private static Set<Path> listed(Path folder) throws IOException {
        Set<Path> all = new HashSet<>();
        for (String name : LISTED) {
            Path listed = folder.resolve(name);
            if (Files.isDirectory(listed)) {
                try (Stream<Path> paths = Files.list(listed)) {
                    paths.forEach(all::add);
                }
            }
        }
        return all;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Files.copy(
                        path,
                        to.resolve(from.relativize(path).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
