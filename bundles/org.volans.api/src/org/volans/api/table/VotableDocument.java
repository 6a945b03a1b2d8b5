package org.volans.api.table;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;

/**
 * A whole VOTable document (VOTable 1.5) as services send it: tables, what can be done with them, and how the query
 * went (DALI 1.1, section 4.4).
 *
 * @param tables      the tables in document order, random access; for a DALI answer the first is the result
 * @param descriptors the service descriptors (DataLink 1.1, section 4), whatever resource they stand in
 * @param infos       the INFO elements of all resources, in order
 */
public record VotableDocument(List<StarTable> tables, List<ServiceDescriptor> descriptors, List<Info> infos) {

    /**
     * An INFO element.
     *
     * @param name  its name attribute
     * @param value its value attribute
     * @param text  its content, or empty
     */
    public record Info(String name, String value, String text) {}

    public VotableDocument {
        tables = List.copyOf(tables);
        descriptors = List.copyOf(descriptors);
        infos = List.copyOf(infos);
    }

    /** The first table, if any. */
    public Optional<StarTable> table() {
        return tables.stream().findFirst();
    }

    /** The server's words when {@code QUERY_STATUS} is {@code ERROR}. */
    public Optional<String> error() {
        return infos.stream()
                .filter(i ->
                        i.name().equalsIgnoreCase("QUERY_STATUS") && i.value().equalsIgnoreCase("ERROR"))
                .map(i -> i.text().isBlank()
                        ? "the service reports an error without saying which"
                        : i.text().strip())
                .findFirst();
    }

    /**
     * The table that a query was for.
     *
     * @param service who sent the document
     * @throws VoException with the server's words when it reports an error; when there is no table
     */
    public StarTable result(URI service) throws VoException {
        Optional<String> error = error();
        if (error.isPresent()) {
            throw new ServiceException(service, 200, service.getHost() + ": " + error.get(), null);
        }
        return table().orElseThrow(() -> new ProtocolException(
                ServiceException.withoutCredentials(service) + " sent a VOTable without a table"));
    }

    /** Whether the service cut the result off (DALI 1.1, section 4.4.1, {@code OVERFLOW}). */
    public boolean overflow() {
        return infos.stream()
                .anyMatch(i ->
                        i.name().equalsIgnoreCase("QUERY_STATUS") && i.value().equalsIgnoreCase("OVERFLOW"));
    }
}
