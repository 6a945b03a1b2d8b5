package org.volans.plugins.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.volans.api.io.Folders;

/**
 * An installation before a change, in its folder {@code launcher/before}. The engine undoes what it did to bundles and profile, but
 * leaves behind what it fetched and noted meanwhile, and can do nothing once its Java is killed. So the launcher puts everything back,
 * after the framework has stopped or at the next start, as long as that folder is there: {@link #done} takes it away.
 */
final class Snapshot {

    /** Small, and rewritten in place: copied. */
    private static final List<String> COPIED = List.of("p2", "configuration", "artifacts.xml");

    /** Large, and only added to: listed. Except the bundles of plug-ins, which a change may delete. */
    private static final List<String> LISTED = List.of("plugins", "features");

    private final Path folder;
    private final Path kept;
    private final Set<String> before;

    private Snapshot(Path folder, Set<String> before) {
        this.folder = folder;
        this.kept = folder.resolve("launcher/before");
        this.before = before;
    }

    static Snapshot of(Path folder) throws IOException {
        Snapshot snapshot = new Snapshot(folder, listed(folder));
        Path growing = folder.resolve("launcher/before.new");
        try {
            Folders.delete(growing);
            Files.createDirectories(growing);
            snapshot.writeTo(growing);
            Files.move(growing, snapshot.kept, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(growing);
        }
        return snapshot;
    }

    private void writeTo(Path target) throws IOException {
        for (String name : COPIED) {
            if (Files.exists(folder.resolve(name))) {
                Folders.copy(folder.resolve(name), target.resolve(name));
            }
        }
        Set<String> own = Set.copyOf(Files.readAllLines(folder.resolve("launcher/pristine/files")));
        for (String name : before) {
            if (!own.contains(name)) {
                Files.createDirectories(target.resolve(name).getParent());
                Folders.copy(folder.resolve(name), target.resolve(name));
            }
        }
        Files.write(target.resolve("files"), before.stream().sorted().toList());
    }

    /** Bundles and features that came since, in the order of their names. */
    List<Path> added() throws IOException {
        return listed(folder).stream()
                .filter(name -> !before.contains(name))
                .sorted()
                .map(folder::resolve)
                .toList();
    }

    /** The change is complete. */
    void done() throws IOException {
        Path gone = folder.resolve("launcher/before.gone");
        Folders.delete(gone);
        Files.move(kept, gone, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(gone);
    }

    private static Set<String> listed(Path folder) throws IOException {
        Set<String> all = new HashSet<>();
        for (String name : LISTED) {
            Path listed = folder.resolve(name);
            if (Files.isDirectory(listed)) {
                try (Stream<Path> paths = Files.list(listed)) {
                    paths.forEach(path -> all.add(name + "/" + path.getFileName()));
                }
            }
        }
        return all;
    }
}
