package org.volans.sdk.contract;

import java.util.List;
import org.volans.api.table.SharedTable;
import org.volans.sdk.testing.Events;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/** Tables that programs send, though nobody expects them. */
final class StrangeTables {

    private StrangeTables() {}

    static List<StarTable> all() {
        RowListStarTable blank = Events.table(
                Events.number("ra", "deg", "pos.eq.ra;meta.main"),
                Events.number("dec", "deg", "pos.eq.dec;meta.main"),
                Events.number("mag", "mag", "phot.mag;em.opt.V"));
        blank.addRow(new Object[3]);
        RowListStarTable nowhere = Events.table(Events.number("ra", "deg", ""), Events.number("dec", "deg", ""));
        nowhere.addRow(new Object[] {Double.NaN, 120.0});
        RowListStarTable words = Events.table(
                Events.column("ra", String.class, "", "pos.eq.ra;meta.main"),
                Events.column("dec", String.class, "", "pos.eq.dec;meta.main"),
                Events.column("", Object.class, "??", ";;meta"));
        words.addRow(new Object[] {"16:01:56", "n/a", new int[] {1, 2}});
        return List.of(Events.table(), Events.positions(), blank, nowhere, words);
    }

    /** The same table, watched. */
    static SharedTable watched(SharedTable shared, List<WatchedTable> tables) {
        WatchedTable table = new WatchedTable(shared.table());
        tables.add(table);
        return new SharedTable(
                shared.id(), shared.url(), shared.name(), table, shared.document(), shared.file(), shared.context());
    }
}
