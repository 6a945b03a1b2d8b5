package org.volans.tour.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cutout.CutoutService;
import org.volans.api.cutout.CuttableImage;
import org.volans.api.cutout.NearbySource;
import org.volans.api.cutout.PositionCutout;
import org.volans.api.cutout.ServiceTable;
import org.volans.api.datalink.LinkRow;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.discovery.DiscoveryService;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.inquiry.Journal;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryService;
import org.volans.api.table.TableMeta;
import uk.ac.starlink.table.RowListStarTable;

@SuppressWarnings("null")
class CutoutHereTest {

    private static final URI REGISTRY = URI.create("http://reg.example/tap");
    private static final URI SHARP = URI.create("http://sharp.example/tap");
    private static final URI BLURRED = URI.create("http://blurred.example/tap");
    private static final Position HERE = new Position(10, 0);
    private static final double RADIUS = 100 / 3600.0;

    private final List<String> asked = new ArrayList<>();
    private final RowListStarTable found = Tables.table(
            Tables.column("service_url", String.class, "", ""),
            Tables.column("dataproduct_type", String.class, "", ""),
            Tables.column("s_resolution", Double.class, "arcsec", ""));
    private boolean dead;
    private boolean cut = true;
    private boolean cuttable = true;

    private final CutoutHere cutouts = new CutoutHere(
            proxy(RegistryService.class, args -> List.of(record("blurred", BLURRED), record("sharp", SHARP))),
            proxy(DiscoveryService.class, args -> discover((DiscoveryRequest) args[0])),
            proxy(CutoutService.class, this::step),
            "radio");

    private interface Work {
        Object of(Object... arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Work work) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> work.of(args)));
    }

    private static RegistryRecord record(String name, URI url) {
        return new RegistryRecord(
                "ivo://x/" + name,
                name,
                name,
                "",
                "",
                List.of(),
                List.of(),
                "",
                "",
                "",
                "",
                List.of(new RegistryRecord.Interface("ivo://ivoa.net/std/tap", url, false, List.of())));
    }

    private DiscoveryReport discover(DiscoveryRequest request) {
        asked.add("discovery");
        return new DiscoveryReport(
                request.services().stream()
                        .<ServiceOutcome>map(s -> dead
                                ? new ServiceOutcome.Failed(s, Duration.ZERO, "", "gone", false)
                                : new ServiceOutcome.Answered(s, Duration.ZERO, "", 1, 1, false, ""))
                        .toList(),
                found);
    }

    /** The steps by what they are given. */
    private Object step(Object... args) {
        return switch (args[0]) {
            case DiscoveryReport part -> images(part);
            case DiscoveryRequest.Service service -> {
                asked.add("catalogues of " + service.name());
                yield List.of(new ServiceTable(
                        service.name(), service.url(), new TableMeta("c", "", "", "table", "", List.of())));
            }
            case ServiceTable catalogue ->
                List.of(Optional.of(new NearbySource("src", HERE, 0, Optional.of(0.01), found, 0, catalogue.name())));
            case Position position -> made(position, args);
            default -> throw new AssertionError(args[0]);
        };
    }

    private List<CuttableImage> images(DiscoveryReport part) {
        if (!cuttable) {
            return List.of();
        }
        String title = Cells.text(part.table(), 0, 0);
        LinkRow link =
                new LinkRow(title, new LinkRow.Target.Fault("unused"), "#cutout", "", "", OptionalLong.empty(), "", "");
        return List.of(new CuttableImage(title, link, Optional.of(Region.parse("CIRCLE 10 0 1"))));
    }

    @SuppressWarnings("unchecked")
    private PositionCutout made(Position position, Object... args) {
        List<CuttableImage> images = (List<CuttableImage>) args[3];
        asked.add("cutout of " + images.getFirst().title());
        Optional<NearbySource> source = (Optional<NearbySource>) args[1];
        Circle circle =
                new Circle(position, source.flatMap(NearbySource::majorAxis).orElse((double) args[2]));
        return cut
                ? new PositionCutout.Made(circle, "", source, "", 0, images.getFirst(), (Path) args[4], 1)
                : new PositionCutout.Failed(circle, "", source, "", 0, "out of order");
    }

    private PositionCutout cut(Position position) throws VoException {
        return cutouts.cut(
                position,
                RADIUS,
                Path.of("x.fits"),
                new Inquiry(REGISTRY, Duration.ofSeconds(5), Journal.NONE),
                new NullProgressMonitor());
    }

    private void covered() {
        found.addRow(new Object[] {BLURRED.toString(), "image", 60.0});
        found.addRow(new Object[] {BLURRED.toString(), "spectrum", 1.0});
        found.addRow(new Object[] {SHARP.toString(), "cube", 1.0});
        found.addRow(new Object[] {SHARP.toString(), "image", 5.0});
    }

    @Test
    void theSharpestImageIsCutAsLargeAsTheSourceOfItsOwnService() throws VoException {
        covered();
        PositionCutout cutout = cut(HERE);
        assertThat(cutout).isInstanceOf(PositionCutout.Made.class);
        assertThat(cutout.circle().radius()).isEqualTo(0.01);
        assertThat(asked).containsExactly("discovery", "catalogues of sharp", "cutout of " + SHARP);
    }

    @Test
    void whatIsKnownIsNotAskedAgain() throws VoException {
        covered();
        cut(HERE);
        asked.clear();
        cut(new Position(10.5, 0));
        assertThat(asked).containsExactly("cutout of " + SHARP);
        asked.clear();
        cut(new Position(100, 0));
        assertThat(asked).contains("discovery");
    }

    @Test
    void animageThatGivesNothingAnyMoreIsLookedForAgain() throws VoException {
        covered();
        cut(HERE);
        asked.clear();
        cut = false;
        assertThat(cut(HERE)).isInstanceOf(PositionCutout.Failed.class);
        assertThat(asked).contains("discovery");
    }

    @Test
    void noImageIsSaidInWords() throws VoException {
        assertThat(cut(HERE))
                .isInstanceOfSatisfying(
                        PositionCutout.Nothing.class,
                        nothing -> assertThat(nothing.message()).startsWith("no radio image covers"));
        covered();
        cuttable = false;
        assertThat(cut(HERE))
                .isInstanceOfSatisfying(
                        PositionCutout.Nothing.class,
                        nothing -> assertThat(nothing.message()).contains("none that a cutout service can cut"));
    }

    @Test
    void whenNobodyAnswersItIsSaid() {
        dead = true;
        assertThatThrownBy(() -> cut(HERE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none of the 2 services");
    }
}
