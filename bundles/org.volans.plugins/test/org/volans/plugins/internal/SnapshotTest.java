package org.volans.plugins.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {

    @TempDir
    Path product = Path.of("");

    @BeforeEach
    void fill() throws IOException {
        for (String name : new String[] {
            "p2/profile",
            "configuration/config.ini",
            "artifacts.xml",
            "plugins/own.jar",
            "plugins/plugin.jar",
            "features/f/x"
        }) {
            write(name, name);
        }
        write("launcher/pristine/files", "plugins/own.jar\nfeatures/f\n");
    }

    /** Bundles of Volans never change: only those of plug-ins are kept. */
    @Test
    void keepsWhatAChangeMayTouch() throws IOException {
        Snapshot.of(product);
        Path kept = product.resolve("launcher/before");
        assertThat(kept.resolve("p2/profile")).hasContent("p2/profile");
        assertThat(kept.resolve("plugins/plugin.jar")).hasContent("plugins/plugin.jar");
        assertThat(kept.resolve("plugins/own.jar")).doesNotExist();
        assertThat(kept.resolve("files")).hasContent("features/f\nplugins/own.jar\nplugins/plugin.jar");
    }

    @Test
    void addedAreBundlesAndFeaturesThatCame() throws IOException {
        Snapshot before = Snapshot.of(product);
        write("plugins/b.jar", "");
        write("plugins/a.jar", "");
        assertThat(before.added()).containsExactly(product.resolve("plugins/a.jar"), product.resolve("plugins/b.jar"));
    }

    @Test
    void nothingIsLeftWhenItIsDone() throws IOException {
        Snapshot.of(product).done();
        assertThat(product.resolve("launcher")).isDirectoryNotContaining("glob:**before*");
    }

    private void write(String name, String text) throws IOException {
        Path file = product.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
