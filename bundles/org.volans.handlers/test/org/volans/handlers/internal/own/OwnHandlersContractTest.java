package org.volans.handlers.internal.own;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.NonNull;
import org.junit.jupiter.api.Nested;
import org.volans.api.cutout.CutoutService;
import org.volans.api.cutout.CuttableImage;
import org.volans.api.cutout.PositionCutout;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.LinkedRow;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Position;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.ImageHandler;
import org.volans.api.handler.PositionHandler;
import org.volans.api.handler.RowHandler;
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
import org.volans.sdk.contract.ImageHandlerContract;
import org.volans.sdk.contract.PositionHandlerContract;
import org.volans.sdk.contract.RowHandlerContract;
import org.volans.sdk.contract.Services;
import org.volans.sdk.testing.Events;
import org.volans.sdk.testing.TestContext;
import uk.ac.starlink.table.RowListStarTable;

/** Our own handlers keep the contract that others' handlers have to keep. */
class OwnHandlersContractTest {

    private static final Position AT = new Position(239.585, 53.012);
    private static final LinkRow LINK =
            new LinkRow("i", new LinkRow.Target.Fault("x"), "", "", "", OptionalLong.empty(), "", "");

    private static HandlerEvent.Row row(String ucd, Optional<VotableDocument> document, String url) {
        RowListStarTable table = Events.table(Events.number("c", "mag", ucd));
        table.addRow(new Object[] {1.0});
        Optional<URI> known = url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url));
        SharedTable shared = new SharedTable("t", known, "stars", table, document, Optional.empty(), "");
        return new HandlerEvent.Row(shared, 0, Events.row(table, 0).source());
    }

    /** One other program that takes everything. */
    private static SampService samp(Services services) {
        SampClient aladin = Fakes.program("Aladin", "*");
        return services.of(
                SampService.class,
                Fakes.proxy(
                        SampService.class,
                        (proxy, method, args) -> method.getName().equals("clients") ? List.of(aladin) : aladin));
    }

    private static SampSender sender(Services services) {
        return services.of(
                SampSender.class,
                Fakes.proxy(
                        SampSender.class,
                        (proxy, method, args) -> Map.of(Fakes.program("Aladin", "*"), SampReply.ok())));
    }

    @Nested
    class Seds extends RowHandlerContract {

        @Override
        protected RowHandler handler(Services services) {
            SedPoint point = new SedPoint("u", "U", 3e-7, new Interval(2e-7, 4e-7), 1, 1, "", false);
            SedService seds = Fakes.proxy(
                    SedService.class,
                    (proxy, method, args) -> new Sed("star", Optional.empty(), List.of(point), List.of()));
            return new SedOfRow(services.of(SedService.class, seds));
        }

        @Override
        protected HandlerEvent.@NonNull Row accepted() {
            return row("phot.mag;em.opt.U", Optional.empty(), "");
        }

        @Override
        protected Optional<HandlerEvent.@NonNull Row> refused() {
            return Optional.of(row("stat.error;phot.mag", Optional.empty(), ""));
        }
    }

    @Nested
    class Links extends RowHandlerContract {

        @Override
        protected RowHandler handler(Services services) {
            DatalinkService links = Fakes.proxy(
                    DatalinkService.class,
                    (proxy, method, args) -> method.getName().equals("requestFor")
                            ? Optional.of(LinksRequest.of(URI.create("http://x/"), List.of()))
                            : new LinkedRow(List.of(LINK), Map.of(), OptionalLong.empty()));
            return new LinksOfRow(services.of(DatalinkService.class, links));
        }

        @Override
        protected HandlerEvent.@NonNull Row accepted() {
            VotableDocument document = new VotableDocument(List.of(Fakes.rows(1)), List.of(), List.of());
            return row("", Optional.of(document), "");
        }

        @Override
        protected Optional<HandlerEvent.@NonNull Row> refused() {
            return Optional.of(row("", Optional.empty(), ""));
        }
    }

    @Nested
    class Cutouts extends PositionHandlerContract {

        @Override
        protected PositionHandler handler(Services services) {
            CutoutService cutouts = Fakes.proxy(CutoutService.class, (proxy, method, args) -> {
                Path file = Files.write((Path) args[3], new byte[2880]);
                CuttableImage image = new CuttableImage("LoLSS", LINK, Optional.empty());
                return new PositionCutout.Made(new Circle(AT, 0.05), "", Optional.empty(), "", 1, image, file, 2880);
            });
            return new CutoutAtPosition(services.of(CutoutService.class, cutouts));
        }

        @Override
        protected HandlerEvent.@NonNull Pointed accepted() {
            return Events.pointed(AT);
        }

        @Override
        protected HandlerContext context(Map<String, String> settings) {
            return TestContext.of(settings).registry(URI.create("http://reg.example/tap"));
        }
    }

    @Nested
    class SentImages extends ImageHandlerContract {

        @Override
        protected ImageHandler handler(Services services) {
            return new SendImage(samp(services), sender(services));
        }

        @Override
        protected HandlerEvent.@NonNull Image accepted() {
            return Events.image(Path.of("c.fits"));
        }
    }

    @Nested
    class SentRows extends RowHandlerContract {

        @Override
        protected RowHandler handler(Services services) {
            return new SendRow(samp(services), sender(services));
        }

        @Override
        protected HandlerEvent.@NonNull Row accepted() {
            return row("", Optional.empty(), "http://x/");
        }

        @Override
        protected Optional<HandlerEvent.@NonNull Row> refused() {
            return Optional.of(row("", Optional.empty(), ""));
        }
    }

    @Nested
    class SentPositions extends PositionHandlerContract {

        @Override
        protected PositionHandler handler(Services services) {
            return new SendPosition(samp(services), sender(services));
        }

        @Override
        protected HandlerEvent.@NonNull Pointed accepted() {
            return Events.pointed(AT);
        }
    }
}
