package org.volans.sdk.examples;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNull;
import org.junit.jupiter.api.Nested;
import org.volans.api.datalink.LinkRow.Target;
import org.volans.api.geometry.Position;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.ImageHandler;
import org.volans.api.handler.LinkHandler;
import org.volans.api.handler.PositionHandler;
import org.volans.api.handler.ResultViewer;
import org.volans.api.handler.RowsHandler;
import org.volans.api.handler.TableHandler;
import org.volans.api.samp.MessageHandler;
import org.volans.api.samp.SampMessage;
import org.volans.api.sed.FilterProvider;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.TableFormat;
import org.volans.sdk.contract.FilterProviderContract;
import org.volans.sdk.contract.ImageHandlerContract;
import org.volans.sdk.contract.LinkHandlerContract;
import org.volans.sdk.contract.MessageHandlerContract;
import org.volans.sdk.contract.PositionHandlerContract;
import org.volans.sdk.contract.ResultViewerContract;
import org.volans.sdk.contract.RowsHandlerContract;
import org.volans.sdk.contract.Services;
import org.volans.sdk.contract.TableFormatContract;
import org.volans.sdk.contract.TableHandlerContract;
import org.volans.sdk.testing.Events;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/**
 * The examples that the API's Javadoc shows keep the contracts. Being tests themselves they are no components: the properties
 * are repeated here.
 */
class ExamplesTest {

    private static final Map<String, Object> HANDLER = Map.of(Handler.ID, "org.example.it", Handler.LABEL, "It");

    // @start region="rows"
    @Nested
    class Rows extends RowsHandlerContract {

        @Override
        protected RowsHandler handler(Services services) {
            return new SelectedRows();
        }

        @Override
        protected HandlerEvent.@NonNull Rows accepted() {
            return Events.rows(Events.positions(new Position(1, 2), new Position(3, 4)), 1L);
        }

        @Override
        protected Optional<HandlerEvent.@NonNull Rows> refused() {
            return Optional.of(Events.rows(Events.positions(new Position(1, 2))));
        }

        @Override
        protected Map<String, Object> properties() {
            return HANDLER;
        }
    }
    // @end

    // @start region="position"
    @Nested
    class Positions extends PositionHandlerContract {

        @Override
        protected PositionHandler handler(Services services) {
            return new GalacticPosition();
        }

        @Override
        protected HandlerEvent.@NonNull Pointed accepted() {
            return Events.pointed(new Position(266.4, -29));
        }

        @Override
        protected Map<String, Object> properties() {
            return HANDLER;
        }
    }
    // @end

    // @start region="table"
    @Nested
    class Tables extends TableHandlerContract {

        @Override
        protected TableHandler handler(Services services) {
            return new TableWithoutPositions();
        }

        @Override
        protected HandlerEvent.@NonNull Table accepted() {
            return Events.opened(Events.table(Events.number("mag", "mag", "phot.mag")));
        }

        @Override
        protected Optional<HandlerEvent.@NonNull Table> refused() {
            return Optional.of(Events.opened(Events.positions()));
        }

        @Override
        protected Map<String, Object> properties() {
            return HANDLER;
        }
    }
    // @end

    // @start region="image"
    @Nested
    class Images extends ImageHandlerContract {

        @Override
        protected ImageHandler handler(Services services) {
            return new SizeOfImage();
        }

        @Override
        protected HandlerEvent.@NonNull Image accepted() throws IOException {
            return Events.image(Files.write(folder.resolve("image.fits"), new byte[2880]));
        }

        @Override
        protected Map<String, Object> properties() {
            return HANDLER;
        }
    }
    // @end

    // @start region="link"
    @Nested
    class Links extends LinkHandlerContract {

        private static final Target PAGE = new Target.Access(URI.create("http://example.org/about"));

        @Override
        protected LinkHandler handler(Services services) {
            return new PageOfLink();
        }

        @Override
        protected HandlerEvent.@NonNull Link accepted() {
            return Events.link(PAGE, "#documentation", "text/html; charset=utf-8");
        }

        @Override
        protected Optional<HandlerEvent.@NonNull Link> refused() {
            return Optional.of(Events.link(PAGE, "#preview", "image/png"));
        }

        @Override
        protected Map<String, Object> properties() {
            return HANDLER;
        }
    }
    // @end

    // @start region="viewer"
    @Nested
    class Viewers extends ResultViewerContract {

        @Override
        protected ResultViewer viewer(Services services) {
            return new TablesAsCsv(services.tables(), folder);
        }

        @Override
        protected String maker() {
            return "org.example.selected";
        }

        @Override
        protected HandlerResult shown() {
            return new HandlerResult.Table("selected", Events.positions(new Position(1, 2)));
        }
    }
    // @end

    // @start region="message"
    @Nested
    class Messages extends MessageHandlerContract {

        @Override
        protected MessageHandler handler(Services services) {
            return new SeparationMessage();
        }

        @Override
        protected SampMessage message() {
            return SampMessage.of("x-example.coord.separation", "ra1", "1", "dec1", "2", "ra2", "3", "dec2", "4");
        }

        @Override
        protected Map<String, Object> properties() {
            return Map.of(MessageHandler.MTYPES, "x-example.coord.separation");
        }
    }
    // @end

    // @start region="filter"
    @Nested
    class Filters extends FilterProviderContract {

        @Override
        protected FilterProvider provider() {
            return new HubbleFilters();
        }

        @Override
        protected Map<ColumnMeta, String> known() {
            return Map.of(magnitude("F814W", "phot.mag;em.opt.I"), "Stars in M 31 with ACS/WFC");
        }

        @Override
        protected List<ColumnMeta> unknown() {
            return List.of(magnitude("F814W", "phot.mag;em.opt.I"), magnitude("gmag", "phot.mag;em.opt.B"));
        }
    }
    // @end

    // @start region="format"
    @Nested
    class Formats extends TableFormatContract {

        @Override
        protected TableFormat format() {
            return new BarFormat();
        }

        @Override
        protected StarTable sample() {
            RowListStarTable table =
                    Events.table(new ColumnInfo("name", String.class, ""), new ColumnInfo("class", String.class, ""));
            table.addRow(new Object[] {"Vega", "A0V"});
            table.addRow(new Object[] {"\u03b1 CMa", ""});
            return table;
        }
    }
    // @end
}
