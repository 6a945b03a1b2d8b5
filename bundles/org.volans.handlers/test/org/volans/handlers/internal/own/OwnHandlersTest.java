package org.volans.handlers.internal.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.cutout.CutoutService;
import org.volans.api.cutout.CuttableImage;
import org.volans.api.cutout.PositionCutout;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.LinkedRow;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Position;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampReply;
import org.volans.api.samp.SampSender;
import org.volans.api.samp.SampService;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPoint;
import org.volans.api.sed.SedService;
import org.volans.api.table.SharedTable;
import org.volans.api.table.VotableDocument;
import org.volans.handlers.internal.Fakes;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

@SuppressWarnings("null")
class OwnHandlersTest {

    private static final EventSource HERE = new EventSource.Here();
    private static final Position HERE_IT_IS = new Position(239.585, 53.012);
    private static final HandlerEvent.Pointed POINTED = new HandlerEvent.Pointed(HERE_IT_IS, HERE);

    private static HandlerContext context(String... settings) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return new HandlerContext() {
            @Override
            public Map<String, String> settings() {
                return map;
            }

            @Override
            public Path newFile(String stem, String extension) {
                return Path.of(stem + "." + extension);
            }

            @Override
            public URI registry() {
                return URI.create("http://reg.example/tap");
            }
        };
    }

    private static HandlerEvent.Row row(String ucd, Optional<VotableDocument> document) {
        ColumnInfo column = new ColumnInfo("c", Double.class, "");
        column.setUCD(ucd);
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {column});
        table.addRow(new Object[] {1.0});
        return new HandlerEvent.Row(
                new SharedTable("t", Optional.empty(), "stars", table, document, Optional.empty(), "context"), 0, HERE);
    }

    @Test
    void sedOfRowsWithPhotometry() throws Exception {
        List<SedPoint> points = new ArrayList<>();
        SedOfRow handler = new SedOfRow(Fakes.proxy(
                SedService.class,
                (proxy, method, args) -> new Sed(
                        "star " + args[2], Optional.empty(), points, List.of(new Sed.Problem("u", "no value")))));
        assertThat(handler.accepts(row("phot.mag;em.opt.U", Optional.empty()))).isTrue();
        assertThat(handler.accepts(row("phot.flux.density", Optional.empty()))).isTrue();
        assertThat(handler.accepts(row("stat.error;phot.mag", Optional.empty())))
                .isFalse();
        assertThat(handler.accepts(row("", Optional.empty()))).isFalse();
        HandlerEvent.Row event = row("phot.mag", Optional.empty());
        assertThat(handler.handle(event, context(), new NullProgressMonitor()))
                .containsExactly(new HandlerResult.Warning("no photometry in row 0 of stars: u: no value"));
        points.add(new SedPoint("u", "U", 3e-7, new org.volans.api.geometry.Interval(2e-7, 4e-7), 1, 1, "", false));
        assertThat(handler.handle(event, context(), new NullProgressMonitor()))
                .first()
                .isInstanceOf(HandlerResult.Spectrum.class);
    }

    @Test
    void linksOfRowsThatSayTheyHaveSome() throws Exception {
        List<LinkRow> links = new ArrayList<>();
        boolean[] told = {false};
        LinksOfRow handler = new LinksOfRow(Fakes.proxy(
                DatalinkService.class,
                (proxy, method, args) -> method.getName().equals("requestFor")
                        ? told[0]
                                ? Optional.of(
                                        org.volans.api.datalink.LinksRequest.of(URI.create("http://x/"), List.of()))
                                : Optional.empty()
                        : new LinkedRow(links, Map.of(), OptionalLong.empty())));
        VotableDocument document = new VotableDocument(List.of(Fakes.rows(1)), List.of(), List.of());
        assertThat(handler.accepts(row("", Optional.empty()))).isFalse();
        assertThat(handler.accepts(row("", Optional.of(document)))).isFalse();
        told[0] = true;
        assertThat(handler.accepts(row("", Optional.of(document)))).isTrue();
        HandlerEvent.Row event = row("", Optional.of(document));
        assertThat(handler.handle(event, context(), new NullProgressMonitor()))
                .containsExactly(new HandlerResult.Warning("row 0 of stars leads to nothing"));
        links.add(new LinkRow("i", new LinkRow.Target.Fault("x"), "", "", "", OptionalLong.empty(), "", ""));
        assertThat(handler.handle(event, context(), new NullProgressMonitor()))
                .first()
                .isInstanceOf(HandlerResult.Links.class);
    }

    private final List<Object> asked = new ArrayList<>();
    private PositionCutout outcome =
            new PositionCutout.Nothing(new Circle(HERE_IT_IS, 0.05), "", Optional.empty(), "", 1, "nothing there");

    private List<HandlerResult> cutout(String... settings) throws Exception {
        CutoutAtPosition handler = new CutoutAtPosition(Fakes.proxy(CutoutService.class, (proxy, method, args) -> {
            asked.addAll(List.of(args[1], args[2]));
            return outcome;
        }));
        assertThat(handler.accepts(POINTED)).isTrue();
        return handler.handle(POINTED, context(settings), new NullProgressMonitor());
    }

    @Test
    void cutoutAtAPosition() throws Exception {
        assertThat(cutout()).containsExactly(new HandlerResult.Warning("nothing there"));
        assertThat(asked).containsExactly("radio", 100 / 3600.0);
        LinkRow link = new LinkRow("i", new LinkRow.Target.Fault("x"), "", "", "", OptionalLong.empty(), "", "");
        outcome = new PositionCutout.Made(
                new Circle(HERE_IT_IS, 0.05),
                "",
                Optional.empty(),
                "",
                1,
                new CuttableImage("LoLSS", link, Optional.empty()),
                Path.of("c.fits"),
                1);
        assertThat(cutout("radius", " 36 ", "waveband", "infrared"))
                .containsExactly(new HandlerResult.Image(
                        Path.of("c.fits"),
                        "cutout of 0.05 deg around 239.585 +53.012 from LoLSS",
                        Optional.of(HERE_IT_IS)));
        assertThat(asked).endsWith("infrared", 0.01);
        outcome = new PositionCutout.Failed(
                new Circle(HERE_IT_IS, 0.05), "", Optional.empty(), "not a url", 1, "the service is broken");
        assertThatThrownBy(this::cutout).hasMessage("the service is broken");
        for (String wrong : List.of("x", "0", "-1", "NaN", "1e9")) {
            assertThatThrownBy(() -> cutout("radius", wrong))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("radius");
        }
    }

    private final List<SampClient> clients = new ArrayList<>();
    private final Map<SampClient, SampReply> replies = new LinkedHashMap<>();
    private final List<String> sent = new ArrayList<>();

    private final SampService samp = Fakes.proxy(
            SampService.class,
            (proxy, method, args) -> method.getName().equals("clients")
                    ? clients
                    : clients.stream()
                            .filter(c -> c.name().equals(args[0]))
                            .findFirst()
                            .orElseThrow(() -> new InputException("no " + args[0])));
    private final SampSender sender = Fakes.proxy(SampSender.class, (proxy, method, args) -> {
        sent.add(method.getName() + " " + args[method.getName().equals("position") ? 0 : 1]);
        return replies;
    });

    @Test
    void imageIsSentToAProgramThatIsThere() throws Exception {
        SendImage handler = new SendImage(samp, sender);
        HandlerEvent.Image event = new HandlerEvent.Image(Path.of("c.fits"), "a cutout", HERE);
        assertThat(handler.accepts(event)).isFalse();
        assertThat(handler.handle(event, context(), new NullProgressMonitor())).isEmpty();
        SampClient aladin = Fakes.program("Aladin", "image.load.fits");
        clients.addAll(List.of(aladin, Fakes.program("topcat", "table.load.votable")));
        assertThat(handler.accepts(event)).isTrue();
        assertThat(handler.accepts(event, Map.of("to", "DS9"))).isFalse();
        assertThat(handler.accepts(event, Map.of("to", "topcat")))
                .as("takes no images")
                .isFalse();
        replies.put(aladin, SampReply.ok());
        assertThat(handler.handle(event, context(), new NullProgressMonitor())).isEmpty();
        assertThat(sent).containsExactly("image a cutout");
        replies.put(aladin, SampReply.warning("no memory"));
        assertThat(handler.handle(event, context(), new NullProgressMonitor()))
                .containsExactly(new HandlerResult.Warning("Aladin: no memory"));
        replies.put(aladin, new SampReply.Failed("no WCS"));
        assertThatThrownBy(() -> handler.handle(event, context(), new NullProgressMonitor()))
                .hasMessage("Aladin: no WCS");
    }

    @Test
    void rowsAndPositionsAreSentToWhomTheyConcern() throws Exception {
        SendRow rows = new SendRow(samp, sender);
        SendPosition positions = new SendPosition(samp, sender);
        HandlerEvent.Row known = new HandlerEvent.Row(Fakes.table("t", "http://x/", "t"), 2, HERE);
        assertThat(rows.accepts(known)).isFalse();
        assertThat(positions.accepts(POINTED)).isFalse();
        clients.add(Fakes.program("topcat", "table.highlight.row", "coord.*"));
        assertThat(rows.accepts(known)).isTrue();
        assertThat(rows.accepts(new HandlerEvent.Row(Fakes.table("t", "", "t"), 2, HERE)))
                .isFalse();
        assertThat(positions.accepts(POINTED)).isTrue();
        rows.handle(known, context(), new NullProgressMonitor());
        positions.handle(POINTED, context(), new NullProgressMonitor());
        assertThat(sent).containsExactly("row 2", "position 239.585000 +53.012000");
    }
}
