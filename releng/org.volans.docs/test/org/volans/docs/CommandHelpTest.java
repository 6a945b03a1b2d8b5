package org.volans.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blocks of help in pages are found, and filled from what a program prints. */
class CommandHelpTest {

    private static final String PAGE =
            "# tap\n\n<!-- help: volans tap query -->\n\n```text\nold\n```\n\nwords\n\n<!-- help: volans -->\n\n```text\n```\n";

    @TempDir
    private Path root;

    @Test
    void findsTheBlocks() {
        assertThat(CommandHelp.in(PAGE)).hasSize(2);
        assertThat(CommandHelp.in(PAGE).getFirst().command()).containsExactly("tap", "query");
        assertThat(CommandHelp.in(PAGE).getFirst().text()).isEqualTo("old\n");
        assertThat(CommandHelp.in(PAGE).getLast().command()).isEmpty();
    }

    @Test
    void fillsThemFromTheProduct() throws Exception {
        Path page = Files.createDirectories(root.resolve("docs")).resolve("tap.md");
        Files.writeString(page, PAGE);
        Path program = root.resolve("volans");
        Files.writeString(program, "#!/bin/sh\necho \"said: $*\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(CommandHelp.refresh(root, root)).isEqualTo(2);
        assertThat(page)
                .content()
                .contains("```text\nsaid: tap query --help\n```\n\nwords")
                .endsWith("```text\nsaid: --help\n```\n");
    }
}
