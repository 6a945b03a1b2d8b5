package org.volans.image.ui.internal.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.geometry.Position;
import org.volans.api.image.Wcs;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

class MarksTest {

    /** One degree is one pixel; nothing south of the equator. */
    private static final Wcs PLAIN = new Wcs() {
        @Override
        public String projection() {
            return "CAR";
        }

        @Override
        public int axisX() {
            return 0;
        }

        @Override
        public int axisY() {
            return 1;
        }

        @Override
        public Optional<Position> toSky(double x, double y) {
            return Optional.of(new Position(x, y));
        }

        @Override
        public Optional<double[]> toPixel(Position p) {
            return p.dec() < 0 ? Optional.empty() : Optional.of(new double[] {p.ra(), p.dec()});
        }

        @Override
        public double[] pixelScale() {
            return new double[] {1, 1};
        }
    };

    private static ColumnInfo column(String name, Class<?> type, String ucd) {
        ColumnInfo info = new ColumnInfo(name, type, "");
        info.setUCD(ucd);
        return info;
    }

    private static RowListStarTable table() {
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {
            column("a", Double.class, "pos.eq.ra;meta.main"),
            column("d", Double.class, "pos.eq.dec;meta.main"),
            column("name", String.class, "meta.id;meta.main")
        });
        table.addRow(new Object[] {10.0, 20.0, "first"});
        table.addRow(new Object[] {Double.NaN, 20.0, "no position"});
        table.addRow(new Object[] {11.0, -20.0, "not on the image"});
        table.addRow(new Object[] {12.0, 95.0, "no declination"});
        table.addRow(new Object[] {10.5, 20.0, "last"});
        return table;
    }

    @Test
    void rowsWithoutAPlaceHaveNoMark() throws Exception {
        Marks marks = Marks.load(table(), "t", PLAIN, new NullProgressMonitor());
        assertThat(marks.x()).containsExactly(10, Double.NaN, Double.NaN, Double.NaN, 10.5);
        assertThat(marks.y()[0]).isEqualTo(20);
        assertThat(marks.labels()).startsWith("first").endsWith("last");
    }

    @Test
    void theNearestIsFound() throws Exception {
        Marks marks = Marks.load(table(), "t", PLAIN, new NullProgressMonitor());
        assertThat(marks.nearest(10.2, 20, 1)).contains(0);
        assertThat(marks.nearest(10.3, 20, 1)).contains(4);
        assertThat(marks.nearest(15, 20, 1)).isEmpty();
    }
}
