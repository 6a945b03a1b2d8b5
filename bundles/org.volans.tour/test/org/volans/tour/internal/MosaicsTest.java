package org.volans.tour.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.cutout.CuttableImage;
import org.volans.api.cutout.ServiceTable;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.datalink.SodaService;
import org.volans.api.geometry.Position;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.table.TableMeta;
import org.volans.api.table.VotableDocument;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;

@SuppressWarnings("null")
class MosaicsTest {

    private static final URI SERVICE = URI.create("http://img.example/tap");
    private static final List<Position> OBJECTS = List.of(new Position(10, 0));

    private final Step step = new Step("cutouts", "Cut", System.nanoTime());
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    /** Rows of footprint and name; the links of those called dead are not to be had. */
    private List<CuttableImage> find(boolean overflow, String... footprintsAndNames) throws VoException {
        RowListStarTable table = Tables.table(
                Tables.column("cover", String.class, "", "pos.outline;obs.field"),
                Tables.column("name", String.class, "", ""));
        for (int i = 0; i < footprintsAndNames.length; i += 2) {
            table.addRow(new Object[] {footprintsAndNames[i], footprintsAndNames[i + 1]});
        }
        VotableDocument document = new VotableDocument(List.of(table), List.of(), List.of());
        TapService tap = proxy(TapService.class, args -> new TapResult(table, overflow, document));
        DatalinkService datalink = proxy(
                DatalinkService.class,
                args -> args[0] instanceof LinksRequest request
                        ? links(request.url().getPath())
                        : Optional.of(LinksRequest.of(
                                URI.create("http://img.example/" + table.getCell((long) args[1], 1)), List.of())));
        SodaService soda = proxy(SodaService.class, args -> true);
        Inquiry inquiry = new Inquiry(SERVICE, Duration.ofSeconds(5), step);
        TableMeta meta = new TableMeta("img.plates", "", "", "table", "", List.of());
        return new Mosaics(tap, datalink, soda, inquiry)
                .find(new ServiceTable("Plates", SERVICE, meta), OBJECTS, new NullProgressMonitor());
    }

    private List<LinkRow> links(String path) throws VoException {
        asked.add(path);
        if (path.contains("dead")) {
            throw new ServiceException(SERVICE, 500, "out of order", null);
        }
        LinkRow.Target service = new LinkRow.Target.Service(proxy(ServiceDescriptor.class, args -> null));
        return List.of(new LinkRow(path, service, "#cutout", "", "", OptionalLong.empty(), "", ""));
    }

    private interface Work {
        Object of(Object... arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Work work) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> work.of(args)));
    }

    @Test
    void linksThatAreNotToBeHadCostTheirOwnImageAlone() throws VoException {
        assertThat(find(false, "CIRCLE 10 0 1", "dead", "CIRCLE 10 0 2", "good"))
                .extracting(c -> c.link().id())
                .containsExactly("/good");
        assertThat(step.warnings()).containsExactly("the links of 1 image are not to be had: out of order");
    }

    @Test
    void whenNoLinksAreToBeHadTheReasonIsTheServices() {
        assertThatThrownBy(() -> find(false, "CIRCLE 10 0 1", "dead"))
                .isInstanceOf(ServiceException.class)
                .hasMessage("out of order");
    }

    @Test
    void imagesThatCoverNoneOfThePositionsAreNotAskedForLinks() throws VoException {
        assertThat(find(false, "CIRCLE 200 0 1", "far", "", "unknown")).hasSize(1);
        assertThat(asked).containsExactly("/unknown");
        assertThat(find(false, "CIRCLE 200 0 1", "far")).isEmpty();
    }

    @Test
    void aTableThatWasCutOffIsSaidSo() throws VoException {
        find(true, "CIRCLE 10 0 1", "good");
        assertThat(step.warnings()).singleElement().asString().contains("only 1 rows of img.plates");
    }
}
