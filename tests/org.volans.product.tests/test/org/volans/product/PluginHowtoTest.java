package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/plugin-howto.md} does what it says, in the hands of somebody who does nothing else. */
class PluginHowtoTest {

    @TempDir
    private Path folder;

    /** A Volans of the reader's own: plug-ins are installed into it. */
    private Path unpacked() throws IOException {
        Path copy = folder.resolve("volans");
        try (Stream<Path> files = Files.walk(Volans.PRODUCT)) {
            files.filter(file -> !file.startsWith(Volans.PRODUCT.resolve("run")))
                    .forEach(file -> {
                        try {
                            Files.copy(
                                    file,
                                    copy.resolve(Volans.PRODUCT.relativize(file).toString()));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
        return copy;
    }

    private static String caches() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse(System.getProperty("user.home") + "/.cache");
    }

    @Test
    void theStepsAreTrueToTheLetter() throws Exception {
        Path volans = unpacked();
        Map<String, String> environment = Map.of(
                "PATH", volans + File.pathSeparator + System.getenv("PATH"),
                "JAVA_HOME", System.getProperty("java.home"),
                // a SAMP hub of its own; Maven as everybody else here
                "HOME", Files.createDirectory(folder.resolve("home")).toString(),
                "XDG_CACHE_HOME", caches());
        List<Page.Block> steps = Page.blocks(Path.of(System.getProperty("volans.docs"), "plugin-howto.md"));
        assertThat(steps).extracting(Page.Block::language).contains("sh", "diff", "java", "text");
        Path work = Files.createDirectory(folder.resolve("work"));
        try (Reader reader = new Reader(work, environment)) {
            for (Page.Block step : steps) {
                reader.follow(step);
            }
            Reports reports = Reports.of(work.resolve("galactic/org.example.galactic.tests/target"));
            assertThat(reports.failures()).isZero();
            assertThat(reports.names()).contains("givesGalacticCoordinates", "worksInVolans", "survivesDeadServices");
        }
        Volans.Outcome handlers = new Volans(work).of(volans).run("samp", "handlers");
        assertThat(handlers.out()).as("removed at the end").doesNotContain("org.example.galactic");
    }
}
