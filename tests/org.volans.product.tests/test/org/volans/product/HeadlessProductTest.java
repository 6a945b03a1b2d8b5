package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is in the headless product's folder. */
class HeadlessProductTest {

    private static final Path PRODUCT = Path.of(System.getProperty("volans.product"));

    @Test
    void holdsNothingOfADesktop() throws IOException {
        assertThat(plugins())
                .isNotEmpty()
                .noneMatch(name -> name.contains("swt") || name.contains("jface") || name.contains("nattable"))
                .noneMatch(name -> name.startsWith("org.eclipse.ui") || name.startsWith("org.eclipse.e4"))
                .noneMatch(name -> name.startsWith("org.volans.") && name.contains(".ui"));
    }

    @Test
    void holdsTheWholeHouse() throws IOException {
        assertThat(plugins()).anyMatch(name -> name.startsWith("org.volans.cli_"));
        assertThat(plugins()).anyMatch(name -> name.startsWith("org.volans.sky_"));
        // STIL imports what it needs for ECSV and CDF optionally, so only the feature brings it.
        assertThat(plugins()).anyMatch(name -> name.startsWith("org.yaml.snakeyaml_"));
    }

    /** A signed jar costs half of a short command's time. */
    @Test
    void noPluginIsSigned() throws IOException {
        for (String plugin : plugins()) {
            try (ZipFile zip =
                    new ZipFile(PRODUCT.resolve("plugins").resolve(plugin).toFile())) {
                assertThat(zip.stream())
                        .as(plugin)
                        .noneMatch(entry -> entry.getName().matches("META-INF/[^/]*[.](SF|RSA|DSA|EC)"));
            }
        }
    }

    private static List<String> plugins() throws IOException {
        try (Stream<Path> all = Files.list(PRODUCT.resolve("plugins"))) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }
}
