package org.volans.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginStateTest {

    private static final String OWN = "org.volans.api,0.1.0,plugins/org.volans.api_0.1.0.jar,4,false\n";
    private static final String PLUGIN = "trial.thing,1.0.0,plugins/trial.thing_1.0.0.jar,4,false\n";

    @TempDir
    private Path product;

    @BeforeEach
    void build() throws IOException {
        write("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info", OWN);
        write("p2/profile", "as built");
        write("artifacts.xml", "as built");
        write("plugins/org.volans.api_0.1.0.jar", "");
        write("features/org.volans_0.1.0/feature.xml", "");
        write("launcher/contents", "org.volans.api\n");
        SavedState.pristine(product).keep();
        write("launcher/built", "b1\n" + BundleList.of(product).fingerprint() + "\n");
    }

    @Test
    void safeStartLeavesOutPlugins() throws IOException {
        install();
        assertThat(PluginState.of(product).withoutPlugins()).hasContent(OWN);
    }

    @Test
    void nextStartIsToldOfPlugins() throws IOException {
        PluginState session = PluginState.of(product);
        install();
        write("run/b1+old-25/framework", "");
        write("run/b1-25/framework", "");
        session.noteChange();
        assertThat(product.resolve("launcher/plugins"))
                .hasContent(BundleList.of(product).fingerprint());
        assertThat(product.resolve("run/b1+old-25")).doesNotExist();
        assertThat(product.resolve("run/b1-25")).exists();
    }

    /** Also by a session that changed nothing: the one before may have been killed before it said so. */
    @Test
    void lateNoteIsMadeUpFor() throws IOException {
        install();
        PluginState.of(product).noteChange();
        assertThat(product.resolve("launcher/plugins")).exists();
    }

    @Test
    void nothingRemainsOfTheLastPlugin() throws IOException {
        install();
        PluginState.of(product).noteChange();
        write("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info", OWN);
        write("p2/history", "of all that ever was");
        PluginState.of(product).noteChange();
        assertThat(product.resolve("launcher/plugins")).doesNotExist();
        assertThat(product.resolve("plugins/trial.thing_1.0.0.jar")).doesNotExist();
        assertThat(product.resolve("p2/history")).doesNotExist();
        assertThat(product.resolve("p2/profile")).hasContent("as built");
    }

    @Test
    void unfinishedChangeIsPutBackOnce() throws IOException {
        SavedState.beforeChange(product).keep();
        install();
        write("p2/profile", "half");
        UnfinishedChange unfinished = new UnfinishedChange(product);
        assertThat(unfinished.putBack()).isTrue();
        assertThat(BundleList.of(product).names()).containsExactly("org.volans.api");
        assertThat(product.resolve("plugins/trial.thing_1.0.0.jar")).doesNotExist();
        assertThat(product.resolve("p2/profile")).hasContent("as built");
        assertThat(product.resolve("launcher/before")).doesNotExist();
        assertThat(unfinished.putBack()).isFalse();
    }

    /** What another Java does meanwhile is no news yet. */
    @Test
    void changeThatGoesOnIsNotNoted() throws IOException {
        PluginState session = PluginState.of(product);
        SavedState.beforeChange(product).keep();
        install();
        session.noteChange();
        assertThat(product.resolve("launcher/plugins")).doesNotExist();
    }

    private void install() throws IOException {
        write("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info", OWN + PLUGIN);
        write("plugins/trial.thing_1.0.0.jar", "");
    }

    private void write(String name, String text) throws IOException {
        Path file = product.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
