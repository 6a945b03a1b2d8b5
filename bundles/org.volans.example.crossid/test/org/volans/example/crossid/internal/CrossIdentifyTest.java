package org.volans.example.crossid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jdt.annotation.NonNull;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.RowHandler;
import org.volans.sdk.contract.RowHandlerContract;
import org.volans.sdk.contract.Services;
import org.volans.sdk.testing.Events;
import org.volans.sdk.testing.TestContext;
import uk.ac.starlink.table.RowListStarTable;

/** The handler by the settings of its rule; it keeps what every row handler promises. */
class CrossIdentifyTest extends RowHandlerContract {

    private final Sdss sdss = new Sdss().row(10.0, 20.0, 20f, 19f, "A");

    @Override
    protected RowHandler handler(Services services) {
        return new CrossIdentify(sdss.search(services));
    }

    @Override
    protected HandlerEvent.@NonNull Row accepted() {
        return Events.rowAt(new Position(10, 20));
    }

    @Override
    protected Optional<HandlerEvent.@NonNull Row> refused() {
        return Optional.of(Events.row(Events.table(Events.number("mag", "mag", "phot.mag")), 0));
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("service", Sdss.SERVICE.toString());
    }

    private List<HandlerResult> handle(HandlerEvent.Row event, String radius) throws VoException {
        Map<String, String> settings = Map.of("service", Sdss.SERVICE.toString(), "radius", radius);
        return new CrossIdentify(sdss.search()).handle(event, TestContext.of(settings), new NullProgressMonitor());
    }

    @Test
    void givesATable() throws Exception {
        List<HandlerResult> results = handle(accepted(), "5");
        assertThat(results).hasSize(1);
        HandlerResult.Table made = (HandlerResult.Table) results.getFirst();
        assertThat(made.name()).isEqualTo("V/147/sdss12 near 10.000000 +20.000000");
        assertThat(made.table().getRowCount()).isEqualTo(1);
        sdss.overflow = true;
        assertThat(((HandlerResult.Warning) handle(accepted(), "5").getLast()).text())
                .contains("smaller radius");
    }

    @Test
    void warnsWhenThereIsNothing() throws Exception {
        sdss.empty();
        assertThat(handle(accepted(), "5"))
                .containsExactly(new HandlerResult.Warning(
                        "V/147/sdss12 of sdss.example.org has nothing within 5.0 arcsec of 10.000000 +20.000000"));
    }

    @Test
    void saysWhatIsWrongWithRowOrSettings() {
        RowListStarTable nowhere = Events.positions();
        nowhere.addRow(new Object[] {10.0, Double.NaN});
        assertThatThrownBy(() -> handle(Events.row(nowhere, 0), "5"))
                .isInstanceOf(InputException.class)
                .hasMessage("row 0 of table has no position");
        assertThatThrownBy(() -> handle(accepted(), "wide"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'wide'");
        assertThat(sdss.queries).isEmpty();
    }
}
