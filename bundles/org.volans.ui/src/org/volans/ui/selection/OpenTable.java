package org.volans.ui.selection;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.volans.api.table.VotableDocument;
import uk.ac.starlink.table.StarTable;

/**
 * A table that is open in the workbench. Two are the same when they hold the same {@code StarTable}.
 *
 * @param name     what people call it: the file's name without extension
 * @param table    random access, in the order of the file, whatever order an editor shows
 * @param document what it came in, with its service descriptors; empty when it is no VOTable
 * @param file     where it is stored
 * @param context  what is known of where it comes from (service, query, table description), for whoever interprets its
 *                 columns; may be empty
 */
public record OpenTable(
        String name, StarTable table, Optional<VotableDocument> document, Optional<IFile> file, String context) {}
