package org.volans.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The headless archive, just unpacked, on the Java of this build. */
class HeadlessArchiveTest {

    @TempDir
    private Path folder;

    private static Path archive() {
        return Made.FOLDER.resolve("volans-headless-"
                + System.getProperty("volans.version").replace("-SNAPSHOT", "") + "-linux-x86_64.tar.gz");
    }

    private Run run(Path product, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(product.resolve("volans").toString()));
        command.addAll(List.of(arguments));
        return Run.of(folder, environment(), command);
    }

    private Map<String, String> environment() {
        return Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString(), "JAVA_HOME", System.getProperty("java.home"));
    }

    /** Its packed state knows no plug-ins. */
    @Test
    void plugInsWorkInIt() throws Exception {
        Path product = Made.unpack(archive(), folder);
        Run installed = run(product, "plugin", "install", System.getProperty("volans.examples"));
        assertThat(installed.code()).as(installed.err()).isZero();
        Run help = run(product, "crossid", "--help");
        assertThat(help.code()).as(help.err()).isZero();
        assertThat(run(product, "plugin", "remove", "org.volans.example.crossid")
                        .code())
                .isZero();
        assertThat(run(product, "crossid", "--help").code()).isEqualTo(2);
    }

    /** As the image of a container is made: what is still running then ends with the command. */
    @Test
    void isPreparedAtOnceOnDemand() throws Exception {
        Path product = Made.unpack(archive(), folder);
        Map<String, String> now = new HashMap<>(environment());
        now.put("VOLANS_PREPARE", "now");
        Run version = Run.of(folder, now, List.of(product.resolve("volans").toString(), "--version"));
        assertThat(version.code()).as(version.err()).isZero();
        try (Stream<Path> made =
                Files.find(product.resolve("run"), 2, (path, attributes) -> path.endsWith("classes"))) {
            assertThat(made).hasSize(1);
        }
    }

    @Test
    void itMayBeMoved() throws Exception {
        Path product = Made.unpack(archive(), folder);
        Path moved = Files.move(product, folder.resolve("moved to another place"));
        Run help = run(moved, "--help");
        assertThat(help.code()).as(help.err()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains("registry").contains("tour");
    }

    @Test
    void aWrongCommandIsOne() throws Exception {
        Run wrong = run(Made.unpack(archive(), folder), "tabel");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
    }
}
