package org.volans.example.crossid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.table.SharedTable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

/** The handler by the settings of its rule. */
class CrossIdentifyTest {

    private final Sdss sdss = new Sdss();

    /** Surroundings with nothing but the settings of a rule. */
    private record Settings(Map<String, String> settings) implements HandlerContext {

        @Override
        public Path newFile(String stem, String extension) {
            throw new UnsupportedOperationException();
        }

        @Override
        public URI registry() {
            throw new UnsupportedOperationException();
        }
    }

    private static HandlerEvent.Row event(String column, double dec) {
        RowListStarTable table = new RowListStarTable(
                new ColumnInfo[] {new ColumnInfo("ra", Double.class, ""), new ColumnInfo(column, Double.class, "")});
        table.addRow(new Object[] {10.0, dec});
        SharedTable shared =
                new SharedTable("t", Optional.empty(), "mine", table, Optional.empty(), Optional.empty(), "");
        return new HandlerEvent.Row(shared, 0, new EventSource.Here());
    }

    private List<HandlerResult> handle(HandlerEvent.Row event, String radius) throws VoException {
        Map<String, String> settings = Map.of("service", Sdss.SERVICE.toString(), "radius", radius);
        return new CrossIdentify(sdss.search()).handle(event, new Settings(settings), new NullProgressMonitor());
    }

    @Test
    void givesATable() throws Exception {
        sdss.row(10.0, 20.0, 20f, 19f, "A");
        List<HandlerResult> results = handle(event("dec", 20), "5");
        assertThat(results).hasSize(1);
        HandlerResult.Table made = (HandlerResult.Table) results.getFirst();
        assertThat(made.name()).isEqualTo("V/147/sdss12 near 10.000000 +20.000000");
        assertThat(made.table().getRowCount()).isEqualTo(1);
        sdss.overflow = true;
        assertThat(((HandlerResult.Warning) handle(event("dec", 20), "5").getLast()).text())
                .contains("smaller radius");
    }

    @Test
    void warnsWhenThereIsNothing() throws Exception {
        assertThat(handle(event("dec", 20), "5"))
                .containsExactly(new HandlerResult.Warning(
                        "V/147/sdss12 of sdss.example.org has nothing within 5.0 arcsec of 10.000000 +20.000000"));
    }

    @Test
    void takesTablesWithPositions() {
        CrossIdentify handler = new CrossIdentify(sdss.search());
        assertThat(handler.accepts(event("dec", 20))).isTrue();
        assertThat(handler.accepts(event("mag", 20))).isFalse();
    }

    @Test
    void saysWhatIsWrongWithRowOrSettings() {
        assertThatThrownBy(() -> handle(event("dec", Double.NaN), "5"))
                .isInstanceOf(InputException.class)
                .hasMessage("row 0 of mine has no position");
        assertThatThrownBy(() -> handle(event("dec", 20), "wide"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'wide'");
        assertThat(sdss.queries).isEmpty();
    }
}
