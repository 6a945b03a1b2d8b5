package org.volans.plugins.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.InputException;
import org.volans.api.cli.CliCommand;
import org.volans.api.handler.Handler;

class ContributionsTest {

    @TempDir
    Path plugins = Path.of("");

    private List<Path> house = List.of();

    @BeforeEach
    void house() throws IOException {
        house = List.of(bundle("house", "1.0.0", property(Handler.ID, "sed")));
    }

    @Test
    void sameIdOfAnotherBundleIsAConflict() throws Exception {
        Path guest = bundle("guest", "1.0.0", property(Handler.ID, "sed"));
        assertThat(Contributions.conflict(house, List.of(guest)))
                .hasValueSatisfying(said -> assertThat(said).contains("guest", "house", "'sed'"));
    }

    @Test
    void commandIsNoHandler() throws Exception {
        Path guest = bundle("guest", "1.0.0", property(CliCommand.NAME, "sed"));
        assertThat(Contributions.conflict(house, List.of(guest))).isEmpty();
    }

    @Test
    void otherVersionOfTheBundleIsNone() throws Exception {
        Path young = bundle("house", "1.1.0", property(Handler.ID, "sed"));
        assertThat(Contributions.conflict(house, List.of(young))).isEmpty();
    }

    @Test
    void twoThatComeTogetherAreCompared() throws Exception {
        Path one = bundle("one", "1.0.0", property(CliCommand.NAME, "plot"));
        Path two = bundle("two", "1.0.0", property(CliCommand.NAME, "plot"));
        assertThat(Contributions.conflict(house, List.of(one, two))).isPresent();
    }

    @Test
    void rankingTakesThePlaceOnPurpose() throws Exception {
        Path guest = bundle("guest", "1.0.0", property(Handler.ID, "sed") + property("service.ranking", "5"));
        assertThat(Contributions.conflict(house, List.of(guest))).isEmpty();
    }

    @Test
    void whatIsNoJarIsNamed() throws Exception {
        Path guest = Files.writeString(plugins.resolve("guest_1.0.0.jar"), "This is no jar.");
        assertThatThrownBy(() -> Contributions.conflict(house, List.of(guest)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("guest_1.0.0.jar");
    }

    @Test
    void brokenDescriptionIsNamed() throws Exception {
        Path guest = bundle("guest", "1.0.0", "<property");
        assertThatThrownBy(() -> Contributions.conflict(house, List.of(guest)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("guest_1.0.0.jar");
    }

    private static String property(String name, String value) {
        return "<property name='" + name + "' value='" + value + "'/>";
    }

    private Path bundle(String name, String version, String properties) throws IOException {
        Path jar = plugins.resolve(name + "_" + version + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write(("Manifest-Version: 1.0\nBundle-SymbolicName: " + name
                            + ";singleton:=true\nService-Component: OSGI-INF/*.xml\n\n")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("OSGI-INF/it.xml"));
            zip.write(("<component>" + properties + "</component>").getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
