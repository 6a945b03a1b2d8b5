package org.volans.api.datalink;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.VoException;
import org.volans.api.table.VotableDocument;

/** From a data set to its links. Safe for concurrent use. */
@ProviderType
public interface DatalinkService {

    /**
     * Asks a links endpoint, in as few requests as it takes for all identifiers.
     *
     * @return all rows in order, faults included; identifiers beyond what the service takes at a time (DataLink 1.1,
     *         section 2.1.2) are asked again
     */
    List<LinkRow> links(LinksRequest request, IProgressMonitor monitor) throws VoException;

    /**
     * How to ask for the links of a row, from (in this order) a links descriptor that came with the table
     * ({@code standardID ivo://ivoa.net/std/DataLink#links…}), an ObsCore {@code access_url} whose {@code access_format}
     * is {@code application/x-votable+xml;content=datalink}, or a column with the UCD {@code meta.ref.url} and that
     * content type in its name or description.
     *
     * @param document what the table came in
     * @param row      0-based row of the document's first table
     * @return empty when the row leads to no links
     */
    Optional<LinksRequest> requestFor(VotableDocument document, long row) throws VoException;

    /**
     * All that a row leads to: the links that {@link #requestFor} tells of, with those behind links to further links; else
     * an ObsCore {@code access_url} as the one link. Then the services other than links whose descriptors came with the
     * table (DataLink 1.1, section 4). Further links that are not to be had cost a {@link LinkRow.Target.Fault} in their
     * place.
     *
     * @param document what the table came in
     * @param row      0-based row of the document's first table
     * @throws VoException when the row cannot be read or its links cannot be had
     */
    LinkedRow allOf(VotableDocument document, long row, IProgressMonitor monitor) throws VoException;
}
