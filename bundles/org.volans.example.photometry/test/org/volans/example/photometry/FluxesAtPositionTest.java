package org.volans.example.photometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPoint;
import org.volans.sdk.testing.Events;
import org.volans.sdk.testing.PlainHttp;
import org.volans.sdk.testing.StilTables;
import org.volans.sdk.testing.StubServer;
import org.volans.sdk.testing.TestContext;
import org.volans.sdk.testing.Votables;
import uk.ac.starlink.table.RowListStarTable;

/** What the handler asks a service, and what it makes of its answers. */
class FluxesAtPositionTest {

    private final FluxesAtPosition handler = new FluxesAtPosition();
    private final StubServer server = StubServer.start();
    private final String service = server.url("/sed").toString();

    @BeforeEach
    void serve() {
        handler.http = new PlainHttp();
        handler.tables = new StilTables();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HandlerResult handle(HandlerEvent.Row event, Map<String, String> settings) throws VoException {
        List<HandlerResult> results = handler.handle(event, TestContext.of(settings), new NullProgressMonitor());
        assertThat(results).hasSize(1);
        return results.getFirst();
    }

    private HandlerResult handle() throws VoException {
        return handle(Events.rowAt(new Position(240.484, -6.768)), Map.of("service", service));
    }

    @Test
    void givesTheFluxesAsSed() throws Exception {
        server.saysVotable(Answers.of(
                Votables.row("1.4", "0.012", "0.001", ":=1.4GHz"), Votables.row("606000", "0.002", "", "SDSS:g")));
        Sed sed = ((HandlerResult.Spectrum) handle()).sed();
        assertThat(server.asked()).containsExactly("-c=240.484000,-6.768000&-c.rs=3");
        assertThat(sed.name()).isEqualTo("240.484000 -6.768000");
        assertThat(sed.position()).contains(new Position(240.484, -6.768));
        assertThat(sed.problems()).isEmpty();
        assertThat(sed.points()).extracting(SedPoint::filter).containsExactly("SDSS:g", ":=1.4GHz");
        SedPoint radio = sed.points().getLast();
        assertThat(radio.wavelength()).isCloseTo(0.2141375, within(1e-6));
        assertThat(radio.flux()).isCloseTo(0.012, within(1e-9));
        assertThat(radio.error()).isCloseTo(0.001, within(1e-9));
        assertThat(sed.points().getFirst().error()).isNaN();
    }

    @Test
    void tellsWhatCannotBeUsed() throws Exception {
        server.saysVotable(Answers.of(
                Votables.row("1.4", "0.012", "0.001", "Radio"),
                Votables.row("1.4", "-1", "", "Negative"),
                Votables.row("0", "1", "", "No frequency"),
                Votables.row("", "", "", "Nothing")));
        Sed sed = ((HandlerResult.Spectrum) handle()).sed();
        assertThat(sed.points()).hasSize(1);
        assertThat(sed.problems())
                .extracting(Sed.Problem::column)
                .containsExactly("Negative", "No frequency", "Nothing");
        server.saysVotable(Votables.document(
                Answers.COLUMNS.replace("'GHz'", "'furlong'"), Votables.row("1.4", "0.012", "0.001", "Radio")));
        assertThat(((HandlerResult.Warning) handle()).text())
                .isEqualTo(service + " has no usable flux near 240.484000 -6.768000");
    }

    @Test
    void namesTheServiceWhenItFails() {
        server.says("text/html", "<html>Sorry</html>");
        assertThatThrownBy(this::handle).isInstanceOf(ProtocolException.class).hasMessageContaining(service);
        server.saysVotable(Votables.document(Votables.text("other", "")));
        assertThatThrownBy(this::handle)
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining(service)
                .hasMessageContaining("phot.flux.density");
        server.saysVotable(Votables.error("no such object"));
        assertThatThrownBy(this::handle).isInstanceOf(ServiceException.class).hasMessage("127.0.0.1: no such object");
        server.says(500, "text/plain", "out of order");
        assertThatThrownBy(this::handle).isInstanceOf(ServiceException.class).hasMessage("127.0.0.1: out of order");
    }

    @Test
    void asksNothingWithoutPositionOrService() {
        RowListStarTable table = Events.positions();
        table.addRow(new Object[] {Double.NaN, 2.0});
        assertThatThrownBy(() -> handle(Events.row(table, 0), Map.of("service", service)))
                .isInstanceOf(InputException.class)
                .hasMessage("row 0 of table has no position");
        assertThatThrownBy(() -> handle(Events.rowAt(new Position(1, 2)), Map.of("service", "my service")))
                .isInstanceOf(InputException.class)
                .hasMessage("the setting 'service' is an http or https URL, not 'my service'");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void radiusIsASetting() throws Exception {
        server.saysVotable(Answers.RADIO);
        handle(Events.rowAt(new Position(0.00001, 2)), Map.of("service", service + "?-out=all", "radius", "10"));
        assertThat(server.asked()).containsExactly("-out=all&-c=0.000010,+2.000000&-c.rs=10");
    }
}
