package org.volans.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is shipped whose licence nobody has looked up. */
class LicencesTest {

    @TempDir
    private Path folder;

    private Licences licences;

    @BeforeEach
    void two() throws IOException {
        Files.createDirectories(folder.resolve("texts"));
        Files.writeString(folder.resolve("texts/MIT.txt"), "permission");
        Files.writeString(folder.resolve("list"), """
                # a remark
                some.group:*       MIT
                some.group:other   EPL-2.0 OR Apache-2.0
                """);
        licences = new Licences(folder);
    }

    private static Component component(String group, String artifact) {
        return new Component(artifact, "1.0.0", group, artifact, "1.0", Path.of(artifact + ".jar"), List.of());
    }

    @Test
    void aLibraryOfItsOwnComesBeforeItsGroup() throws Exception {
        assertThat(licences.of(component("some.group", "one"))).isEqualTo("MIT");
        assertThat(licences.of(component("some.group", "other"))).isEqualTo("EPL-2.0 OR Apache-2.0");
    }

    @Test
    void whatIsNotInTheListIsNamed() {
        assertThatThrownBy(() -> licences.of(component("another.group", "one")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another.group:one 1.0");
    }

    @Test
    void theTextsThatAreNeededAreWrittenAndOneThatIsMissingIsNamed() throws Exception {
        Path out = folder.resolve("out");
        licences.write(List.of(component("some.group", "one")), "", out);
        assertThat(out.resolve("MIT.txt")).hasContent("permission");
        assertThat(out.resolve("LICENCES.md")).content().contains("| some.group:one | 1.0 | MIT |");
        assertThatThrownBy(() -> licences.write(List.of(component("some.group", "other")), "", folder.resolve("again")))
                .hasMessageContaining("Apache-2.0");
    }

    @Test
    void anExpressionIsTakenApart() {
        assertThat(Licences.ids("Apache-2.0 AND (EPL-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0)"))
                .containsExactly("Apache-2.0", "Classpath-exception-2.0", "EPL-2.0", "GPL-2.0-only");
        assertThat(Licences.ids("LGPL-3.0-or-later")).containsExactly("GPL-3.0-or-later", "LGPL-3.0-or-later");
    }
}
