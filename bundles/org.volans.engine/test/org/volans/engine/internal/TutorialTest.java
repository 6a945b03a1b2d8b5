package org.volans.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.volans.engine.internal.TestTables.column;
import static org.volans.engine.internal.TestTables.load;
import static org.volans.engine.internal.TestTables.table;

import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.adql.AdqlDatabase;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/** The upload join that the ADASS 2021 tutorial "Astropy, PyVO and the Radio realm" publishes. */
class TutorialTest {

    private static final String JOIN = "SELECT SDSS12, mine.*, sdss.gmag, sdss.rmag\n"
            + "FROM \"V/147/sdss12\" AS sdss\nJOIN TAP_UPLOAD.t1 AS mine\nON 1=CONTAINS(POINT('ICRS', sdss.RA_ICRS,"
            + " sdss.DE_ICRS),\n     CIRCLE('ICRS', mine.ra, mine.dec, 1./3600.))";

    @Test
    void matchesWithinOneArcsecond() throws Exception {
        RowListStarTable sdss = table(
                column("SDSS12", String.class, "", "meta.id;meta.main"),
                column("RA_ICRS", Double.class, "deg", "pos.eq.ra;meta.main"),
                column("DE_ICRS", Double.class, "deg", "pos.eq.dec;meta.main"),
                column("gmag", Float.class, "mag", "phot.mag;em.opt.B"),
                column("rmag", Float.class, "mag", "phot.mag;em.opt.R"));
        // 0.9 and 1.1 arcsec north of it; 0.9 arcsec east, where 46.9 degrees north widens right ascension by 1.46
        sdss.addRow(new Object[] {"north", 240.484, 46.768 + 0.9 / 3600, 20f, 19f});
        sdss.addRow(new Object[] {"too far", 240.484, 46.768 + 1.1 / 3600, 21f, 19f});
        sdss.addRow(new Object[] {"east", 240.484 + 0.9 / 3600 * 1.46, 46.768, Float.NaN, 18f});
        sdss.addRow(new Object[] {"elsewhere", 10.0, 46.768, 22f, 19f});
        RowListStarTable mine = table(
                column("ra", Double.class, "deg", "pos.eq.ra;meta.main"),
                column("dec", Double.class, "deg", "pos.eq.dec;meta.main"));
        mine.addRow(new Object[] {240.484, 46.768});
        try (AdqlDatabase database = TestTables.database()) {
            load(database, "", "V/147/sdss12", sdss);
            StarTable found = database.query(
                            JOIN + " ORDER BY SDSS12", Map.of("t1", mine), 100, new NullProgressMonitor())
                    .table();
            assertThat(IntStream.range(0, found.getColumnCount())
                            .mapToObj(i -> found.getColumnInfo(i).getName()))
                    .containsExactly("SDSS12", "ra", "dec", "gmag", "rmag");
            assertThat(found.getColumnInfo(3).getUCD()).isEqualTo("phot.mag;em.opt.B");
            assertThat(found.getRowCount()).isEqualTo(2);
            assertThat(found.getRow(0)).containsExactly("east", 240.484, 46.768, Float.NaN, 18f);
            assertThat(found.getRow(1)).containsExactly("north", 240.484, 46.768, 20f, 19f);
        }
    }
}
