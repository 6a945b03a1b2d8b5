package org.volans.plugins.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.InputException;

/** Addresses, folders and zips. */
class SiteAddressTest {

    @TempDir
    private Path here;

    private URI address(String typed) throws InputException {
        return SiteAddress.of(typed, here::resolve);
    }

    private Path zip(String name, String entry) throws Exception {
        Path file = here.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
        }
        return file;
    }

    @Test
    void takesAddressesAsTheyAre() throws Exception {
        assertThat(address("https://example.org/volans/site")).hasToString("https://example.org/volans/site");
    }

    @Test
    void findsFoldersAndZips() throws Exception {
        Path site = Files.createDirectory(here.resolve("my site"));
        Files.createFile(site.resolve("content.xml.xz"));
        assertThat(address("my site")).isEqualTo(site.toUri());
        assertThat(address(site.toUri().toString())).isEqualTo(site.toUri());
        Path zip = zip("site.zip", "content.jar");
        assertThat(address("site.zip")).hasToString("jar:" + zip.toUri() + "!/");
    }

    @Test
    void refusesWhatIsNone() throws Exception {
        Files.createDirectory(here.resolve("empty"));
        Files.writeString(here.resolve("torn.zip"), "PK and no more");
        zip("other.zip", "README");
        for (String none : new String[] {"empty", "torn.zip", "other.zip", "missing"}) {
            assertThatThrownBy(() -> address(none))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(here.resolve(none).toString())
                    .hasMessageContaining("no update site");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "https:example.org", "http://exa mple.org", "file://host/site", "file:site"})
    void refusesAddressesThatAreNone(String wrong) {
        assertThatThrownBy(() -> address(wrong))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(wrong);
    }
}
