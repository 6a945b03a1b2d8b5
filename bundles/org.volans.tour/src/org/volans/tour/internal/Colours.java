package org.volans.tour.internal;

import java.util.List;
import java.util.OptionalInt;
import uk.ac.starlink.table.StarTable;

/**
 * The photometry of the objects.
 *
 * @param table    random access, one row for each match, in the order of the objects
 * @param objectOf for each row, the 0-based number of its object
 * @param source   where it is from
 */
record Colours(StarTable table, List<Integer> objectOf, PhotometryTable source) {

    Colours {
        objectOf = List.copyOf(objectOf);
    }

    /** What the catalogue calls the object of a row, or an empty text. */
    String name(long row) {
        OptionalInt column =
                source.identifier().map(id -> Cells.column(table, id.name())).orElse(OptionalInt.empty());
        return column.isPresent() ? Cells.text(table, row, column.getAsInt()) : "";
    }
}
