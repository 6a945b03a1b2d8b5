package org.volans.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plug-ins, as far as the start of Volans is concerned. The state of the framework is kept per set of bundles: the launcher reads
 * the set's name from the file {@code launcher/plugins}, which is there only while plug-ins are.
 */
final class PluginState {

    private final Path product;
    private final BundleList atStart;

    private PluginState(Path product, BundleList atStart) {
        this.product = product;
        this.atStart = atStart;
    }

    static PluginState of(Path product) throws IOException {
        return new PluginState(product, BundleList.of(product));
    }

    /** The bundles of Volans itself; a file of its own, gone when this Java ends. */
    Path withoutPlugins() throws IOException {
        Set<String> own = Files.readAllLines(product.resolve("launcher/contents")).stream()
                .collect(Collectors.toUnmodifiableSet());
        Path safe = Files.createTempFile("volans-safe-", ".info");
        safe.toFile().deleteOnExit();
        return Files.write(safe, atStart.only(own).lines());
    }

    /** After a session: if plug-ins were installed or removed, the next start is told. */
    void noteChange() throws IOException {
        if (SavedState.beforeChange(product).exists()) {
            return; // another Java is in the middle of it
        }
        String now = BundleList.of(product).fingerprint();
        List<String> built = Files.readAllLines(product.resolve("launcher/built"));
        boolean bare = built.size() > 1 && built.get(1).equals(now);
        Path note = product.resolve("launcher/plugins");
        String noted = Files.exists(note) ? Files.readString(note).strip() : "";
        if (noted.equals(bare ? "" : now) || !Files.isWritable(note.getParent())) {
            return;
        }
        if (bare) {
            SavedState.pristine(product).putBack();
            Files.delete(note);
        } else {
            Files.writeString(note, now + "\n");
        }
        forgetStates(built.get(0) + "+");
    }

    /** The states of other sets of plug-ins; that of the bare product stays. */
    private void forgetStates(String prefix) throws IOException {
        Path states = product.resolve("run");
        if (!Files.isDirectory(states)) {
            return;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(states, prefix + "*")) {
            for (Path state : all) {
                SavedState.delete(state);
            }
        }
    }
}
