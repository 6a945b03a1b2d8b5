package org.volans.sky.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.volans.api.geometry.Position;
import org.volans.api.table.PositionColumns;
import uk.ac.starlink.table.StarTable;

class OpticalTablesTest {

    private static final double ARCSEC = 1 / 3600.0;

    private final StarTable sdss = Sdss12Table.make();

    @Test
    void joinWithinOneArcsecGivesThePublishedRowsAndNoOthers() throws IOException {
        StarTable answer = TutorialTables.publishedAnswer();
        Map<String, Object[]> published = new HashMap<>();
        for (int row = 0; row < answer.getRowCount(); row++) {
            published.put((String) answer.getCell(row, 0), answer.getRow(row));
        }
        int matches = 0;
        for (Position object : TutorialTables.positions()) {
            for (int row = 0; row < sdss.getRowCount(); row++) {
                if (separation(row, object) <= ARCSEC) {
                    matches++;
                    assertSame(published.get(cell(row, "SDSS12")), object, row);
                }
            }
        }
        assertThat(matches).isEqualTo(23);
        assertThat(published).hasSize(23);
    }

    private void assertSame(Object[] published, Position object, int row) throws IOException {
        assertThat(published).isNotNull();
        assertThat(published[1]).isEqualTo(object.ra());
        assertThat(published[2]).isEqualTo(object.dec());
        assertThat(List.of(cell(row, "gmag"), cell(row, "imag"), cell(row, "rmag"), cell(row, "umag")))
                .containsExactly(published[3], published[4], published[5], published[6]);
        assertThat((Float) cell(row, "zmag")).isNaN();
    }

    @Test
    void simulatedRowsKeepClearOfThePositions() throws IOException {
        for (int row = 23; row < sdss.getRowCount(); row++) {
            for (Position object : TutorialTables.positions()) {
                assertThat(separation(row, object)).isGreaterThan(5 * ARCSEC);
            }
        }
    }

    @Test
    void coloursAreThoseOfStarsAndGalaxies() throws IOException {
        int stars = 0;
        double sum = 0;
        for (int row = 23; row < sdss.getRowCount(); row++) {
            double gr = (Float) cell(row, "gmag") - (Float) cell(row, "rmag");
            if (cell(row, "class").equals((short) 6) && (Float) cell(row, "rmag") < 19) {
                stars++;
                sum += gr;
                assertThat(gr).isBetween(-0.3, 2.2);
            }
        }
        assertThat(stars).isGreaterThan(1000);
        assertThat(sum / stars).isCloseTo(0.9, within(0.2));
    }

    @Test
    void everyRowIsTheSameEachTime() throws IOException {
        StarTable again = Sdss12Table.make();
        assertThat(again.getRowCount()).isEqualTo(sdss.getRowCount()).isEqualTo(100_023);
        for (int row = 0; row < again.getRowCount(); row += 997) {
            assertThat(again.getRow(row)).isEqualTo(sdss.getRow(row));
        }
    }

    @Test
    void tablesSayWhatTheirColumnsAre() {
        for (StarTable table : List.of(sdss, DecoyTables.twoMass(), DecoyTables.panStarrs())) {
            assertThat(PositionColumns.of(table)).isPresent();
            for (int i = 0; i < table.getColumnCount(); i++) {
                assertThat(table.getColumnInfo(i).getUCD()).isNotEmpty();
                assertThat(table.getColumnInfo(i).getDescription()).isNotEmpty();
            }
        }
        assertThat(sdss.getColumnInfo(column("umag")).getDescription())
                .isEqualTo("[4/38]? Model magnitude in u filter, AB scale (u) (5)");
    }

    @Test
    void objectsAreTheTutorials() throws IOException {
        StarTable objects = TutorialTables.objects();
        assertThat(objects.getRowCount()).isEqualTo(19);
        assertThat(objects.getRow(0)).containsExactly(240.621726, 48.100121);
        assertThat(objects.getColumnInfo(0).getUCD()).isEqualTo("pos.eq.ra;meta.main");
        assertThat(objects.getColumnInfo(0).getUnitString()).isEqualTo("deg");
    }

    @Test
    void designationsAreTruncated() {
        assertThat(Names.designation(240.621726, 48.100121, 2, 1)).isEqualTo("160229.21+480600.4");
        assertThat(Names.designation(0.001, -0.00999, 1, 0)).isEqualTo("000000.2-000035");
    }

    private double separation(int row, Position object) throws IOException {
        double dec = (Double) cell(row, "DE_ICRS");
        return Math.abs(dec - object.dec()) > 0.1
                ? 1
                : object.separation(new Position((Double) cell(row, "RA_ICRS"), dec));
    }

    private Object cell(int row, String name) throws IOException {
        return sdss.getCell(row, column(name));
    }

    private int column(String name) {
        for (int i = 0; i < sdss.getColumnCount(); i++) {
            if (sdss.getColumnInfo(i).getName().equals(name)) {
                return i;
            }
        }
        throw new AssertionError("no column " + name);
    }
}
