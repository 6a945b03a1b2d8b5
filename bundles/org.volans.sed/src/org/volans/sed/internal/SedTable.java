package org.volans.sed.internal;

import java.util.List;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPoint;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/** SEDs as a table of points, one row each. */
final class SedTable {

    private SedTable() {}

    static StarTable of(List<Sed> seds) {
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {
            column("object", String.class, "", "meta.id;meta.main", "object"),
            column("ra", Double.class, "deg", "pos.eq.ra;meta.main", "right ascension, ICRS"),
            column("dec", Double.class, "deg", "pos.eq.dec;meta.main", "declination, ICRS"),
            column("column_name", String.class, "", "meta.id", "photometry column it is from"),
            column("filter", String.class, "", "instr.filter", "filter, or the UCD of its band"),
            column("wavelength", Double.class, "m", "em.wl", "pivot wavelength of the filter"),
            column("wavelength_min", Double.class, "m", "em.wl;stat.min", "short end of the filter"),
            column("wavelength_max", Double.class, "m", "em.wl;stat.max", "long end of the filter"),
            column("flux", Double.class, "Jy", "phot.flux.density", "flux density"),
            column("flux_error", Double.class, "Jy", "stat.error;phot.flux.density", "standard deviation"),
            column("upper_limit", Boolean.class, "", "meta.code", "whether the flux is an upper limit"),
            column("original", String.class, "", "meta.note", "the value as it stood in the table")
        });
        table.setName("seds");
        for (Sed sed : seds) {
            sed.points().forEach(point -> table.addRow(row(sed, point)));
        }
        return table;
    }

    private static Object[] row(Sed sed, SedPoint point) {
        return new Object[] {
            sed.name(),
            sed.position().map(p -> p.ra()).orElse(Double.NaN),
            sed.position().map(p -> p.dec()).orElse(Double.NaN),
            point.column(),
            point.filter(),
            point.wavelength(),
            point.range().low(),
            point.range().high(),
            point.flux(),
            point.error(),
            point.limit(),
            point.original()
        };
    }

    private static ColumnInfo column(String name, Class<?> type, String unit, String ucd, String description) {
        ColumnInfo info = new ColumnInfo(name, type, description);
        if (!unit.isEmpty()) {
            info.setUnitString(unit);
        }
        info.setUCD(ucd);
        return info;
    }
}
