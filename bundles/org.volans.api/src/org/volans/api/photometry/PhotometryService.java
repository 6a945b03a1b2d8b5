package org.volans.api.photometry;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.tap.TapQuery;
import uk.ac.starlink.table.StarTable;

/** Photometry of given positions, found by keyword and told by UCDs. Safe for concurrent use. */
@ProviderType
public interface PhotometryService {

    /** Larger uploads are sent as a job from the start: services cut long synchronous requests off. */
    int MOST_ROWS_AT_ONCE = 50_000;

    /**
     * Tables with positions and photometry of the TAP services that the registry finds by a keyword, best first.
     * Resources whose tables cannot be had cost a warning.
     *
     * @param keyword one or more words, all of which must be found
     * @return may be empty
     * @throws InputException when the registry knows no TAP service for the keyword
     * @throws VoException    when the registry cannot be asked
     */
    List<PhotometryCandidate> candidates(String keyword, Inquiry inquiry, IProgressMonitor monitor) throws VoException;

    /**
     * Asks the service itself for the columns of a candidate: what the registry says may be old.
     *
     * @return empty when the table has no positions or no photometry
     * @throws VoException when the service cannot be asked or has no such table
     */
    Optional<PhotometryTable> verified(PhotometryCandidate candidate, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException;

    /**
     * The upload join as a person would write it: for each pair of an object and a catalogue row within the radius, the
     * columns of {@link PhotometryMatches}, in whatever order the service gives them. The objects are uploaded as they
     * are, under the name {@code objects}. No I/O.
     *
     * @param objects random access, with position columns
     * @param radius  in degrees
     * @throws InputException when the objects have no position columns
     */
    TapQuery join(PhotometryTable photometry, StarTable objects, double radius) throws InputException;

    /**
     * The photometry of all objects, in their order: by an upload join, as a job where there are many, and by positions written into
     * queries where the service refuses uploads.
     *
     * @param objects random access, with position columns; every row has a position
     * @param radius  in degrees
     */
    PhotometryMatches match(
            PhotometryTable photometry, StarTable objects, double radius, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException;
}
