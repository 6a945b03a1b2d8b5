package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows the examples in {@code docs/commands} in one terminal: each prints what its page says. With
 * {@code -Dvolans.pages.refresh=true} the pages' outputs are renewed instead.
 */
class CommandPagesTest {

    private static final Path COMMANDS = Path.of(System.getProperty("volans.docs"), "commands");
    private static final boolean REFRESH = Boolean.getBoolean("volans.pages.refresh");

    /** In this order each finds the files that those before it have made. Those of samp need other programs, those of plugin a site. */
    private static final List<String> PAGES = List.of(
            "README", "registry", "tap", "adql", "discover", "links", "cutout", "image", "sed", "table", "tour");

    @TempDir
    private Path home;

    @Test
    void examplesPrintWhatTheirPagesSay() throws Exception {
        try (PageReader reader = new PageReader(home)) {
            for (String name : PAGES) {
                Path page = COMMANDS.resolve(name + ".md");
                ConsolePage now = reader.follow(ConsolePage.parse(Files.readAllLines(page)));
                if (REFRESH) {
                    Files.write(page, now.lines());
                }
            }
            if (!REFRESH) {
                assertThat(String.join("\n", reader.differences()))
                        .as(
                                "to renew the pages, and then look at what has changed in them: -Dvolans.pages.refresh=true")
                        .isEmpty();
            }
        }
    }
}
