package org.volans.api.photometry;

import java.util.List;
import uk.ac.starlink.table.StarTable;

/**
 * The photometry of objects.
 *
 * @param table    random access, one row for each match, in the order of the objects: identifier, the user's columns,
 *                 magnitudes or flux densities, their errors
 * @param objectOf for each row, the 0-based number of its object
 * @param source   where it is from
 */
public record PhotometryMatches(StarTable table, List<Integer> objectOf, PhotometryTable source) {

    public PhotometryMatches {
        objectOf = List.copyOf(objectOf);
    }
}
