package org.volans.handlers.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.geometry.Position;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerRule;
import org.volans.handlers.internal.Fakes;

class RuleMatchTest {

    private static final EventSource HERE = new EventSource.Here();
    private static final EventSource TOPCAT = new EventSource.Program(Fakes.program("topcat"), "table.highlight.row");

    private static HandlerEvent event(String what) {
        EventSource source = what.startsWith("here") ? HERE : TOPCAT;
        HandlerEvent row = new HandlerEvent.Row(Fakes.table("t", "", "SDSS (12).vot"), 0, source);
        return switch (what.substring(5)) {
            case "row" -> row;
            case "position" -> new HandlerEvent.Pointed(new Position(1, 2), source);
            default -> new HandlerEvent.Image(Path.of("a"), "a", new EventSource.Made("x", row));
        };
    }

    @ParameterizedTest
    @CsvSource({
        "here row, *, *, *, true",
        "here row, row, here, *, true",
        "here row, rows, *, *, false",
        "here row, *, samp, *, false",
        "here row, *, HERE, *, true",
        "here row, *, Volans, *, false",
        "here row, table.highlight.row, *, *, false",
        "samp row, row, samp, *, true",
        "samp row, *, here, *, false",
        "samp row, *, handler, *, false",
        "samp row, *, TOPCAT, *, true",
        "samp row, *, top*, *, true",
        "samp row, *, top?, *, false",
        "samp row, *, Aladin, *, false",
        "samp row, table.highlight.row, *, *, true",
        "samp row, table.*, *, *, true",
        "samp row, coord.*, *, *, false",
        "samp row, *, *, sdss*, true",
        "samp row, *, *, *(12)*, true",
        "samp row, *, *, SDSS ????.vot, true",
        "samp row, *, *, sdss, false",
        "samp row, *, *, sdss*xvot, false",
        "samp position, position, *, other, true",
        "samp made, image, handler, *, true",
        "samp made, *, samp, *, false",
        "samp made, *, topcat, *, false",
        "samp made, *, here, *, false",
        "samp made, table.*, *, *, false"
    })
    void everyWord(String what, String event, String from, String tables, boolean matches) {
        HandlerRule rule = new HandlerRule("x", event, from, tables, true, Map.of());
        assertThat(RuleMatch.matches(rule, event(what))).isEqualTo(matches);
    }
}
