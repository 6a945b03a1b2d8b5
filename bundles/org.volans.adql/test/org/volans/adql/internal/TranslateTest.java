package org.volans.adql.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.adql.AdqlException;
import org.volans.api.adql.Translation;
import org.volans.api.table.ColumnMeta;

/** What a translation carries; what its SQL means is tested with the engine. */
class TranslateTest {

    private final AdqlProvider adql = new AdqlProvider();

    private Translation translate(String query) throws AdqlException {
        return adql.translate(query, TestSchemas.ALL);
    }

    private static List<String> labels(Translation translation) {
        return translation.columns().stream().map(ColumnMeta::name).toList();
    }

    @Test
    void passesMetadataThroughAliasesStarsAndSubqueries() throws Exception {
        Translation translation = translate(
                "WITH w AS (SELECT s.gmag AS g FROM \"V/147/sdss12\" AS s) SELECT x.*, g AS \"G\" FROM (SELECT * FROM w) AS x");
        assertThat(labels(translation)).containsExactly("g", "G");
        for (int i = 0; i < 2; i++) {
            ColumnMeta column = translation.columns().get(i);
            assertThat(column.unit()).isEqualTo("mag");
            assertThat(column.ucd()).isEqualTo(TestSchemas.GMAG.ucd());
            assertThat(column.description()).isEqualTo("about gmag");
            assertThat(column.datatype()).isEqualTo("float");
            assertThat(translation.origins().get(i).column().orElseThrow()).isSameAs(TestSchemas.GMAG);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ra; deg
            ra - dec; deg
            ra * dec; ''
            ABS(ra); deg
            MAX(ra); deg
            DISTANCE(ra, dec, 1, 2); deg
            DEGREES(ra); deg
            RADIANS(ra); rad
            COUNT(ra); ''
            AREA(CIRCLE(ra, dec, 1)); deg**2
            IN_UNIT(ra, 'arcmin'); arcmin
            COALESCE(ra, 0); deg
            CAST(ra AS REAL); deg
            LOG10(ra); ''
            """)
    void knowsUnits(String expression, String unit) throws Exception {
        Translation translation = translate("SELECT " + expression + " FROM t1");
        assertThat(translation.columns().get(0).unit()).isEqualTo(unit);
    }

    @Test
    void saysWhatComputedColumnsAre() throws Exception {
        assertThat(translate("SELECT DISTANCE(ra, dec, 1, 2), COUNT(*), POINT(ra, dec) FROM t1 GROUP BY ra, dec")
                        .columns())
                .extracting(c -> c.ucd().toString().toLowerCase(java.util.Locale.ROOT))
                .containsExactly("pos.angdistance", "meta.number", "pos.eq");
    }

    @Test
    void labelsColumnsAsTheyAreWritten() throws Exception {
        assertThat(labels(translate("SELECT RA, t1.dec, COUNT(*), MAX(id) AS m, ra + 1 FROM t1 GROUP BY ra, dec")))
                .containsExactly("RA", "dec", "count", "m", "column_5");
        assertThat(labels(translate("SELECT * FROM t1"))).containsExactly("ra", "dec", "id", "size");
    }

    @Test
    void writesCirclesAsArithmetic() throws Exception {
        String sql = translate("SELECT SDSS12 FROM \"V/147/sdss12\" AS s JOIN TAP_UPLOAD.t1 AS m ON"
                        + " 1=CONTAINS(POINT('ICRS', s.RA_ICRS, s.DE_ICRS), CIRCLE('ICRS', m.ra, m.dec, 1./3600.))")
                .sql();
        assertThat(sql).contains("BETWEEN").contains("adql_haversine").doesNotContain("adql_contains");
    }

    @Test
    void refusesWhatHasFaults() {
        assertThatThrownBy(() -> translate("SELECT x FROM t1"))
                .isInstanceOf(AdqlException.class)
                .hasMessage("ADQL 1:8: unknown column 'x'");
    }

    /** Whatever a name is, it stands between the engine's quotes. */
    @Property(tries = 200)
    void quotesEveryName(@ForAll @NotEmpty String name) {
        String quoted = adql.quote(name);
        String sql;
        try {
            sql = adql.translate(
                            "SELECT 1 AS " + quoted + ", '" + name.replace("'", "''") + "' FROM t1", TestSchemas.ALL)
                    .sql();
        } catch (AdqlException e) {
            throw new AssertionError(name, e);
        }
        String plain = name.replace("\0", "");
        assertThat(sql)
                .isEqualTo("SELECT 1 AS \"0:" + plain.replace("\"", "\"\"") + "\", '" + plain.replace("'", "''")
                        + "' AS \"1:column_2\" FROM \"TAP_UPLOAD.t1\" AS t0");
    }

    @Test
    void quotesWhatIsNoRegularIdentifier() {
        assertThat(adql.quote("gmag")).isEqualTo("gmag");
        assertThat(adql.quote("size")).isEqualTo("\"size\"");
        assertThat(adql.quote("V/147/sdss12")).isEqualTo("\"V/147/sdss12\"");
        assertThat(adql.quote("2MASS")).isEqualTo("\"2MASS\"");
        assertThat(adql.quote("_RAJ2000")).isEqualTo("\"_RAJ2000\"");
        assertThat(adql.quote("a\"b")).isEqualTo("\"a\"\"b\"");
    }

    @ParameterizedTest
    @CsvSource({
        "deg, arcsec, 3600",
        "km/s, m.s**-1, 1000",
        "mJy, W m-2 Hz-1, 1e-29",
        "erg.s**-1.cm**-2.Angstrom**-1, W/m2/m, 1e7",
        "pc, m, 3.0856775814913673e16",
        "mas/yr, deg/d, 7.605e-10",
        "10**-17erg, J, 1e-24",
        "GHz, Hz, 1e9",
        "%, 10**-2, 1",
        "um, Angstrom, 1e4"
    })
    void convertsUnits(String from, String to, double factor) {
        assertThat(Units.factor(from, to)).isCloseTo(factor, within(2e-5 * factor));
    }

    @Test
    void refusesUnitsThatMeasureDifferentThings() {
        assertThatThrownBy(() -> Units.factor("deg", "s")).hasMessage("'deg' cannot be converted to 's'");
        assertThatThrownBy(() -> Units.factor("parsek", "m")).hasMessage("the unit 'parsek' is not known");
        assertThatThrownBy(() -> Units.factor("", "m")).hasMessage("the value has no unit that is known");
    }

    @Test
    void readsTypesOfEveryDialect() {
        assertThat(List.of("double", "Double", "REAL", "adql:DOUBLE", "float", "NUMERIC"))
                .allSatisfy(t -> assertThat(Kind.of(t)).isEqualTo(Kind.REAL));
        assertThat(List.of("int", "Long", "unsignedByte", "adql:BIGINT", "SMALLINT", "short"))
                .allSatisfy(t -> assertThat(Kind.of(t)).isEqualTo(Kind.INTEGER));
        assertThat(List.of("char(*)", "String", "unicodeChar(12*)", "VARCHAR(20)", "adql:CLOB", "char"))
                .allSatisfy(t -> assertThat(Kind.of(t)).isEqualTo(Kind.TEXT));
        assertThat(List.of("double(2)", "double[]", "float(*)", "int[3]"))
                .allSatisfy(t -> assertThat(Kind.of(t)).isEqualTo(Kind.ARRAY));
        assertThat(Kind.of("adql:REGION")).isEqualTo(Kind.GEOMETRY);
        assertThat(Kind.of("BLOB")).isEqualTo(Kind.UNKNOWN);
    }
}
