package org.volans.datalink.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.volans.datalink.internal.Descriptors.param;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.InputException;
import org.volans.api.datalink.SodaOutcome;
import org.volans.api.datalink.SodaRequest;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Polygon;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Range;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.spectral.SpectralUnits;
import org.volans.sdk.testing.StilTables;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;

/** What a cutout service is asked. */
class SodaParametersTest extends SodaFixture {

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
        ServiceDescriptor descriptor = Descriptors.descriptor(standard, "http://x/s", inputs(input));
        assertThat(new SodaProvider(
                                (c, m) -> {
                                    throw new AssertionError("nothing is to be asked");
                                },
                                new StilTables())
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
        List<String> numbers = SpectralUnits.fromMetres(new Interval(2e-6, 2.2e-6), unit)
                .map(i -> List.of(i.sodaValue().split(" ")))
                .orElseThrow();
        List<String> expected = List.of(value.split(" "));
        for (int i = 0; i < 2; i++) {
            double number = Double.parseDouble(expected.get(i));
            assertThat(Double.parseDouble(numbers.get(i)))
                    .isCloseTo(number, org.assertj.core.data.Offset.offset(number * 1e-12));
        }
        assertThat(SpectralUnits.fromMetres(new Interval(0, Double.POSITIVE_INFINITY), "Hz")
                        .orElseThrow())
                .isEqualTo(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertThat(SpectralUnits.fromMetres(new Interval(1, 2), "furlong")).isEmpty();
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
    void sendsParametersOfTheServicesOwnInItsSpelling() throws Exception {
        try (FakeService service = new FakeService(q -> FITS)) {
            ServiceDescriptor descriptor =
                    descriptor(service, inputs("CIRCLE") + param("Format", "value='fits'") + inputs("Scale"));
            List<Field> more = List.of(new Field("scale", "2"), new Field("FORMAT", "png"));
            cutout(
                    service,
                    new SodaRequest(
                            descriptor,
                            "",
                            List.of(CIRCLE),
                            List.of(),
                            List.of(),
                            List.of(),
                            more,
                            Duration.ofSeconds(30)));
            assertThat(service.requests()).containsExactly("GET v=2&CIRCLE=240.484+46.768+0.00001&Scale=2&Format=png");
            List<Field> unknown = List.of(new Field("colour", "red"));
            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(() -> cutout(
                            service,
                            new SodaRequest(
                                    descriptor,
                                    "",
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    unknown,
                                    Duration.ofSeconds(30))))
                    .withMessageContaining("cannot select by COLOUR");
        }
    }

    @Test
    void readsARangeThatStandsInTheMaximumAlone() throws Exception {
        String band = "<PARAM name='BAND' datatype='double' arraysize='2' unit='m' xtype='interval' value=''>"
                + "<VALUES><MAX value='1.8 2.5'/></VALUES></PARAM>";
        try (FakeService service = new FakeService(q -> FITS)) {
            assertThat(cutout(service, request(descriptor(service, band), List.of(), List.of(new Interval(3, 4)))))
                    .isInstanceOf(SodaOutcome.NoOverlap.class);
        }
    }
}
