package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product with the workbench, as a user starts it. */
class DesktopProductTest {

    @TempDir
    private Path folder;

    private Volans volans() {
        return new Volans(folder).of(Volans.DESKTOP).with("HOME", folder.toString());
    }

    @Test
    void runsCommandsToo() throws Exception {
        Volans.Outcome outcome = volans().with("DISPLAY", "").run("table", "--help");
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).contains("convert");
        assertThat(folder.resolve("Volans")).as("a workspace").doesNotExist();
    }

    @Test
    void saysInOneLineThatThereIsNoDisplay() throws Exception {
        Volans.Outcome outcome =
                volans().with("DISPLAY", "").with("WAYLAND_DISPLAY", "").run();
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err()).startsWith("volans: ").contains("graphical session");
    }

    @Test
    void refusesAWorkspaceThatCannotBe() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Volans.Outcome outcome = volans().with("DISPLAY", ":99")
                .run("-data", file.resolve("below").toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err()).contains(file.toString()).contains("-data");
        assertThat(volans().with("DISPLAY", ":99").run("-data").code()).isEqualTo(2);
    }

    @Test
    void holdsNoSignedJar() throws Exception {
        try (Stream<Path> jars = Files.list(Volans.DESKTOP.resolve("plugins"))) {
            for (Path jar : jars.filter(p -> p.toString().endsWith(".jar")).toList()) {
                try (JarFile open = new JarFile(jar.toFile())) {
                    assertThat(open.stream().map(e -> e.getName()))
                            .as(jar.getFileName().toString())
                            .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)"));
                }
            }
        }
    }

    @Test
    void opensOnTheEmbeddedSkyAndClosesCleanly() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "skipped: no display");
        Path classes = folder.resolve("classes");
        new Workbench(volans().with("VOLANS_JAVA_OPTIONS", "-Xlog:class+load=info:file=" + classes))
                .openAndClose(folder.resolve("work space"));
        List<String> loaded = Files.readAllLines(classes);
        assertThat(loaded).anyMatch(line -> line.contains("org.volans.app."));
        assertThat(loaded.stream()
                        .filter(line ->
                                line.contains("org.volans.plugins.") || line.contains("org.eclipse.equinox.p2.")))
                .as("who does not install does not pay for it")
                .isEmpty();
    }

    @Test
    void opensFilesAlsoWhereItRunsAlready() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "skipped: no display");
        Path table = Files.writeString(folder.resolve("a table.csv"), "a,b\n1,2\n");
        Path query = Files.writeString(folder.resolve("query.adql"), "SELECT TOP 1 * FROM ivoa.obscore\n");
        new Workbench(volans()).open(folder.resolve("work space"), table, query);
    }

    @Test
    void namesAFileThatIsNotThere() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "skipped: no display");
        Volans.Outcome outcome = volans().run("--open", "nowhere.vot");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err().lines()).singleElement().asString().contains("no such file", "nowhere.vot");
    }
}
