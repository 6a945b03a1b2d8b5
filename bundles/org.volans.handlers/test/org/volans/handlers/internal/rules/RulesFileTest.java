package org.volans.handlers.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.InputException;
import org.volans.api.handler.HandlerRule;

@SuppressWarnings("null")
class RulesFileTest {

    @TempDir
    Path folder;

    private RulesFile file(String text) throws IOException {
        return new RulesFile(Files.writeString(folder.resolve("handlers.json"), text));
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        List<HandlerRule> rules = List.of(
                new HandlerRule("x.b", "table.*", "TOPCAT", "*sdss<12>*", false, Map.of("b", "2", "a", "\"1\"")),
                HandlerRule.always("x.a"));
        Path path = folder.resolve("handlers.json");
        new RulesFile(path).write(rules);
        assertThat(new RulesFile(path).read()).isEqualTo(rules);
        String text = Files.readString(path);
        assertThat(text).contains("\n      \"handler\": \"x.b\"", "*sdss<12>*").endsWith("}\n");
        assertThat(text.indexOf("\"a\"")).isLessThan(text.indexOf("\"b\""));
        new RulesFile(path).write(rules);
        assertThat(Files.readString(path)).isEqualTo(text);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void allButTheHandlerMayBeLeftOut() throws Exception {
        assertThat(file("{\"rules\": [{\"handler\": \"x\", \"settings\": {\"radius\": 100, \"deep\": true}}]}")
                        .read())
                .containsExactly(new HandlerRule("x", "*", "*", "*", true, Map.of("radius", "100", "deep", "true")));
        assertThat(file("{\"version\": 1, \"rules\": []}").read()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | object",
                "[] | object",
                "{} | no list",
                "{`rules`: {}} | no list",
                "{`version`: 2, `rules`: []} | version is 2",
                "{`version`: `1`, `rules`: []} | version",
                "{`rule`: []} | unknown member",
                "{`rules`: [1]} | rule 1: it is no object",
                "{`rules`: [{`handler`: `x`}, {`event`: `row`}]} | rule 2: it names no handler",
                "{`rules`: [{`handler`: `x`, `event`: `rowz`}]} | rule 1: 'rowz' is no event",
                "{`rules`: [{`handler`: `x`, `from`: 3}]} | rule 1: \"from\" is not a text but 3",
                "{`rules`: [{`handler`: `x`, `from`: ` `}]} | rule 1: \"from\" is not a text but",
                "{`rules`: [{`handler`: `x`, `form`: `*`}]} | rule 1: it has an unknown member \"form\"",
                "{`rules`: [{`handler`: `x`, `enabled`: `true`}]} | rule 1: \"enabled\" is not true or false",
                "{`rules`: [{`handler`: `x`, `settings`: []}]} | rule 1: \"settings\" is no object",
                "{`rules`: [{`handler`: `x`, `settings`: {`a`: []}}]} | rule 1: the setting \"a\"",
                "{`rules`: [{`handler`: null}]} | rule 1: \"handler\" is not a text",
                "{`rules`: [ | line 1",
                "{`rules`: [}]} | line 1",
                "{'rules': []} | line 1",
                "{`rules`: []} x | line 1",
            })
    void everyFaultIsNamed(String text, String fault) throws Exception {
        RulesFile wrong = file(text == null ? "" : text.replace('`', '"'));
        assertThatThrownBy(wrong::read)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("handlers.json")
                .hasMessageContaining(fault)
                .hasMessageNotContaining("gson")
                .hasMessageNotContaining("\n");
    }

    @Test
    void whatIsNoFile() throws Exception {
        assertThatThrownBy(() -> new RulesFile(folder.resolve("none.json")).read())
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> new RulesFile(folder).read()).hasMessageContaining("not a file");
        Path utf16 = Files.write(folder.resolve("utf16.json"), new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0});
        assertThatThrownBy(() -> new RulesFile(utf16).read()).hasMessageEndingWith("it is no text in UTF-8");
    }
}
