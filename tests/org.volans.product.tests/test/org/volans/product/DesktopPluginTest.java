package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A view of a plug-in in the workbench: there after the next start, and gone without a trace after it was removed. */
class DesktopPluginTest {

    private static final String VIEW = "org.volans.example.crossid.ui.view";

    private static final String FEATURE = "org.volans.example.crossid.ui";

    @TempDir
    private Path folder;

    @Test
    void viewComesAndGoesWithItsPlugIn() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "skipped: no display");
        Path product = copy(Volans.DESKTOP, folder.resolve("product"));
        Workbench workbench = new Workbench(new Volans(folder).of(product).with("HOME", folder.toString()));
        Path workspace = folder.resolve("workspace");
        workbench.openAndClose(workspace);
        assertThat(perspective(workspace)).doesNotContain(VIEW);

        plugin(product, "install", Volans.EXAMPLES.toString());
        workbench.openAndClose(workspace);
        assertThat(perspective(workspace)).contains("persp.viewSC:" + VIEW).contains("elementId=\"" + VIEW);

        plugin(product, "remove", FEATURE);
        workbench.openAndClose(workspace);
        assertThat(perspective(workspace)).doesNotContain(VIEW);
    }

    private void plugin(Path product, String... words) throws Exception {
        Volans.Outcome outcome = new Volans(folder)
                .of(product)
                .run(Stream.concat(Stream.of("plugin"), Stream.of(words)).toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.toString()).isZero();
    }

    /** The layout that the platform restores. */
    private static String perspective(Path workspace) throws IOException {
        return Files.readString(workspace.resolve(".metadata/.plugins/org.eclipse.e4.workbench/workbench.xmi"));
    }

    /** The jars are only read, so links to them do. */
    private static Path copy(Path product, Path target) throws IOException {
        try (Stream<Path> all = Files.walk(product)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path relative = product.relativize(path);
                Path copy = target.resolve(relative);
                if (relative.startsWith("run")) {
                    continue;
                }
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else if (relative.startsWith("plugins") || relative.startsWith("native")) {
                    link(path, copy);
                } else {
                    Files.copy(path, copy, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return target;
    }

    private static void link(Path path, Path copy) throws IOException {
        if (Files.getFileStore(path).equals(Files.getFileStore(copy.getParent()))) {
            Files.createLink(copy, path);
        } else {
            Files.copy(path, copy);
        }
    }
}
