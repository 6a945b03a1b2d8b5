package org.volans.registry.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.volans.api.registry.RegistryRecord;

class CitationTest {

    @Test
    void namesAllThatTheRecordHas() {
        assertThat(Citation.text(Records.tap("a", List.of(), "Pub")))
                .isEqualTo("Doe, J.; Roe, R. (2024): Title of a. Pub. VO resource ivo://x/a, http://x.example/a");
        assertThat(Citation.bibtex(Records.tap("a_b", List.of(), "Pub & Co"))).isEqualTo("""
                @misc{x-a-b,
                  author       = {Doe, J. and Roe, R.},
                  title        = {{Title of a\\_b}},
                  year         = {2024},
                  publisher    = {Pub \\& Co},
                  howpublished = {VO resource \\url{ivo://x/a_b}},
                  url          = {http://x.example/a_b}
                }
                """);
    }

    @Test
    void leavesOutWhatIsMissing() {
        RegistryRecord bare =
                new RegistryRecord("ivo://x/y", "", "T", "", "", List.of(), List.of(), "", "", "", "", List.of());
        assertThat(Citation.text(bare)).isEqualTo("T. VO resource ivo://x/y");
        assertThat(Citation.bibtex(bare)).isEqualTo("""
                @misc{x-y,
                  title        = {{T}},
                  howpublished = {VO resource \\url{ivo://x/y}}
                }
                """);
    }
}
