package org.volans.api.photometry;

import java.net.URI;
import java.util.Optional;
import org.volans.api.table.TableMeta;

/**
 * A table that may hold the photometry looked for.
 *
 * @param resource title of the registry record that led to it
 * @param ivoid    identifier of that record
 * @param service  base URL of the TAP service that has it
 * @param table    what the registry, or else the service's list of tables, says of it; without columns where neither
 *                 lists them
 * @param score    how well it fits, for sorting: the keyword in a table's name counts most
 * @param why      where the keyword was found, for people
 */
public record PhotometryCandidate(String resource, String ivoid, URI service, TableMeta table, int score, String why) {

    /** It as photometry by what is known of its columns; empty when they are not known. */
    public Optional<PhotometryTable> photometry() {
        return PhotometryTable.of(resource, ivoid, service, table);
    }
}
