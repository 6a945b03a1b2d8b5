package org.volans.sky.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.volans.api.geometry.Range;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.TableMeta;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/** One centre, {@code small}, with a table of three rows that have Datalink documents; it hosts the registry. */
public final class SmallContent implements SkyContent {

    /** How often rows have been made. */
    public final AtomicInteger made = new AtomicInteger();

    @Override
    public List<DataCentre> centres(URI base) {
        List<ColumnMeta> columns = PositionColumns.columns(rows());
        made.set(0);
        SkyTable table = new SkyTable(
                "pics",
                new TableMeta("pics.images", "Images", "Three images", "table", "", columns),
                this::rows,
                Optional.of(new LinksSpec("pubdid", "small/links")));
        SkyTable delimited = new SkyTable(
                "cats",
                new TableMeta("\"V/1/cat\"", "Catalogue", "A name with slashes", "table", "", columns),
                this::rows,
                Optional.empty());
        return List.of(new DataCentre(
                "small",
                "ivo://Small/tap",
                "Small",
                "A small centre",
                "For tests",
                List.of("radio"),
                List.of("surveys"),
                List.of(table, delimited),
                Duration.ZERO,
                true,
                true,
                List.of(new SkyExample("all", "Everything", "All <rows>", "SELECT * FROM pics.images WHERE ra < 1")),
                List.of(new CatalogueRecord(
                        "ivo://Small/v/1",
                        "V/1",
                        "A catalogue",
                        "Has a name with slashes",
                        List.of("optical"),
                        List.of("catalogs"),
                        List.of("\"V/1/cat\""),
                        Optional.of(new Range(10, 12, -1, 1)),
                        List.of(new SkyCapability(
                                "ivo://ivoa.net/std/ConeSearch",
                                "small/scs",
                                "application/x-votable+xml",
                                List.of(new SkyCapability.Parameter(
                                        "RA", "double", "deg", "pos.eq.ra", "Right ascension", true))))))));
    }

    @Override
    public List<SkyServlet> servlets(URI base) {
        return List.of();
    }

    private StarTable rows() {
        made.incrementAndGet();
        ColumnInfo did = new ColumnInfo("pubdid", String.class, "Identifier");
        did.setUCD("meta.id;meta.main");
        ColumnInfo ra = new ColumnInfo("ra", Double.class, "Right ascension");
        ra.setUCD("pos.eq.ra;meta.main");
        ra.setUnitString("deg");
        ColumnInfo region = new ColumnInfo("s_region", String.class, "Outline");
        region.setXtype("adql:REGION");
        region.setUCD("pos.outline;obs.field");
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {did, ra, region});
        for (int i = 1; i <= 3; i++) {
            table.addRow(new Object[] {"ivo://small/?" + i, i + 0.5, "CIRCLE ICRS " + i + " 0 1"});
        }
        return table;
    }
}
