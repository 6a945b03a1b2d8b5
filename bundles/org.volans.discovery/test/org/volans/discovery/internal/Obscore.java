package org.volans.discovery.internal;

import static org.volans.sdk.testing.StubTap.row;
import static org.volans.sdk.testing.StubTap.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.tap.TapQuery;
import org.volans.sdk.testing.StubTap;
import uk.ac.starlink.table.StarTable;

/** ObsCore rows as services send them, and reading of what became of them. */
final class Obscore {

    /** Covers right ascensions 10 to 11 and declinations 20 to 21, roughly. */
    static final String SQUARE = "Polygon ICRS 10 20 11 20 11 21 10 21";

    private Obscore() {}

    /** Answers the probe for data sets without a region with no, everything else with these rows. */
    static StubTap.Answer rows(Object[]... rows) {
        return (query, monitor) -> StubTap.result(probe(query) ? table(row("s_fov")) : table(rows), false);
    }

    /** Answers the join with matches of a square: the index of a position and the data set's identifier. */
    static StubTap.Answer squares(Object... indexAndDid) {
        List<Object[]> rows = new ArrayList<>();
        rows.add(row("position_index", "obs_publisher_did", "s_region"));
        for (int i = 0; i < indexAndDid.length; i += 2) {
            rows.add(row(indexAndDid[i], indexAndDid[i + 1], SQUARE));
        }
        return rows(rows.toArray(Object[][]::new));
    }

    static boolean probe(TapQuery query) {
        return probe(query.adql());
    }

    static boolean probe(String adql) {
        return adql.contains("TOP 1 o.s_fov");
    }

    /** The cells of a column, in order. */
    static List<@Nullable Object> column(StarTable table, String name) throws IOException {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < table.getColumnCount(); i++) {
            if (table.getColumnInfo(i).getName().equals(name)) {
                for (long row = 0; row < table.getRowCount(); row++) {
                    cells.add(table.getCell(row, i));
                }
            }
        }
        return cells;
    }
}
