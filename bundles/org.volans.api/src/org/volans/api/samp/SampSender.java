package org.volans.api.samp;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import org.volans.api.table.SharedTable;

/**
 * Sends tables, images, rows and positions to other programs. Safe for concurrent use.
 *
 * <p>Each method sends to one client, or with an empty {@code to} to all that are subscribed, and returns their replies in
 * no order; the map is empty when nobody takes such a message.
 */
@ProviderType
public interface SampSender {

    /**
     * Sends a table as {@code table.load.votable}, or as {@code table.load.fits} to whom takes only that. What is stored as a
     * VOTable with one table, or as FITS, is sent as it stands; else a VOTable is written that lives as long as this program.
     * From now on the table is known by its id to both sides.
     */
    Map<SampClient, SampReply> table(SharedTable table, Optional<SampClient> to, IProgressMonitor monitor)
            throws VoException;

    /**
     * Sends a FITS image as {@code image.load.fits}.
     *
     * @param name what to call it
     */
    Map<SampClient, SampReply> image(Path file, String name, Optional<SampClient> to, IProgressMonitor monitor)
            throws VoException;

    /**
     * Highlights a row by {@code table.highlight.row}: to those that may know the table.
     *
     * @param row 0-based, in the table's own order
     */
    Map<SampClient, SampReply> row(SharedTable table, long row, Optional<SampClient> to, IProgressMonitor monitor)
            throws VoException;

    /** Selects rows by {@code table.select.rowList}. */
    Map<SampClient, SampReply> rows(
            SharedTable table, List<Long> rows, Optional<SampClient> to, IProgressMonitor monitor) throws VoException;

    /** Points at a position by {@code coord.pointAt.sky}. */
    Map<SampClient, SampReply> position(Position position, Optional<SampClient> to, IProgressMonitor monitor)
            throws VoException;
}
