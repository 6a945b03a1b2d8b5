package org.volans.tour.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.volans.api.ProtocolException;
import org.volans.api.cutout.NearbySource;
import org.volans.api.geometry.Position;
import org.volans.api.table.PositionColumns;
import uk.ac.starlink.table.RowListStarTable;

class RadioSourcesTest {

    private static final List<Position> OBJECTS = List.of(new Position(10, 0), new Position(359.9999, 0));

    private static List<Optional<NearbySource>> sources(String unit, Object[]... rows) throws ProtocolException {
        RowListStarTable table = Tables.table(
                Tables.column("name", String.class, "", "meta.id;meta.main"),
                Tables.column("ra", Double.class, "deg", "pos.eq.ra;meta.main"),
                Tables.column("dec", Double.class, "deg", "pos.eq.dec;meta.main"),
                Tables.column("size", Double.class, unit, "phys.angSize.smajAxis"),
                Tables.column(Objects.ROW_COLUMN, Integer.class, "", ""));
        for (Object[] row : rows) {
            table.addRow(row);
        }
        return RadioSources.of(table, OBJECTS, PositionColumns.of(table).orElseThrow(), "");
    }

    @Test
    void theNearestOfSeveralIsTaken() throws ProtocolException {
        List<Optional<NearbySource>> sources = sources(
                "arcsec", new Object[] {"far", 10.01, 0.0, 30.0, 0}, new Object[] {"near", 10.001, 0.0, 60.0, 0});
        assertThat(sources.get(1)).isEmpty();
        NearbySource near = sources.get(0).orElseThrow();
        assertThat(near.row()).isEqualTo(1);
        assertThat(near.name()).isEqualTo("near");
        assertThat(near.majorAxis().orElseThrow()).isCloseTo(60 / 3600.0, within(1e-15));
    }

    @Test
    void nearestWorksAcrossRightAscensionZero() throws ProtocolException {
        List<Optional<NearbySource>> sources = sources(
                "arcsec", new Object[] {"west", 359.99, 0.0, 30.0, 1}, new Object[] {"east", 0.0001, 0.0, 60.0, 1});
        assertThat(sources.get(1)).map(NearbySource::row).contains(1L);
    }

    @Test
    void aSourceWithoutPositionIsNoNeighbour() throws ProtocolException {
        assertThat(sources("arcsec", new Object[] {"lost", Double.NaN, 0.0, 30.0, 0}))
                .containsExactly(Optional.empty(), Optional.empty());
    }

    private static Optional<Double> axis(List<Optional<NearbySource>> sources) {
        return sources.get(0).orElseThrow().majorAxis();
    }

    @Test
    void theUnitOfTheAxisCountsAndAnUnknownOneIsNoSize() throws ProtocolException {
        Object[] row = {"a", 10.0, 0.0, 1.5, 0};
        assertThat(axis(sources("arcmin", row)).orElseThrow()).isCloseTo(0.025, within(1e-15));
        assertThat(axis(sources("deg", row))).contains(1.5);
        assertThat(axis(sources("Degrees", row))).contains(1.5);
        assertThat(axis(sources("pix", row))).isEmpty();
        assertThat(RadioSources.isAngle("pix")).isFalse();
        assertThat(axis(sources("arcsec", new Object[] {"a", 10.0, 0.0, Double.NaN, 0})))
                .isEmpty();
    }
}
