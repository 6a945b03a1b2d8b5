package org.volans.plugins.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.InputException;

class SiteTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "org.example.handler, false",
        "https://example.org/site, true",
        "file:site, true",
        "../site, true",
        "C:\\site, true"
    })
    void toldFromAFeatureByItsLooks(String word, boolean site) {
        assertThat(Site.is(word, folder.resolve("missing"))).isEqualTo(site);
    }

    @Test
    void folderWithABlankIsAUrl() throws Exception {
        Path site = Files.createDirectory(folder.resolve("my sité"));
        assertThat(Site.of("my sité", site).location()).isEqualTo(site.toUri());
        assertThat(Site.of(site.toUri().toString(), folder).location()).isEqualTo(site.toUri());
    }

    @Test
    void zipIsLookedInto() throws Exception {
        Path zip = folder.resolve("my site.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("content.xml"));
        }
        assertThat(Site.of("my site.zip", zip).location()).hasToString("jar:" + zip.toUri() + "!/");
        assertThat(Site.of("https://example.org/site.zip", folder).location())
                .hasToString("jar:https://example.org/site.zip!/");
    }

    @Test
    void whatIsNoneIsNamed() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.zip"), "notes");
        assertThatThrownBy(() -> Site.of("notes.zip", text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("notes.zip");
        assertThatThrownBy(() -> Site.of("gone", folder.resolve("gone")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("gone");
        for (String url : new String[] {"http:///x", "http://a b/", "file:%zz"}) {
            assertThatThrownBy(() -> Site.of(url, folder))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(url);
        }
    }
}
