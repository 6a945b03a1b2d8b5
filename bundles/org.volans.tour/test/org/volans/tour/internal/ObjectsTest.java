package org.volans.tour.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import uk.ac.starlink.table.StarTable;

class ObjectsTest {

    @Test
    void positionsComeFromTheUcdsAndRowsAreNumbered() throws Exception {
        Objects objects = Objects.of(Tables.positions(1, 2, 3, -4), "my.vot");
        assertThat(objects.positions()).containsExactly(new Position(1, 2), new Position(3, -4));
        StarTable upload = Objects.numbered(objects.table());
        assertThat(upload.getColumnCount()).isEqualTo(3);
        assertThat(upload.getCell(1, 2)).isEqualTo(1);
        assertThat(Objects.positionsOnly(objects.positions()).getCell(1, 1)).isEqualTo(3.0);
    }

    @Test
    void aTableWithoutPositionsIsNamedWithTheRemedy() {
        StarTable table = Tables.table(Tables.column("x", Double.class, "", ""));
        assertThatThrownBy(() -> Objects.of(table, "my.vot"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("my.vot has no position columns")
                .hasMessageContaining("pos.eq.ra;meta.main");
    }

    @Test
    void anEmptyTableAndABrokenRowAreNamed() {
        assertThatThrownBy(() -> Objects.of(Tables.positions(), "my.vot")).hasMessageContaining("my.vot has no rows");
        assertThatThrownBy(() -> Objects.of(Tables.positions(1, 2, 3, Double.NaN), "my.vot"))
                .hasMessageStartingWith("my.vot, row 2:");
    }

    @Test
    void targetsAreRowsThenObjectsWithoutOne() throws Exception {
        Objects objects = Objects.of(Tables.positions(1, 2, 3, -4), "my.vot");
        assertThat(Target.of(objects, java.util.Optional.empty()))
                .extracting(Target::fileName)
                .containsExactly("01_1.000000_+2.000000", "02_3.000000_-4.000000");
        assertThat(List.of(
                        new Target(7, "SDSS J1 / \"x\"", 0, new Position(1, 2), java.util.Optional.empty()).fileName()))
                .containsExactly("07_SDSS_J1_x_");
    }
}
