package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product with the workbench, as a user starts it. */
class DesktopProductTest {

    private static final long PATIENCE_SECONDS = 120;

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
        Path workspace = folder.resolve("work space");
        Process process = volans().start("--sky", "-data", workspace.toString());
        try {
            awaitFile(workspace.resolve("Observatory").resolve("objects.vot"), process);
        } finally {
            // the script waits for Java, which closes the workbench on this signal
            process.children().forEach(ProcessHandle::destroy);
        }
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(errors(workspace.resolve(".metadata/.log"))).isEmpty();
    }

    /** What the log says went wrong; not what a JVM that is being ended no longer does, such as starting Java 2D for an icon. */
    private static List<String> errors(Path log) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        return Arrays.stream(Files.readString(log).split("!ENTRY "))
                .filter(entry -> entry.matches("(?s)\\S+ 4 .*") && !entry.contains("Shutdown in progress"))
                .toList();
    }

    private static void awaitFile(Path file, Process process) throws IOException, InterruptedException {
        Path parent = file.getParent();
        if (!Files.exists(parent)) {
            awaitFile(parent, process);
        }
        try (WatchService watch = parent.getFileSystem().newWatchService()) {
            parent.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(file)) {
                assertThat(process.isAlive()).as("the workbench runs").isTrue();
                var key = watch.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(key).as(file + " within " + PATIENCE_SECONDS + " s").isNotNull();
                key.reset();
            }
        }
    }
}
