package org.volans.api.sed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.volans.api.ProtocolException;
import org.volans.api.geometry.Position;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.RowListStarTable;

/** SEDs of tables with a flux in each row. */
class FluxColumnsTest {

    private static final Position AT = new Position(10, 20);

    private static ColumnInfo column(String name, @Nullable String unit, String ucd) {
        DefaultValueInfo info = new DefaultValueInfo(name, Object.class, "");
        info.setUnitString(unit);
        info.setUCD(ucd);
        return new ColumnInfo(info);
    }

    private static RowListStarTable table(ColumnInfo... columns) {
        return new RowListStarTable(columns);
    }

    /** What VizieR's photometry viewer sends. */
    private static RowListStarTable vizier() {
        return table(
                column("_RAJ2000", "deg", "pos.eq.ra"),
                column("sed_freq", "GHz", "em.freq"),
                column("sed_flux", "Jy", "phot.flux.density"),
                column("sed_eflux", "Jy", "stat.error;phot.flux.density"),
                column("sed_filter", null, "meta.id;instr.filter"));
    }

    @Test
    void columnsByUcd() {
        FluxColumns columns = FluxColumns.of(vizier()).orElseThrow();
        assertThat(columns.spectral().name()).isEqualTo("sed_freq");
        assertThat(columns.flux().name()).isEqualTo("sed_flux");
        assertThat(columns.error()).map(c -> c.name()).contains("sed_eflux");
        assertThat(columns.filter()).map(c -> c.name()).contains("sed_filter");
    }

    @Test
    void columnsByName() {
        FluxColumns columns = FluxColumns.of(
                        table(column("Wavelength", "um", ""), column("FLUX", "mJy", ""), column("flux_err", "mJy", "")))
                .orElseThrow();
        assertThat(columns.spectral().name()).isEqualTo("Wavelength");
        assertThat(columns.error()).isPresent();
        assertThat(columns.filter()).isEmpty();
        assertThat(FluxColumns.of(table(column("flux", "Jy", ""), column("freq", "Hz", "src.class"))))
                .as("a name whose UCD says something else")
                .isEmpty();
    }

    @Test
    void aPointForEachRow() throws Exception {
        RowListStarTable table = vizier();
        table.addRow(new Object[] {1.0, 1.4, 0.012f, 0.001f, ":=1.4GHz"});
        table.addRow(new Object[] {1.0, 606000.0, 0.002f, null, " SDSS:g "});
        Sed sed = FluxColumns.sed(table, "vizier", AT);
        assertThat(sed.name()).isEqualTo(AT.toString());
        assertThat(sed.position()).contains(AT);
        assertThat(sed.problems()).isEmpty();
        SedPoint green = sed.points().getFirst();
        assertThat(green.filter()).isEqualTo("SDSS:g");
        assertThat(green.error()).isNaN();
        SedPoint radio = sed.points().getLast();
        assertThat(radio.column()).isEqualTo("sed_flux");
        assertThat(radio.frequency()).isCloseTo(1.4e9, within(1.0));
        assertThat(radio.flux()).isCloseTo(0.012, within(1e-8));
        assertThat(radio.error()).isCloseTo(0.001, within(1e-9));
        assertThat(radio.original()).isEqualTo("0.012 Jy");
    }

    @Test
    void unitsOfTheTable() throws Exception {
        RowListStarTable table = table(
                column("wl", "Angstrom", "em.wl"),
                column("f", "erg/s/cm2/A", "phot.flux.density;em.wl"),
                column("band", "", "instr.bandpass"));
        table.addRow(new Object[] {5000, 1e-13, "V"});
        SedPoint point = FluxColumns.sed(table, "x", AT).points().getFirst();
        assertThat(point.wavelength()).isCloseTo(5e-7, within(1e-15));
        // 1e-13 erg/s/cm2/A at 5000 A: times wavelength squared through the speed of light
        assertThat(point.flux()).isCloseTo(0.08339, within(1e-5));
        assertThat(point.original()).isEqualTo("1.0E-13 erg/s/cm2/A");
    }

    @Test
    void whatCannotBeUsedIsAProblem() throws Exception {
        RowListStarTable table = vizier();
        table.addRow(new Object[] {1.0, 1.4, -1f, null, "negative"});
        table.addRow(new Object[] {1.0, 0.0, 1f, null, "no frequency"});
        table.addRow(new Object[] {1.0, null, 1f, null, "nowhere"});
        table.addRow(new Object[] {1.0, 1.4, null, null, "blank"});
        table.addRow(new Object[] {1.0, 1.4, "bright", null, null});
        Sed sed = FluxColumns.sed(table, "x", AT);
        assertThat(sed.points()).isEmpty();
        assertThat(sed.problems())
                .extracting(Sed.Problem::column)
                .containsExactly("negative", "no frequency", "nowhere", "blank", "sed_flux");
        assertThat(sed.problems().getFirst().reason()).isEqualTo("the value -1.0 Jy is not above zero");
    }

    @Test
    void unitsAreNotGuessed() throws Exception {
        for (List<String> units :
                List.of(List.of("", "Jy"), List.of("furlong", "Jy"), List.of("GHz", ""), List.of("GHz", "Jy/beam"))) {
            RowListStarTable table = table(
                    column("freq", units.getFirst(), "em.freq"), column("flux", units.getLast(), "phot.flux.density"));
            table.addRow(new Object[] {1.4, 1.0});
            Sed sed = FluxColumns.of(table).orElseThrow().sed(table, "x", Optional.empty());
            assertThat(sed.points()).as("%s", units).isEmpty();
            assertThat(sed.problems()).as("%s", units).hasSize(1);
        }
    }

    @Test
    void aTableOfSomethingElseNamesItsSource() {
        assertThatThrownBy(() -> FluxColumns.sed(table(column("price", "", "")), "http://example.org/sed", AT))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("http://example.org/sed")
                .hasMessageContaining("phot.flux.density");
    }
}
