package org.volans.datalink.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.volans.datalink.internal.PlainTables.param;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.datalink.SodaOutcome;
import org.volans.api.datalink.SodaRequest;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Polygon;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Range;
import org.volans.api.geometry.Region;
import org.volans.api.net.HttpAnswer;
import org.volans.datalink.internal.FakeService.Reply;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;

class SodaTest {

    private static final String SYNC = "ivo://ivoa.net/std/SODA#sync-1.0";
    private static final Circle CIRCLE = new Circle(new Position(240.484, 46.768), 0.00001);
    private static final Polygon TRIANGLE =
            new Polygon(List.of(new Position(10, 0), new Position(11, 0), new Position(10.5, 1)));
    private static final Reply FITS =
            Reply.of(200, "image/fits", String.format("%-2880s", "SIMPLE  =                    T"));

    @TempDir
    Path folder = Path.of("");

    private static String inputs(String... names) {
        StringBuilder inputs = new StringBuilder();
        Stream.of(names).forEach(n -> inputs.append(param(n, "")));
        return inputs.toString();
    }

    private static SodaRequest request(ServiceDescriptor service, List<Region> regions, List<Interval> bands) {
        return new SodaRequest(service, "", regions, bands, List.of(), List.of(), Duration.ofSeconds(30));
    }

    private SodaOutcome cutout(FakeService service, SodaRequest request) throws VoException {
        return new SodaProvider(service, new PlainTables())
                .cutout(request, folder.resolve("c.fits"), new NullProgressMonitor());
    }

    /** What the service is asked when its descriptor has these inputs. */
    private String asked(String inputs, Region region) throws Exception {
        try (FakeService service = new FakeService(q -> FITS)) {
            cutout(service, SodaRequest.of(descriptor(service, inputs), region));
            return service.requests().get(0);
        }
    }

    private static ServiceDescriptor descriptor(FakeService service, String inputs) throws ProtocolException {
        return PlainTables.descriptor(SYNC, service.url("/soda?v=2").toString(), inputs);
    }

    private SodaOutcome answered(Reply reply) throws Exception {
        try (FakeService service = new FakeService(q -> reply)) {
            return cutout(service, SodaRequest.of(descriptor(service, inputs("CIRCLE")), CIRCLE));
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ivo://ivoa.net/std/SODA#sync-1.0,BAND,true",
        "ivo://ivoa.net/std/soda#sync-1.1,BAND,true",
        "ivo://ivoa.net/std/SODA#async-1.0,CIRCLE,false",
        "ivo://ivoa.net/std/DataLink#links-1.0,ID,false",
        "'',CIRCLE,true",
        "'',pos,true",
        "'',ID,false"
    })
    void knowsSoda(String standard, String input, boolean soda) throws Exception {
        ServiceDescriptor descriptor = PlainTables.descriptor(standard, "http://x/s", inputs(input));
        assertThat(new SodaProvider(
                                (c, m) -> {
                                    throw new AssertionError("nothing is to be asked");
                                },
                                new PlainTables())
                        .isSoda(descriptor))
                .isEqualTo(soda);
    }

    @Test
    void sendsIdentifierFixedParametersAndShape() throws Exception {
        String inputs =
                param("ID", "value='ivo://a?b c'") + param("KIND", "value='DATA'") + inputs("circle", "POS", "FREE");
        assertThat(asked(inputs, CIRCLE))
                .isEqualTo("GET v=2&ID=ivo%3A%2F%2Fa%3Fb+c&KIND=DATA&circle=240.484+46.768+0.00001");
    }

    @Test
    void sendsTheShapeThatIsOfferedOrOneThatHoldsIt() throws Exception {
        assertThat(asked(inputs("POS"), CIRCLE)).isEqualTo("GET v=2&POS=CIRCLE+240.484+46.768+0.00001");
        assertThat(asked(inputs("POLYGON", "POS"), TRIANGLE)).isEqualTo("GET v=2&POLYGON=10+0+11+0+10.5+1");
        assertThat(asked(inputs("POS"), TRIANGLE)).isEqualTo("GET v=2&POS=POLYGON+10+0+11+0+10.5+1");
        assertThat(asked(inputs("CIRCLE", "POLYGON", "POS"), new Range(10, 11, -1, 2)))
                .isEqualTo("GET v=2&POS=RANGE+10+11+-1+2");
        Circle bounding = TRIANGLE.boundingCircle();
        assertThat(asked(inputs("CIRCLE"), TRIANGLE))
                .isEqualTo("GET v=2&CIRCLE=" + bounding.sodaValue().replace(' ', '+'));
        assertThat(asked(inputs("POLYGON"), CIRCLE)).startsWith("GET v=2&POLYGON=240.484+46.768010");
        assertThat(asked(inputs("RA", "DEC"), new Circle(new Position(180, 60), 1)))
                .startsWith("GET v=2&RA=177.99")
                .endsWith("&DEC=59+61");
        assertThat(asked(inputs("RA", "DEC"), new Circle(new Position(0.5, 0), 1)))
                .isEqualTo("GET v=2&RA=0+360&DEC=-1+1");
    }

    @Test
    void thePolygonAroundACircleHoldsIt() {
        for (double dec : new double[] {-89.5, -30, 0, 46.768, 89.9}) {
            for (double radius : new double[] {1e-4, 0.03, 5, 60}) {
                Circle circle = new Circle(new Position(359.9, dec), radius);
                Polygon polygon = Shapes.around(circle);
                for (int angle = 0; angle < 360; angle += 3) {
                    assertThat(polygon.contains(circle.center().offset(angle, radius)))
                            .isTrue();
                }
                assertThat(polygon.boundingCircle().radius()).isLessThan(radius * (radius < 10 ? 1.021 : 1.1));
            }
        }
    }

    @Test
    void sendsABigPolygonAsAForm() throws Exception {
        Polygon polygon = new Polygon(IntStream.range(0, 200)
                .mapToObj(i -> new Position(100 + Math.sin(i / 31.9), Math.cos(i / 31.9)))
                .toList());
        assertThat(asked(inputs("POLYGON"), polygon)).startsWith("POST POLYGON=100+1+");
    }

    @ParameterizedTest
    @CsvSource({
        "'',0.000002 0.0000022",
        "m,0.000002 0.0000022",
        "um,2 2.2",
        "nm,2000 2200",
        "Hz,136269299090909.08 149896229000000",
        "GHz,136269.2990909091 149896.229",
        "eV,0.5635645383327285 0.6199209921660013"
    })
    void sendsTheBandInTheServicesUnit(String unit, String value) throws Exception {
        List<String> numbers = SpectralUnits.convert(new Interval(2e-6, 2.2e-6), unit)
                .map(i -> List.of(i.sodaValue().split(" ")))
                .orElseThrow();
        List<String> expected = List.of(value.split(" "));
        for (int i = 0; i < 2; i++) {
            double number = Double.parseDouble(expected.get(i));
            assertThat(Double.parseDouble(numbers.get(i)))
                    .isCloseTo(number, org.assertj.core.data.Offset.offset(number * 1e-12));
        }
        assertThat(SpectralUnits.convert(new Interval(0, Double.POSITIVE_INFINITY), "Hz")
                        .orElseThrow())
                .isEqualTo(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertThat(SpectralUnits.convert(new Interval(1, 2), "furlong")).isEmpty();
    }

    @Test
    void sendsBandTimeAndPolarisation() throws Exception {
        try (FakeService service = new FakeService(q -> FITS)) {
            cutout(
                    service,
                    new SodaRequest(
                            descriptor(service, inputs("ID", "BAND", "TIME", "POL")),
                            "own",
                            List.of(),
                            List.of(new Interval(2.1e-7, Double.POSITIVE_INFINITY)),
                            List.of(new Interval(59000.5, 59001)),
                            List.of("I", "V"),
                            Duration.ofSeconds(30)));
            assertThat(service.requests())
                    .containsExactly("GET v=2&ID=own&BAND=0.00000021+%2BInf&TIME=59000.5+59001&POL=I&POL=V");
        }
    }

    @Test
    void asksNothingThatTheServiceDoesNotTake() throws Exception {
        try (FakeService service = new FakeService(q -> FITS)) {
            ServiceDescriptor imageOnly = descriptor(service, inputs("POS", "KIND"));
            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(() -> cutout(service, request(imageOnly, List.of(CIRCLE), List.of(new Interval(1, 2)))))
                    .withMessageContaining("cannot select by BAND; it takes KIND, POS");
            ServiceDescriptor bandOnly = descriptor(service, inputs("BAND"));
            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(() -> cutout(service, SodaRequest.of(bandOnly, CIRCLE)))
                    .withMessageContaining("cannot select by a region; it takes BAND");
            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(() -> cutout(service, SodaRequest.of(descriptor(service, inputs("ID", "POS")), CIRCLE)))
                    .withMessageContaining("identifier");
            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(() -> cutout(service, request(imageOnly, List.of(CIRCLE, TRIANGLE), List.of())))
                    .withMessageContaining("one region, not of 2");
            assertThat(service.requests()).isEmpty();
        }
    }

    @Test
    void asksNothingWhenTheDescriptorAlreadySaysThatTheBandIsElsewhere() throws Exception {
        String band = "<PARAM name='BAND' datatype='double' arraysize='2' unit='m' value=''>"
                + "<VALUES><MIN value='1.8'/><MAX value='2.5'/></VALUES></PARAM>";
        try (FakeService service = new FakeService(q -> FITS)) {
            SodaOutcome outcome =
                    cutout(service, request(descriptor(service, band), List.of(), List.of(new Interval(3, 4))));
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            SodaOutcome.NoOverlap.class,
                            n -> assertThat(n.message()).contains("from 1.8 to 2.5 m"));
            assertThat(service.requests()).isEmpty();
            assertThat(cutout(service, request(descriptor(service, band), List.of(), List.of(new Interval(2.4, 4)))))
                    .isInstanceOf(SodaOutcome.Data.class);
        }
    }

    @Test
    void keepsWhatItReceives() throws Exception {
        SodaOutcome outcome = answered(FITS);
        assertThat(outcome).isInstanceOfSatisfying(SodaOutcome.Data.class, data -> {
            assertThat(data.bytes()).isEqualTo(2880);
            assertThat(data.mediaType()).isEqualTo("image/fits");
            assertThat(data.file()).isEqualTo(folder.resolve("c.fits")).hasSize(2880);
            assertThat(data.request().getQuery()).isEqualTo("v=2&CIRCLE=240.484+46.768+0.00001");
        });
        assertThat(files()).containsExactly("c.fits");
    }

    @Test
    void takesCompressedFitsAndOtherData() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(FITS.body());
        }
        assertThat(answered(new Reply(200, "image/fits", bytes.toByteArray()))).isInstanceOf(SodaOutcome.Data.class);
        assertThat(answered(new Reply(200, "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2})))
                .isInstanceOf(SodaOutcome.Data.class);
        assertThat(answered(Reply.of(200, "application/x-votable+xml", "<VOTABLE><RESOURCE/></VOTABLE>")))
                .isInstanceOf(SodaOutcome.Data.class);
    }

    @ParameterizedTest
    @CsvSource({
        "204,'',''",
        "400,text/plain,UsageFault: The region does not overlap the image",
        "404,text/plain,No data found in region",
        "500,text/plain,cutout outside of the image",
        "200,text/plain,NoContentFault: no overlap",
        "200,text/html,<html><body>Error: the circle is out of bounds</body></html>",
        "200,text/xml,<VOTABLE><RESOURCE><INFO name='QUERY_STATUS' value='ERROR'>Regions are disjoint</INFO></RESOURCE></VOTABLE>"
    })
    void tellsThatThereIsNothing(int status, String type, String body) throws Exception {
        assertThat(answered(Reply.of(status, type, body))).isInstanceOf(SodaOutcome.NoOverlap.class);
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400,text/plain,CIRCLE: three numbers needed,CIRCLE: three numbers needed",
        "500,text/plain,Internal error,Internal error",
        "200,text/plain,Disk quota exceeded,Disk quota exceeded",
        "200,image/fits,'<!DOCTYPE html><title>Login</title><p>Who are you?</p>',Login: Login Who are you?",
        "200,text/xml,<VOTABLE><RESOURCE><INFO name='QUERY_STATUS' value='ERROR'>bad</INFO></RESOURCE></VOTABLE>,bad",
        "200,image/fits,'',the answer is empty"
    })
    void passesOnTheServersWords(int status, String type, String body, String words) throws Exception {
        Files.writeString(folder.resolve("c.fits"), "old");
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> answered(Reply.of(status, type, body)))
                .withMessageContaining(words);
        assertThat(files()).containsExactly("c.fits");
        assertThat(folder.resolve("c.fits")).hasContent("old");
    }

    @Test
    void refusesWhatIsCalledFitsAndIsNot() throws Exception {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> answered(new Reply(200, "image/fits", new byte[] {1, 2, 3, 4})))
                .withMessageContaining("called image/fits but does not begin like FITS");
        assertThat(files()).isEmpty();
    }

    private void receive(String length, IProgressMonitor monitor) throws VoException {
        ServiceDescriptor descriptor = PlainTables.descriptor(SYNC, "http://h/s", inputs("CIRCLE"));
        new SodaProvider(
                        (call, m) -> FakeService.answer(
                                call.uri(),
                                200,
                                n -> n.equals("Content-Length")
                                        ? Optional.of(length)
                                        : Optional.of("image/fits").filter(t -> n.equals("Content-Type")),
                                new ByteArrayInputStream(FITS.body())),
                        new PlainTables())
                .cutout(SodaRequest.of(descriptor, CIRCLE), folder.resolve("c.fits"), monitor);
    }

    @Test
    void refusesLessThanWasPromised() throws Exception {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> receive("5760", new NullProgressMonitor()))
                .withMessage("h: the data broke off after 2880 of 5760 bytes");
        assertThat(files()).isEmpty();
        receive("2880", new NullProgressMonitor());
        assertThat(files()).containsExactly("c.fits");
    }

    @Test
    void leavesNothingWhenCancelled() throws Exception {
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThatExceptionOfType(OperationCanceledException.class).isThrownBy(() -> receive("2880", monitor));
        assertThat(files()).isEmpty();
    }

    @Test
    void saysThatTheDiskIsFullAndLeavesNothing() throws Exception {
        HttpAnswer answer = FakeService.answer(
                URI.create("http://h/"), 200, n -> Optional.empty(), new ByteArrayInputStream(FITS.body()));
        Path target = folder.resolve("c.fits");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> {
                    try (Download download = full(target)) {
                        download.fetch(answer, new NullProgressMonitor());
                    }
                })
                .withMessage("cannot write '" + target + "': the disk is full");
        assertThat(files()).isEmpty();
    }

    /** A download whose disk takes a thousand bytes. */
    private static Download full(Path target) throws InputException {
        return new Download(target) {
            @Override
            OutputStream open() throws IOException {
                OutputStream out = super.open();
                return new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        if (Files.size(part()) == 1000) {
                            throw new IOException("No space left on device");
                        }
                        out.write(b);
                    }

                    @Override
                    public void close() throws IOException {
                        out.close();
                    }
                };
            }
        };
    }

    @Test
    void replacesNoDevice() throws Exception {
        Path device = Path.of("/dev/null");
        org.assertj.core.api.Assumptions.assumeThat(Files.exists(device)).isTrue();
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> new Download(device))
                .withMessage("cannot write '/dev/null': it is no ordinary file that could be replaced");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no/c.fits", "."})
    void asksNothingWhenTheTargetCannotBeWritten(String target) throws Exception {
        try (FakeService service = new FakeService(q -> FITS)) {
            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(() -> new SodaProvider(service, new PlainTables())
                            .cutout(
                                    SodaRequest.of(descriptor(service, inputs("CIRCLE")), CIRCLE),
                                    folder.resolve(target),
                                    new NullProgressMonitor()))
                    .withMessageContaining("folder");
            assertThat(service.requests()).isEmpty();
        }
    }
}
