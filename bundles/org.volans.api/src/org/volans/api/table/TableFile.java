package org.volans.api.table;

import java.util.List;
import java.util.Optional;
import uk.ac.starlink.table.StarTable;

/**
 * A table file with all that stands in it.
 *
 * @param format   what it is: a name of {@link TableService#inputFormats()}
 * @param tables   at least one, in the order of the file, each with a name and as {@link TableService#open} gives them
 * @param document what a VOTable says around its tables; empty for other formats
 */
public record TableFile(String format, List<StarTable> tables, Optional<VotableDocument> document) {

    public TableFile {
        tables = List.copyOf(tables);
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("a table file holds at least one table");
        }
    }
}
