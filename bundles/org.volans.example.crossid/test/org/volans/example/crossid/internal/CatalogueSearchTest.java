package org.volans.example.crossid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.util.OptionalLong;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import uk.ac.starlink.table.StarTable;

/** What is asked of a catalogue, and what is made of its answer. */
class CatalogueSearchTest {

    private static final Position AT = new Position(0.00001, -6.5);

    private final Sdss sdss = new Sdss();

    private Matches near() throws VoException {
        return sdss.search().near(new Catalogue(Sdss.SERVICE, "V/147/sdss12", 3.6), AT, new NullProgressMonitor());
    }

    @Test
    void asksForPositionNameAndMagnitudes() throws Exception {
        near();
        assertThat(sdss.queries).hasSize(1);
        assertThat(sdss.queries.getFirst().service()).isEqualTo(Sdss.SERVICE);
        assertThat(sdss.queries.getFirst().maxrec()).isEqualTo(OptionalLong.of(1000));
        assertThat(sdss.queries.getFirst().adql())
                .isEqualTo("SELECT RA_ICRS, DE_ICRS, gmag, \"r mag\", SDSS12 FROM \"V/147/sdss12\""
                        + " WHERE 1=CONTAINS(POINT('ICRS', RA_ICRS, DE_ICRS), CIRCLE('ICRS', 0.000010, -6.5, 0.001))");
    }

    @Test
    void givesTheNearestFirst() throws Exception {
        sdss.row(0.00001, -6.4995, 20f, 19f, "far").row(0.00001, -6.5001, 21f, null, "near");
        StarTable table = near().table();
        assertThat(table.getRowCount()).isEqualTo(2);
        assertThat(table.getCell(0, 0)).isEqualTo("near");
        assertThat((Double) table.getCell(0, 1)).isCloseTo(0.36, within(1e-6));
        assertThat(table.getRow(0)).endsWith(-6.5001, 21f, null);
        assertThat(table.getCell(1, 0)).isEqualTo("far");
        assertThat((Double) table.getCell(1, 1)).isCloseTo(1.8, within(1e-6));
        assertThat(table.getColumnInfo(1).getUnitString()).isEqualTo("arcsec");
        assertThat(table.getParameterByName(CatalogueSearch.CATALOGUE).getValue())
                .isEqualTo("V/147/sdss12 of sdss.example.org");
    }

    @Test
    void doesWithoutNamesAndMagnitudes() throws Exception {
        sdss.without("SDSS12").without("gmag").without("r mag").row(0.00001, -6.5);
        StarTable table = near().table();
        assertThat(table.getColumnCount()).isEqualTo(4);
        assertThat(table.getCell(0, 0)).isEqualTo("");
        assertThat((Double) table.getCell(0, 1)).isCloseTo(0, within(1e-6));
    }

    @Test
    void saysWhatIsWrongWithTheCatalogue() {
        assertThatThrownBy(() ->
                        sdss.search().near(new Catalogue(Sdss.SERVICE, "other", 3), AT, new NullProgressMonitor()))
                .isInstanceOf(InputException.class)
                .hasMessage("sdss.example.org has no table other");
        sdss.row(0.00001, null, 20f, 19f, "nowhere");
        assertThatThrownBy(this::near).isInstanceOf(ProtocolException.class).hasMessageContaining("without position");
    }

    @Test
    void saysWhatIsWrongWithTheAnswer() {
        sdss.lacking = 1;
        assertThatThrownBy(this::near).isInstanceOf(ProtocolException.class).hasMessageContaining("other columns");
        sdss.lacking = 0;
        sdss.row(0.00001, 95, 20f, 19f, "beyond");
        assertThatThrownBy(this::near).isInstanceOf(ProtocolException.class).hasMessageContaining("off the sky");
    }

    @Test
    void needsPositions() {
        sdss.without("DE_ICRS");
        assertThatThrownBy(this::near).isInstanceOf(InputException.class).hasMessageContaining("no columns with pos");
    }

    @Test
    void checksWhatAPersonGives() throws Exception {
        URI service = URI.create("http://a.org/tap");
        assertThat(Catalogue.of(service, "t", 2.5).radius()).isEqualTo(2.5);
        for (double radius : new double[] {0, -1, Double.NaN, 3601}) {
            assertThatThrownBy(() -> Catalogue.of(service, "t", radius))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("arcsec");
        }
        for (String other : new String[] {"", "a.org", "http:///tap", "ftp://a.org/tap"}) {
            assertThatThrownBy(() -> Catalogue.of(URI.create(other), "t", 3))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("http or https URL");
        }
    }
}
