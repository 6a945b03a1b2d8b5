package org.volans.api.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerRuleTest {

    @Test
    void wordsOfAHandler() {
        assertThat(HandlerRule.parse("x", "")).isEqualTo(HandlerRule.always("x"));
        assertThat(HandlerRule.parse(
                        "x", " from=\"Aladin Desktop\" event=row tables=*sdss* enabled=false radius=100 a="))
                .isEqualTo(new HandlerRule(
                        "x", "row", "Aladin Desktop", "*sdss*", false, Map.of("radius", "100", "a", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"from", "from=samp x", "event=rowz", "enabled=maybe", "from=\"samp", "event=.*", "event=*.x"})
    void wrongWordsOfAHandler(String text) {
        assertThatThrownBy(() -> HandlerRule.parse("x", text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "row", "link", "table.highlight.row", "coord.*"})
    void events(String event) {
        assertThat(new HandlerRule("x", event, "*", "*", true, Map.of()).event())
                .isEqualTo(event);
    }

    @Test
    void anEventThatIsNoneIsNamed() {
        assertThatThrownBy(() -> new HandlerRule("x", "rowz", "*", "*", true, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'rowz' is no event: it is one of row, rows, ");
    }

    @ParameterizedTest
    @CsvSource({"limit=300, 300000", "limit=0.25, 250", "limit=86400, 86400000", "'', 60000"})
    void limitIsASetting(String words, long millis) {
        assertThat(HandlerRule.parse("x", words).limit()).hasMillis(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=", "limit=0", "limit=-1", "limit=soon", "limit=86401", "limit=1e3"})
    void limitThatIsNoneIsNamed(String words) {
        assertThatThrownBy(() -> HandlerRule.parse("x", words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'limit' is a number of seconds above 0 and up to 86400, not '");
    }

    @Test
    void defaultsFillWhatTheRuleLeavesOut() {
        HandlerRule rule = new HandlerRule("x", "row", "samp", "*", true, Map.of("radius", "5"));
        HandlerRule filled = rule.withDefaults(Map.of("radius", "3", "table", "t"));
        assertThat(filled.settings()).isEqualTo(Map.of("radius", "5", "table", "t"));
        assertThat(filled.event()).isEqualTo("row");
        assertThat(filled.from()).isEqualTo("samp");
    }
}
