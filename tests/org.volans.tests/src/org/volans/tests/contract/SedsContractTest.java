package org.volans.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPlot;
import org.volans.api.sed.SedPoint;
import org.volans.api.sed.SedService;
import org.volans.api.table.TableService;
import uk.ac.starlink.table.StarTable;

@ExtendWith(House.class)
class SedsContractTest {

    /** Fukugita et al. 1996: the survey's magnitudes are close to AB, whose zero point is 3631 Jy (Oke and Gunn 1983). */
    private static final double AB_ZERO = 3631;

    private final SedService seds;
    private final TableService tables;
    private final Sky sky;

    @TempDir
    private Path folder;

    SedsContractTest(SedService seds, TableService tables, Sky sky) {
        this.seds = seds;
        this.tables = tables;
        this.sky = sky;
    }

    @Test
    void everyPublishedRowHasFourPointsInOrderOfWavelength() throws Exception {
        StarTable published = sky.published();
        for (long row = 0; row < published.getRowCount(); row++) {
            Sed sed = seds.sed(published, row, "SDSS photometric catalogue, release 12", new NullProgressMonitor());
            assertThat(sed.points())
                    .as("row " + row)
                    .extracting(SedPoint::column)
                    .containsExactly("umag", "gmag", "rmag", "imag");
            assertThat(sed.problems()).isEmpty();
            for (SedPoint point : sed.points()) {
                double magnitude = Double.parseDouble(point.original().split(" ")[0]);
                // 0.1 mag: SDSS zero points differ from AB by at most 0.04 mag (u), asinh magnitudes of faint objects
                // by more
                assertThat(-2.5 * Math.log10(point.flux() / AB_ZERO)).isCloseTo(magnitude, within(0.1));
            }
        }
    }

    /** Pivot wavelengths of the SVO Filter Profile Service: 3557, 4702, 6176 and 7490 Ångström. */
    @Test
    void theSurveysFiltersAreKnown() throws Exception {
        Sed sed = seds.sed(sky.published(), 0, "SDSS photometric catalogue, release 12", new NullProgressMonitor());
        assertThat(sed.points()).extracting(SedPoint::filter).allMatch(id -> id.startsWith("SLOAN/SDSS."));
        double[] angstrom = {3557, 4702, 6176, 7490};
        for (int i = 0; i < angstrom.length; i++) {
            assertThat(sed.points().get(i).wavelength()).isCloseTo(angstrom[i] * 1e-10, within(5e-9));
        }
    }

    @Test
    void writesPicturesAndTablesThatCanBeRead() throws Exception {
        Sed sed = seds.sed(sky.published(), 2, "SDSS", new NullProgressMonitor());
        Path png = folder.resolve("sed.png");
        Path table = folder.resolve("sed.vot");
        seds.write(List.of(sed), SedPlot.standard("An object"), png, new NullProgressMonitor());
        seds.write(List.of(sed), SedPlot.standard("An object"), table, new NullProgressMonitor());
        assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(900);
        assertThat(tables.open(table, "", new NullProgressMonitor()).getRowCount())
                .isEqualTo(4);
    }
}
