package org.volans.sky.internal.links;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Polygon;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Range;
import org.volans.sky.internal.SkyServlet;
import org.volans.sky.internal.data.TutorialContent;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.TableElement;
import uk.ac.starlink.votable.VOElement;
import uk.ac.starlink.votable.VOElementFactory;
import uk.ac.starlink.votable.VOStarTable;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;
import uk.ac.starlink.votable.datalink.ServiceDescriptorFactory;
import uk.ac.starlink.votable.datalink.ServiceParam;

class LinksAndCutoutsTest {

    private static final URI BASE = URI.create("http://127.0.0.1:9999/");
    private static final String MOSAIC = "ivo://sky.volans/astron/lolss?mosaic";
    private static final String CUBE = "ivo://sky.volans/gavo/cubes?field_0";

    @TempDir
    Path folder = Path.of("");

    private final RecordingImages images = new RecordingImages();
    private List<SkyServlet> servlets = List.of();

    @BeforeEach
    void start() {
        servlets = new TutorialContent(folder, images, new NullProgressMonitor()).servlets(BASE);
    }

    private HttpServlet servlet(String pattern) {
        return (HttpServlet) servlets.stream()
                .filter(s -> s.pattern().equals(pattern))
                .findFirst()
                .orElseThrow()
                .servlet();
    }

    @Test
    void linksOfSeveralIdentifiers() throws Exception {
        Exchange answer =
                Exchange.get("").with("id", MOSAIC).with("ID", "ivo://no/where").to(servlet("/astron/links"));
        assertThat(answer.status).isEqualTo(200);
        assertThat(answer.headers).containsEntry("Content-Type", "application/x-votable+xml;content=datalink");
        List<String> semantics = new ArrayList<>();
        StarTable table = table(answer);
        for (long row = 0; row < table.getRowCount(); row++) {
            semantics.add((String) table.getCell(row, 4));
            List<Object> targets = new ArrayList<>();
            for (int column = 1; column <= 3; column++) {
                targets.add(table.getCell(row, column));
            }
            assertThat(targets).filteredOn(target -> target != null).hasSize(1);
        }
        assertThat(semantics)
                .contains("#this", "#cutout", "#preview", "#progenitor", "#derivation")
                .endsWith("#this");
        assertThat(table.getCell(table.getRowCount() - 1, 3)).asString().startsWith("NotFoundFault: ivo://no/where");
        assertThat(table.getCell(0, 7)).isEqualTo(64_005_120L);
    }

    @Test
    void descriptorSaysWhatTheCutoutServiceTakes() throws Exception {
        ServiceDescriptor descriptor =
                descriptor(Exchange.post().with("ID", CUBE).to(servlet("/gavo/links")));
        assertThat(descriptor.getStandardId()).isEqualTo("ivo://ivoa.net/std/SODA#sync-1.0");
        assertThat(descriptor.getAccessUrl()).isEqualTo("http://127.0.0.1:9999/gavo/soda/sync");
        assertThat(java.util.Arrays.stream(descriptor.getInputParams()).map(ServiceParam::getName))
                .containsExactly("ID", "CIRCLE", "POLYGON", "POS", "BAND");
        assertThat(descriptor.getInputParams()[0].getValue()).isEqualTo(CUBE);
        assertThat(descriptor.getInputParams()[1].getXtype()).isEqualTo("circle");
        assertThat(descriptor.getInputParams()[4].getUnit()).isEqualTo("m");
    }

    @Test
    void anImageWithoutSpectralAxisOffersNoBand() throws Exception {
        ServiceDescriptor descriptor =
                descriptor(Exchange.get("").with("ID", MOSAIC).to(servlet("/astron/links")));
        assertThat(java.util.Arrays.stream(descriptor.getInputParams()).map(ServiceParam::getName))
                .doesNotContain("BAND");
    }

    @Test
    void linksWithoutIdentifierAreAFault() throws Exception {
        Exchange answer = Exchange.get("").with("ID", " ").to(servlet("/astron/links"));
        assertThat(answer.status).isEqualTo(400);
        assertThat(answer.text()).contains("QUERY_STATUS", "ERROR", "UsageFault: ID is missing");
        assertThat(Exchange.get("")
                        .with("ID", MOSAIC)
                        .with("RESPONSEFORMAT", "csv")
                        .to(servlet("/astron/links"))
                        .status)
                .isEqualTo(415);
    }

    @Test
    void regionsReachTheImageService() throws Exception {
        cut("CIRCLE", "240.484 46.768 0.02");
        cut("POLYGON", "240.4 46.7 240.5 46.7 240.45 46.8");
        cut("POS", "RANGE 240.4 240.5 46.7 46.8");
        cut("POS", "circle 240.484 46.768 0.02");
        assertThat(images.cuts)
                .extracting(c -> c.region().orElseThrow())
                .containsExactly(
                        new Circle(new Position(240.484, 46.768), 0.02),
                        new Polygon(List.of(
                                new Position(240.4, 46.7), new Position(240.5, 46.7), new Position(240.45, 46.8))),
                        new Range(240.4, 240.5, 46.7, 46.8),
                        new Circle(new Position(240.484, 46.768), 0.02));
    }

    private void cut(String name, String value) throws Exception {
        Exchange answer = Exchange.get("").with("ID", CUBE).with(name, value).to(servlet("/gavo/soda/sync"));
        assertThat(answer.status).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("cutout");
        assertThat(answer.headers).containsEntry("Content-Type", "image/fits");
        assertThat(images.cuts.get(images.cuts.size() - 1).out()).doesNotExist();
    }

    @Test
    void bandReachesTheServiceForACube() throws Exception {
        Exchange.get("").with("ID", CUBE).with("BAND", "2.0 +Inf").to(servlet("/gavo/soda/sync"));
        assertThat(images.cuts.get(0).band()).contains(new Interval(2.0, Double.POSITIVE_INFINITY));
    }

    @Test
    void cutoutsAsJobs() throws Exception {
        HttpServlet async = servlet("/gavo/soda/async/*");
        try {
            assertThat(job(async, "240.484 46.768 0.02")).isEqualTo("cutout");
            images.overlap = false;
            assertThat(job(async, "10 10 1")).isEqualTo("nothing there\n");
            String bad = create(async, "10 10");
            assertThat(finished(async, bad)).contains("ERROR", "UsageError: CIRCLE=10 10");
        } finally {
            async.destroy();
        }
    }

    private String job(HttpServlet async, String circle) throws Exception {
        String path = create(async, circle);
        assertThat(finished(async, path)).contains("COMPLETED");
        return Exchange.get(path + "/results/result").to(async).text();
    }

    private static String create(HttpServlet async, String circle) throws Exception {
        Exchange made = Exchange.post()
                .with("ID", CUBE)
                .with("CIRCLE", circle)
                .with("PHASE", "RUN")
                .to(async);
        assertThat(made.status).isEqualTo(303);
        String location = java.util.Objects.requireNonNull(made.headers.get("Location"));
        assertThat(location).startsWith("http://127.0.0.1:9999/gavo/soda/async/");
        return location.substring("http://127.0.0.1:9999/gavo/soda/async".length());
    }

    /** The job's document when it has ended; the service itself does the waiting. */
    private static String finished(HttpServlet async, String path) throws Exception {
        String document = "";
        for (String phase : List.of("QUEUED", "EXECUTING")) {
            document = Exchange.get(path)
                    .with("WAIT", "60")
                    .with("PHASE", phase)
                    .to(async)
                    .text();
        }
        return document;
    }

    @ParameterizedTest
    @CsvSource({"BAND,0.1 0.2", "TIME,40000 40001", "POL,V"})
    void whatTheDataSetHasNothingOfIsNoContent(String name, String value) throws Exception {
        Exchange answer = Exchange.get("").with("ID", CUBE).with(name, value).to(servlet("/gavo/soda/sync"));
        assertThat(answer.status).isEqualTo(204);
        assertThat(answer.bytes()).isEmpty();
        assertThat(images.cuts).isEmpty();
    }

    @Test
    void regionOffTheImageIsNoContent() throws Exception {
        images.overlap = false;
        Exchange answer =
                Exchange.get("").with("ID", CUBE).with("CIRCLE", "10 10 1").to(servlet("/gavo/soda/sync"));
        assertThat(answer.status).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "CIRCLE,10 10,a circle is ra",
        "CIRCLE,10 10 x,'x' is not a number",
        "CIRCLE,10 100 1,declination",
        "CIRCLE,10 10 -1,radius",
        "CIRCLE,NaN 10 1,not a number",
        "POLYGON,1 2 3 4,three pairs",
        "POS,BLOB 1 2,CIRCLE",
        "BAND,3 2,3",
        "TIME,a b,not a number",
    })
    void badValuesAreNamed(String name, String value, String said) throws Exception {
        Exchange answer = Exchange.get("").with("ID", CUBE).with(name, value).to(servlet("/gavo/soda/sync"));
        assertThat(answer.status).isEqualTo(400);
        assertThat(answer.headers.get("Content-Type")).startsWith("text/plain");
        assertThat(answer.text())
                .startsWith("UsageError: " + name + "=" + value)
                .contains(said);
        assertThat(answer.text().strip().lines()).hasSize(1);
        assertThat(images.cuts).isEmpty();
    }

    @Test
    void severalValuesAreNotSupported() throws Exception {
        Exchange two = Exchange.get("")
                .with("ID", CUBE)
                .with("CIRCLE", "1 2 3")
                .with("circle", "1 2 4")
                .to(servlet("/gavo/soda/sync"));
        assertThat(two.status).isEqualTo(400);
        assertThat(two.text()).startsWith("MultiValuedParamNotSupported: CIRCLE");
        Exchange none = Exchange.get("").to(servlet("/gavo/soda/sync"));
        assertThat(none.status).isEqualTo(400);
        assertThat(none.text()).startsWith("UsageError: ID is missing");
    }

    @Test
    void filesComeWholeOrInRanges() throws Exception {
        HttpServlet files = servlet("/data/*");
        Exchange whole = Exchange.get("/cubes/field_0.fits").to(files);
        assertThat(whole.headers).containsEntry("Content-Type", "image/fits");
        assertThat(whole.bytes().length % 2880).isZero();
        Exchange part = Exchange.get("/cubes/field_0.fits")
                .header("Range", "bytes=80-159")
                .to(files);
        assertThat(part.status).isEqualTo(206);
        assertThat(part.text()).startsWith("BITPIX  =").hasSize(80);
        assertThat(Exchange.get("/cubes/field_0.fits")
                        .header("Range", "bytes=99999999-")
                        .to(files)
                        .status)
                .isEqualTo(416);
        assertThat(Exchange.get("/../etc/passwd").to(files).status).isEqualTo(404);
        assertThat(Exchange.get("/spectra/source_0.vot").to(files).text()).contains("em.freq;meta.main");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9,0,9,true",
        "bytes=90-,90,99,true",
        "bytes=-10,90,99,true",
        "bytes=50-500,50,99,true",
        "bytes=9-5,0,99,false",
        "bytes=0-1;5-6,0,99,false",
        "lines=0-1,0,99,false",
        "bytes=-,0,99,false",
    })
    void ranges(String header, long first, long last, boolean partial) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange(first, last, partial));
    }

    @Test
    void previewIsDrawnOnce() throws Exception {
        HttpServlet previews = servlet("/preview/*");
        assertThat(Exchange.get("/cubes/field_0.fits.png").to(previews).text()).isEqualTo("picture");
        assertThat(Exchange.get("/cubes/field_0.fits.png").to(previews).headers)
                .containsEntry("Content-Type", "image/png");
        assertThat(images.rendered).isEqualTo(1);
        assertThat(Exchange.get("/nothing.png").to(previews).status).isEqualTo(404);
    }

    @Test
    void capabilitiesNameTheServices() throws Exception {
        assertThat(Exchange.get("").to(servlet("/astron/soda/capabilities")).text())
                .contains("ivo://ivoa.net/std/SODA#sync-1.0", "http://127.0.0.1:9999/astron/soda/sync")
                .contains("ivo://ivoa.net/std/SODA#async-1.0", "http://127.0.0.1:9999/astron/soda/async");
        assertThat(Exchange.get("").to(servlet("/astron/soda/availability")).text())
                .contains(">true<");
    }

    @Test
    void nothingIsLeftInTheTemporaryFolder() throws Exception {
        Exchange.get("").with("ID", CUBE).with("CIRCLE", "240.484 46.768 0.02").to(servlet("/gavo/soda/sync"));
        Path out = images.cuts.get(0).out();
        assertThat(Files.exists(java.util.Objects.requireNonNull(out.getParent())))
                .isFalse();
    }

    private static StarTable table(Exchange answer) throws Exception {
        VOElement top = document(answer);
        return new VOStarTable(
                (TableElement) top.getElementsByVOTagName("TABLE").item(0));
    }

    private static ServiceDescriptor descriptor(Exchange answer) throws Exception {
        ServiceDescriptor[] all = new ServiceDescriptorFactory().readAllServiceDescriptors(document(answer));
        assertThat(all).isNotEmpty();
        return all[0];
    }

    private static VOElement document(Exchange answer) throws Exception {
        return new VOElementFactory().makeVOElement(new ByteArrayInputStream(answer.bytes()), null);
    }
}
