package org.volans.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.InputException;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.datalink.SodaOutcome;
import org.volans.api.datalink.SodaRequest;
import org.volans.api.datalink.SodaService;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Polygon;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Range;
import org.volans.api.geometry.Region;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImageService;
import org.volans.api.table.VotableDocument;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapService;

/** From a row of the mosaic's table, or of ObsCore, to a part of its image. */
@ExtendWith(House.class)
class LinksAndCutoutsContractTest {

    private static final Position OBJECT = new Position(240.484, 46.768);
    private static final String CUBES = "ivo://sky.volans/gavo/cubes?field_";

    private final DatalinkService datalink;
    private final SodaService soda;
    private final TapService tap;
    private final ImageService images;
    private final Sky sky;

    @TempDir
    private Path folder;

    LinksAndCutoutsContractTest(
            DatalinkService datalink, SodaService soda, TapService tap, ImageService images, Sky sky) {
        this.datalink = datalink;
        this.soda = soda;
        this.tap = tap;
        this.images = images;
        this.sky = sky;
    }

    @Test
    void aRowOfTheMosaicsTableLeadsToACutoutService() throws Exception {
        List<LinkRow> links = mosaicLinks("*");
        assertThat(links).extracting(LinkRow::semantics).contains("#this", "#cutout", "#preview");
        assertThat(links).extracting(LinkRow::id).containsOnly("ivo://sky.volans/astron/lolss?mosaic");
        assertThat(links).anyMatch(l -> l.descriptor().filter(soda::isSoda).isPresent());
    }

    /** The tutorial asks for the identifier alone; the descriptor that comes with the table makes links of it. */
    @Test
    void theIdentifierColumnAloneIsEnough() throws Exception {
        assertThat(mosaicLinks("pubdid")).extracting(LinkRow::semantics).contains("#this", "#cutout");
    }

    @Test
    void anObscoreRowLeadsThere() throws Exception {
        assertThat(links("gavo", "SELECT * FROM ivoa.obscore WHERE obs_publisher_did = '" + CUBES + "0'"))
                .extracting(LinkRow::id)
                .containsOnly(CUBES + "0");
    }

    @Test
    void severalIdentifiersAreOneRequestAndAWrongOneIsAFaultOfItsOwn() throws Exception {
        long mark = sky.mark();
        List<LinkRow> links = datalink.links(
                LinksRequest.of(sky.at("gavo/links"), List.of(CUBES + "0", CUBES + "3", CUBES + "99")),
                new NullProgressMonitor());
        assertThat(sky.since(mark, "/gavo/links"::equals)).hasSize(1);
        assertThat(links).extracting(LinkRow::id).contains(CUBES + "0", CUBES + "3");
        assertThat(links)
                .filteredOn(l -> l.id().equals(CUBES + "99"))
                .hasSize(1)
                .allSatisfy(l -> assertThat(l.target()).isInstanceOf(LinkRow.Target.Fault.class));
    }

    @Test
    void cutsACircle() throws Exception {
        FitsImage image = cut(new Circle(OBJECT, 0.02));
        // 0.02 degrees of 3 arcsec pixels to each side
        assertThat(image.shape()).allSatisfy(side -> assertThat(side).isBetween(48L, 50L));
        assertMiddle(image, OBJECT, 1);
    }

    @Test
    void cutsAPolygon() throws Exception {
        FitsImage image = cut(new Polygon(
                List.of(new Position(240.40, 46.70), new Position(240.50, 46.70), new Position(240.45, 46.80))));
        // 0.1 degrees high; 0.1 degrees of right ascension at declination 46.7 are 0.0686 degrees
        assertThat(image.shape().get(1)).isBetween(120L, 122L);
        assertThat(image.shape().get(0)).isBetween(82L, 85L);
    }

    @Test
    void cutsARange() throws Exception {
        FitsImage image = cut(new Range(240.40, 240.50, 46.70, 46.80));
        assertThat(image.shape().get(1)).isBetween(120L, 123L);
        assertMiddle(image, new Position(240.45, 46.75), 2);
    }

    @Test
    void cutsABandOfACube() throws Exception {
        LinkRow link = sodaOf(links("gavo", "SELECT * FROM ivoa.obscore WHERE obs_publisher_did = '" + CUBES + "0'"));
        SodaRequest request = new SodaRequest(
                link.descriptor().orElseThrow(),
                link.id(),
                List.of(new Circle(OBJECT, 0.02)),
                List.of(new Interval(2.0, 2.2)),
                List.of(),
                List.of(),
                Duration.ofSeconds(30));
        Path file = folder.resolve("cube.fits");
        assertThat(soda.cutout(request, file, new NullProgressMonitor())).isInstanceOf(SodaOutcome.Data.class);
        FitsImage cube = images.open(file, new NullProgressMonitor()).get(0);
        // 136.3 to 149.9 MHz: of channels 1.2 MHz wide that is 12 or 13, the edge ones touched
        assertThat(cube.shape()).hasSize(3);
        assertThat(cube.shape().get(2)).isBetween(11L, 13L);
        Interval band = cube.band().orElseThrow();
        assertThat(band.low()).isBetween(1.96, 2.01);
        assertThat(band.high()).isBetween(2.19, 2.24);
    }

    @Test
    void aPositionOffTheMosaicIsNoOverlapAndLeavesNoFile() throws Exception {
        Path file = folder.resolve("nothing.fits");
        SodaOutcome outcome = soda.cutout(
                SodaRequest.of(mosaic().descriptor().orElseThrow(), new Circle(new Position(10, -30), 0.02)),
                file,
                new NullProgressMonitor());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SodaOutcome.NoOverlap.class,
                        n -> assertThat(n.message()).isNotBlank());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatTheServiceDoesNotTakeIsSaidBeforeItIsAsked() throws Exception {
        LinkRow link = mosaic();
        SodaRequest request = new SodaRequest(
                link.descriptor().orElseThrow(),
                link.id(),
                List.of(),
                List.of(),
                List.of(),
                List.of("I"),
                Duration.ofSeconds(30));
        long mark = sky.mark();
        assertThatThrownBy(() -> soda.cutout(request, folder.resolve("pol.fits"), new NullProgressMonitor()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("POL")
                .hasMessageContaining("CIRCLE");
        assertThat(sky.since(mark, path -> path.contains("/soda/"))).isEmpty();
    }

    private FitsImage cut(Region region) throws Exception {
        LinkRow link = mosaic();
        Path file = folder.resolve("cut.fits");
        long mark = sky.mark();
        SodaOutcome outcome =
                soda.cutout(SodaRequest.of(link.descriptor().orElseThrow(), region), file, new NullProgressMonitor());
        assertThat(sky.since(mark, path -> path.contains("/soda/"))).hasSize(1);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SodaOutcome.Data.class,
                        data -> assertThat(data.bytes()).isEqualTo(file.toFile().length()));
        List<FitsImage> found = images.open(file, new NullProgressMonitor());
        assertThat(found).hasSize(1);
        assertThat(found.get(0).wcs().orElseThrow().pixelScale()[0] * 3600).isCloseTo(3, Offset.offset(1e-6));
        return found.get(0);
    }

    /** The middle of the image is the middle of what was asked for, within so many pixels. */
    private static void assertMiddle(FitsImage image, Position position, double pixels) {
        Optional<double[]> pixel = image.wcs().orElseThrow().toPixel(position);
        assertThat(pixel).isPresent();
        for (int axis = 0; axis < 2; axis++) {
            assertThat(pixel.get()[axis]).isCloseTo((image.shape().get(axis) + 1) / 2.0, Offset.offset(pixels));
        }
    }

    private LinkRow mosaic() throws Exception {
        return sodaOf(mosaicLinks("*"));
    }

    private LinkRow sodaOf(List<LinkRow> links) {
        return links.stream()
                .filter(l -> l.descriptor().filter(soda::isSoda).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private List<LinkRow> mosaicLinks(String columns) throws Exception {
        return links("astron", "SELECT " + columns + " FROM lolss.mosaic");
    }

    private List<LinkRow> links(String centre, String adql) throws Exception {
        VotableDocument document = tap.query(TapQuery.of(sky.tap(centre), adql), new NullProgressMonitor())
                .document();
        LinksRequest request = datalink.requestFor(document, 0).orElseThrow();
        return datalink.links(request, new NullProgressMonitor());
    }
}
