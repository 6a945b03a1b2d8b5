package org.volans.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.volans.engine.internal.TestTables.ask;
import static org.volans.engine.internal.TestTables.column;
import static org.volans.engine.internal.TestTables.load;
import static org.volans.engine.internal.TestTables.table;
import static org.volans.engine.internal.TestTables.value;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.adql.AdqlDatabase;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/** ADQL's geometry; figures are astropy 5.2.1's ({@code SkyCoord.separation}) where nothing else is said. */
class GeometryQueryTest {

    private static final AdqlDatabase DATABASE = TestTables.database();

    @BeforeAll
    static void load3() throws Exception {
        load(DATABASE, "", "sky", TestTables.spiral(10_000));
        RowListStarTable images = table(
                column("obs_id", String.class), column("s_region", String.class), column("outline", double[].class));
        images.addRow(
                new Object[] {"dali", "Polygon 10 10 12 10 12 12 10 12", new double[] {10, 10, 12, 10, 12, 12, 10, 12}
                });
        images.addRow(new Object[] {"stc", "POLYGON ICRS 359 -1 1 -1 1 1 359 1", new double[] {0, 0, 1}});
        images.addRow(new Object[] {"circle", "CIRCLE ICRS 200 89 2", new double[] {200, 89, 2}});
        images.addRow(new Object[] {"odd", "no region at all", null});
        images.addRow(new Object[] {"none", null, new double[] {11, 11}});
        load(DATABASE, "ivoa", "obscore", images);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 20, 10.0002, 20.0001, 0.00021288698040251763",
        "0.0001, -5, 359.9999, -5, 0.00019923893955830094",
        "0, 90, 123, 89.5, 0.4999999999999997",
        "45, 30, 225.3, -30.1, 179.72173416423487",
        "240.484, 46.768, 240.621726, 48.100121, 1.3353740842354098"
    })
    void measuresDistances(double ra1, double dec1, double ra2, double dec2, double expected) throws Exception {
        String four = ra1 + ", " + dec1 + ", " + ra2 + ", " + dec2;
        String two = "POINT('ICRS', " + ra1 + ", " + dec1 + "), POINT(" + ra2 + ", " + dec2 + ")";
        StarTable table =
                ask(DATABASE, "SELECT TOP 1 DISTANCE(" + four + ") AS a, DISTANCE(" + two + ") AS b FROM sky");
        assertThat((Double) table.getCell(0, 0)).isCloseTo(expected, within(1e-12));
        assertThat((Double) table.getCell(0, 1)).isCloseTo(expected, within(1e-12));
        assertThat(table.getColumnInfo(0).getUnitString()).isEqualTo("deg");
    }

    @ParameterizedTest
    @CsvSource({"240.5, 46.8, 5, 19", "0.5, -3, 10, 75", "120, 89, 3, 7", "10, -90, 2.5, 5", "200, 0, 100, 5865"})
    void findsWhatLiesInACircle(double ra, double dec, double radius, long expected) throws Exception {
        String circle = "CIRCLE(" + ra + ", " + dec + ", " + radius + ")";
        for (String condition : new String[] {
            "1=CONTAINS(POINT('ICRS', ra, dec), CIRCLE('ICRS', " + ra + ", " + dec + ", " + radius + "))",
            "CONTAINS(POINT(ra, dec), " + circle + ") = 1",
            "0<>INTERSECTS(" + circle + ", POINT(ra, dec))",
            "DISTANCE(POINT(ra, dec), POINT(" + ra + ", " + dec + ")) <= " + radius,
            radius + " > DISTANCE(ra, dec, " + ra + ", " + dec + ")",
            "1=CONTAINS(POINT(ra, dec), REGION('Circle ICRS " + ra + " " + dec + " " + radius + "'))"
        }) {
            assertThat(value(DATABASE, "SELECT COUNT(*) FROM sky WHERE " + condition))
                    .as(condition)
                    .isEqualTo(expected);
        }
        assertThat(value(DATABASE, "SELECT COUNT(*) FROM sky WHERE 0=CONTAINS(POINT(ra, dec), " + circle + ")"))
                .isEqualTo(10_000 - expected);
        assertThat(value(DATABASE, "SELECT SUM(CONTAINS(POINT(ra, dec), " + circle + ")) FROM sky"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1=CONTAINS(POINT(11, 11), s_region); dali
            1=CONTAINS(POINT('ICRS', 0, 0.5), s_region); stc
            1=INTERSECTS(CIRCLE(13, 11, 1.5), s_region); dali
            1=INTERSECTS(s_region, CIRCLE('', 20, 89.5, 1)); circle
            1=INTERSECTS(s_region, POLYGON(355, -5, 5, -5, 5, 5, 355, 5)); stc
            1=CONTAINS(s_region, CIRCLE(0, 0, 2)); stc
            1=CONTAINS(CIRCLE(11, 11, 0.5), s_region); dali
            1=CONTAINS(POINT(10.9, 11), outline); dali
            1=CONTAINS(POINT(0.2, 0.2), outline); stc
            1=CONTAINS(outline, CIRCLE(11, 11, 0.1)); none
            1=INTERSECTS(BOX(359, 0, 1, 1), s_region); stc
            AREA(s_region) > 12; circle
            1=CONTAINS(MOC(6, POINT(11, 11)), s_region); dali
            1=INTERSECTS(MOC('0/0-11'), s_region) AND obs_id = 'stc'; stc
            1=CONTAINS(POINT(11, 11), MOC('0/4')) AND obs_id = 'dali'; dali
            ivo_healpix_index(6, 10, 20) = 19863 AND obs_id = 'odd'; odd
            0=CONTAINS(POINT(11, 11), s_region) AND obs_id = 'stc'; stc
            """)
    void readsRegionsOfRows(String condition, String expected) throws Exception {
        StarTable found = ask(DATABASE, "SELECT obs_id FROM ivoa.obscore WHERE " + condition);
        assertThat(found.getRowCount()).as(condition).isEqualTo(1);
        assertThat(found.getCell(0, 0)).isEqualTo(expected);
    }

    @Test
    void knowsAreasAndMiddles() throws Exception {
        StarTable table = ask(
                DATABASE,
                "SELECT TOP 1 AREA(CIRCLE(0, 0, 1)), AREA(POLYGON(0, 0, 90, 0, 0, 90)), AREA(CIRCLE(0, 0, 180)),"
                        + " COORD1(CENTROID(CIRCLE(15, -3, 2))), COORD2(CENTROID(POLYGON(1, 1, -1, 1, -1, -1, 1, -1))),"
                        + " COORDSYS(POINT(1, 2)) FROM sky");
        // a cap is 2 pi (1 - cos r), an octant an eighth of the sphere's 41252.961 square degrees
        assertThat((Double) table.getCell(0, 0)).isCloseTo(3.1415129057, within(1e-9));
        assertThat((Double) table.getCell(0, 1)).isCloseTo(41252.96124941927 / 8, within(1e-8));
        assertThat((Double) table.getCell(0, 2)).isCloseTo(41252.96124941927, within(1e-8));
        assertThat((Double) table.getCell(0, 3)).isEqualTo(15);
        assertThat((Double) table.getCell(0, 4)).isCloseTo(0, within(1e-12));
        assertThat(table.getCell(0, 5)).isEqualTo("ICRS");
    }

    @Test
    void givesShapesAsDaliArrays() throws Exception {
        StarTable table = ask(
                DATABASE,
                "SELECT p, c, POLYGON(1, 1, 2, 1, 2, 2) AS g, DISTANCE(p, POINT(0, 0)) AS d FROM"
                        + " (SELECT POINT(id, 0) AS p, CIRCLE(id, 0, 0.5) AS c FROM sky WHERE id = 3) AS s");
        assertThat((double[]) table.getCell(0, 0)).containsExactly(3, 0);
        assertThat((double[]) table.getCell(0, 1)).containsExactly(3, 0, 0.5);
        assertThat((double[]) table.getCell(0, 2)).containsExactly(1, 1, 2, 1, 2, 2);
        assertThat((Double) table.getCell(0, 3)).isCloseTo(3, within(1e-12));
        assertThat(table.getColumnInfo(0).getXtype()).isEqualTo("point");
        assertThat(table.getColumnInfo(1).getXtype()).isEqualTo("circle");
        assertThat(table.getColumnInfo(2).getXtype()).isEqualTo("polygon");
    }
}
