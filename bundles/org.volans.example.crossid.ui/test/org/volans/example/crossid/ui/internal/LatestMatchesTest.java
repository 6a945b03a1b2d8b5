package org.volans.example.crossid.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.HandlerRun;
import org.volans.api.table.SharedTable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

/** What the view learns of handlers, and which tables it takes. */
class LatestMatchesTest {

    private final LatestMatches matches = new LatestMatches();
    private final RowListStarTable table =
            new RowListStarTable(new ColumnInfo[] {new ColumnInfo("name", String.class, "")});
    private final HandlerEvent.Row event = new HandlerEvent.Row(
            new SharedTable("t", Optional.empty(), "t", table, Optional.empty(), Optional.empty(), ""),
            0,
            new EventSource.Here());

    private HandlerRun run(String handler) {
        return new HandlerRun(
                handler, event, HandlerRun.Outcome.OK, "", List.of(), List.of(), Instant.EPOCH, Duration.ZERO);
    }

    @Test
    void tellsOfItsOwnHandlerOnly() {
        List<HandlerRun> told = new ArrayList<>();
        matches.addListener(told::add);
        matches.ran(run("org.volans.handlers.sed"));
        assertThat(matches.latest()).isEmpty();
        HandlerRun own = run("org.volans.example.crossid");
        matches.ran(own);
        assertThat(matches.latest()).contains(own);
        assertThat(told).containsExactly(own);
    }

    @Test
    void takesTablesOfItsOwnHandlerOnly() throws Exception {
        HandlerResult.Table result = new HandlerResult.Table("t", table);
        assertThat(matches.shows("org.volans.handlers.sed", result)).isFalse();
        assertThat(matches.shows("org.volans.example.crossid", new HandlerResult.Text("t")))
                .isFalse();
        assertThat(matches.shows("org.volans.example.crossid", result)).isTrue();
        assertThat(matches.show(event, "org.volans.example.crossid", result, new NullProgressMonitor()))
                .isEmpty();
    }
}
