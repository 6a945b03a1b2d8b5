package org.volans.datalink.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.volans.datalink.internal.Descriptors.param;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.ProtocolException;
import org.volans.api.datalink.ServiceInput;
import org.volans.api.datalink.ServiceInput.Kind;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Polygon;
import org.volans.api.geometry.Position;
import org.volans.api.spectral.SpectralUnits;

/** How a descriptor describes its inputs. */
class ServiceInputTest {

    private static ServiceInput input(String xml) throws ProtocolException {
        return ServiceInput.of(Descriptors.descriptor("", "http://x/s", xml)).get(0);
    }

    private static ServiceInput number(String name, String more, String values) throws ProtocolException {
        return input("<PARAM name='" + name + "' datatype='double' value='' " + more + ">" + values + "</PARAM>");
    }

    @ParameterizedTest
    @CsvSource({
        "CIRCLE,arraysize='3' xtype='circle',CIRCLE",
        "circle,arraysize='3',CIRCLE",
        "HOLE,arraysize='3' xtype='circle',CIRCLE",
        "POLYGON,arraysize='*' xtype='polygon',POLYGON",
        "POS,arraysize='*',POS",
        "BAND,arraysize='2' xtype='interval',BAND",
        "TIME,arraysize='2' xtype='interval',TIME",
        "POL,arraysize='*',POL",
        "VELOCITY,arraysize='2',INTERVAL",
        "SCALE,'',NUMBER",
        "VECTOR,arraysize='3',TEXT",
        "NAMED,ref='col1',FIXED",
        "ID,'',FIXED"
    })
    void tellsTheKind(String name, String more, Kind kind) throws ProtocolException {
        assertThat(number(name, more, "").kind()).isEqualTo(kind);
    }

    @Test
    void aValueIsFixedUnlessThereIsAChoice() throws ProtocolException {
        assertThat(input(param("KIND", "value='DATA'")).kind()).isEqualTo(Kind.FIXED);
        ServiceInput choice = input("<PARAM name='FORMAT' datatype='char' arraysize='*' value='fits'><VALUES>"
                + "<OPTION value='fits'/><OPTION value='png'/></VALUES></PARAM>");
        assertThat(choice.kind()).isEqualTo(Kind.CHOICE);
        assertThat(choice.options()).containsExactly("fits", "png");
        assertThat(choice.value()).isEqualTo("fits");
        assertThat(choice.arraysize()).isEqualTo("*");
    }

    @Test
    void readsBothWaysToWriteLimits() throws ProtocolException {
        String band = "arraysize='2' unit='m' xtype='interval'";
        Interval limits = new Interval(4.5, 7.1);
        assertThat(number("BAND", band, "<VALUES><MIN value='4.5'/><MAX value='7.1'/></VALUES>")
                        .limits())
                .contains(limits);
        assertThat(number("BAND", band, "<VALUES><MAX value='4.5 7.1'/></VALUES>")
                        .limits())
                .contains(limits);
        assertThat(number("SCALE", "", "<VALUES><MIN value='0'/></VALUES>").limits())
                .contains(new Interval(0, Double.POSITIVE_INFINITY));
        assertThat(number("BAND", band, "").limits()).isEmpty();
        assertThat(number("BAND", band, "<VALUES><MAX value='a b'/></VALUES>").limits())
                .isEmpty();
    }

    @Test
    void readsWhatADataSetCovers() throws ProtocolException {
        assertThat(number("CIRCLE", "arraysize='3'", "<VALUES><MAX value='240 46 2.5'/></VALUES>")
                        .coverage())
                .contains(new Circle(new Position(240, 46), 2.5));
        assertThat(number("POLYGON", "arraysize='*'", "<VALUES><MAX value='0 0 1 0 1 1'/></VALUES>")
                        .coverage()
                        .orElseThrow())
                .isInstanceOf(Polygon.class);
        assertThat(number("CIRCLE", "arraysize='3'", "<VALUES><MAX value='240 96 2.5'/></VALUES>")
                        .coverage())
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAValue() throws ProtocolException {
        ServiceInput scale = number("SCALE", "unit='arcsec'", "<VALUES><MIN value='1'/><MAX value='8'/></VALUES>");
        assertThat(scale.complaint("")).isEmpty();
        assertThat(scale.complaint("3")).isEmpty();
        assertThat(scale.complaint("9")).contains("the service takes 1.0 to 8.0 arcsec");
        assertThat(scale.complaint("three")).contains("'three' is not a number");
        ServiceInput speed = number("SPEED", "arraysize='2'", "<VALUES><MIN value='1'/><MAX value='8'/></VALUES>");
        assertThat(speed.complaint("0 2")).isEmpty();
        assertThat(speed.complaint("9 10")).contains("the service takes 1.0 to 8.0");
        assertThat(speed.complaint("5 4").orElseThrow()).contains("from low to high");
    }

    @ParameterizedTest
    @CsvSource({"nm,4e-7,7e-7,400,700", "GHz,0.2,0.3,0.999308193,1.49896229", "keV,1e-10,2e-10,6.19920992,12.3984198"})
    void convertsBandsThereAndBack(String unit, double low, double high, double first, double last) {
        Interval metres = new Interval(low, high);
        Interval converted = SpectralUnits.fromMetres(metres, unit).orElseThrow();
        assertThat(converted.low()).isCloseTo(first, within(1e-6));
        assertThat(converted.high()).isCloseTo(last, within(1e-6));
        Interval back = SpectralUnits.toMetres(converted, unit).orElseThrow();
        assertThat(back.low()).isCloseTo(low, within(low * 1e-12));
        assertThat(back.high()).isCloseTo(high, within(high * 1e-12));
        assertThat(SpectralUnits.toMetres(metres, "furlong")).isEqualTo(Optional.empty());
    }
}
