package org.volans.api.table;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import uk.ac.starlink.table.StarTable;

/**
 * A table that several programs know.
 *
 * @param id       its {@code table-id} in messages
 * @param url      where the others have it from, if they do
 * @param name     for people
 * @param table    random access, in the order in which rows are counted in messages
 * @param document what it came in, with its service descriptors; empty when it is no VOTable
 * @param file     where it is stored here, if it is
 * @param context  what is known of where it comes from, for whoever interprets its columns; may be empty
 */
public record SharedTable(
        String id,
        Optional<URI> url,
        String name,
        StarTable table,
        Optional<VotableDocument> document,
        Optional<Path> file,
        String context) {

    /**
     * Checks a row that another program named.
     *
     * @param row 0-based
     * @throws InputException when there is no such row
     */
    public void checkRow(long row) throws InputException {
        long rows = table.getRowCount();
        if (row < 0 || row >= rows) {
            String there =
                    rows == 0 ? "it has no rows" : rows == 1 ? "it has row 0 only" : "it has rows 0 to " + (rows - 1);
            throw new InputException("no row " + row + " in " + name + ": " + there);
        }
    }

    /**
     * The position of a row.
     *
     * @param row 0-based
     * @throws InputException when the row has none, the table has no position columns, or it cannot be read
     */
    public Position position(long row) throws InputException {
        checkRow(row);
        try {
            return PositionColumns.position(table, row)
                    .orElseThrow(() -> new InputException("row " + row + " of " + name + " has no position"));
        } catch (IOException e) {
            throw new InputException("row " + row + " of " + name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
