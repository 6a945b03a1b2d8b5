package org.volans.example.photometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPoint;
import org.volans.api.table.SharedTable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

/** What the handler asks a service, and what it makes of its answers. */
class FluxesAtPositionTest {

    private static final String COLUMNS = "<FIELD name='sed_freq' datatype='double' unit='GHz'/>"
            + "<FIELD name='sed_flux' datatype='float' unit='Jy'/><FIELD name='sed_eflux' datatype='float' unit='Jy'/>"
            + "<FIELD name='sed_filter' datatype='char' arraysize='*'/>";

    private final FluxesAtPosition handler = new FluxesAtPosition();
    private HttpServer server;
    private String service;
    private int status = 200;
    private String answer = "";
    private String asked = "";

    @BeforeEach
    void serve() throws Exception {
        handler.http = new PlainHttp();
        handler.tables = StilTables.service();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sed", exchange -> {
            asked = exchange.getRequestURI().getQuery();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        service = "http://127.0.0.1:" + server.getAddress().getPort() + "/sed";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static String votable(String columns, String... rows) {
        return "<VOTABLE version='1.4' xmlns='http://www.ivoa.net/xml/VOTable/v1.3'><RESOURCE type='results'><TABLE>"
                + columns + "<DATA><TABLEDATA>" + String.join("", rows)
                + "</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>";
    }

    private static String row(String... cells) {
        return "<TR><TD>" + String.join("</TD><TD>", cells) + "</TD></TR>";
    }

    private static HandlerEvent.Row event(double ra, double dec) {
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {
            new ColumnInfo("name", String.class, ""),
            new ColumnInfo("ra", Double.class, ""),
            new ColumnInfo("dec", Double.class, "")
        });
        table.addRow(new Object[] {"first", 1.0, 2.0});
        table.addRow(new Object[] {"second", ra, dec});
        SharedTable shared = new SharedTable("t", Optional.empty(), "t", table, Optional.empty(), Optional.empty(), "");
        return new HandlerEvent.Row(shared, 1, new EventSource.Here());
    }

    private HandlerResult handle(HandlerEvent.Row event, Map<String, String> settings) throws VoException {
        List<HandlerResult> results = handler.handle(event, new Settings(settings), new NullProgressMonitor());
        assertThat(results).hasSize(1);
        return results.getFirst();
    }

    private HandlerResult handle() throws VoException {
        return handle(event(240.484, -6.768), Map.of("service", service));
    }

    @Test
    void givesTheFluxesAsSed() throws Exception {
        answer = votable(COLUMNS, row("1.4", "0.012", "0.001", ":=1.4GHz"), row("606000", "0.002", "", "SDSS:g"));
        assertThat(handler.accepts(event(1.0, 2.0))).isTrue();
        Sed sed = ((HandlerResult.Spectrum) handle()).sed();
        assertThat(asked).isEqualTo("-c=240.484000,-6.768000&-c.rs=3");
        assertThat(sed.name()).isEqualTo("240.484000 -6.768000");
        assertThat(sed.position().orElseThrow().dec()).isEqualTo(-6.768);
        assertThat(sed.problems()).isEmpty();
        assertThat(sed.points()).extracting(SedPoint::filter).containsExactly("SDSS:g", ":=1.4GHz");
        SedPoint radio = sed.points().getLast();
        assertThat(radio.wavelength()).isCloseTo(0.2141375, within(1e-6));
        assertThat(radio.flux()).isCloseTo(0.012, within(1e-6));
        assertThat(radio.error()).isCloseTo(0.001, within(1e-7));
        assertThat(radio.original()).isEqualTo("0.012 Jy");
        assertThat(sed.points().getFirst().error()).isNaN();
    }

    @Test
    void takesTheUnitsOfTheTable() throws Exception {
        answer = votable(COLUMNS.replace("'GHz'", "'MHz'").replace("'Jy'", "'mJy'"), row("1400", "12", "1", "Radio"));
        SedPoint point = ((HandlerResult.Spectrum) handle()).sed().points().getFirst();
        assertThat(point.frequency()).isCloseTo(1.4e9, within(1.0));
        assertThat(point.flux()).isCloseTo(0.012, within(1e-6));
        answer = votable(COLUMNS.replaceAll("unit='[A-Za-z]*'", ""), row("1.4", "12", "1", "Radio"));
        assertThat(((HandlerResult.Spectrum) handle()).sed().points().getFirst().frequency())
                .isCloseTo(1.4e9, within(1.0));
    }

    @Test
    void tellsWhatCannotBeUsed() throws Exception {
        answer = votable(
                COLUMNS,
                row("1.4", "0.012", "0.001", "Radio"),
                row("1.4", "-1", "", "Negative"),
                row("0", "1", "", "No frequency"),
                row("", "", "", "Nothing"));
        Sed sed = ((HandlerResult.Spectrum) handle()).sed();
        assertThat(sed.points()).hasSize(1);
        assertThat(sed.problems())
                .extracting(Sed.Problem::column)
                .containsExactly("Negative", "No frequency", "Nothing");
        answer = votable(COLUMNS.replace("'GHz'", "'furlong'"), row("1.4", "0.012", "0.001", "Radio"));
        assertThat(((HandlerResult.Warning) handle()).text()).contains(service, "no usable flux");
    }

    @Test
    void namesTheServiceWhenItFails() throws Exception {
        answer = votable(COLUMNS);
        assertThat(((HandlerResult.Warning) handle()).text())
                .isEqualTo(service + " has no usable flux near 240.484000 -6.768000");
        answer = "<html>Sorry</html>";
        assertThatThrownBy(this::handle).isInstanceOf(VoException.class).hasMessageContaining(service);
        answer = votable("<FIELD name='other' datatype='int'/>");
        assertThatThrownBy(this::handle).hasMessageContaining(service).hasMessageContaining("sed_eflux");
        status = 500;
        answer = "out of order";
        assertThatThrownBy(this::handle)
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining("out of order");
        assertThatThrownBy(() -> handle(event(1.0, 2.0), Map.of("service", "my service")))
                .isInstanceOf(VoException.class)
                .hasMessageStartingWith("cannot ask my service: ");
    }

    @Test
    void asksNothingForARowWithoutPosition() {
        assertThatThrownBy(() -> handle(event(Double.NaN, 2.0), Map.of("service", service)))
                .isInstanceOf(VoException.class)
                .hasMessage("the row has no position to ask " + service + " for");
        assertThat(asked).isEmpty();
    }

    @Test
    void radiusIsASetting() throws Exception {
        answer = votable(COLUMNS, row("1.4", "0.012", "0.001", "Radio"));
        handle(event(0.00001, 2.0), Map.of("service", service + "?-out=all", "radius", "10"));
        assertThat(asked).isEqualTo("-out=all&-c=0.000010,+2.000000&-c.rs=10");
    }
}
