package org.volans.ui.selection;

import java.nio.file.Path;
import java.util.Optional;
import org.volans.api.table.SharedTable;

/**
 * Between the tables that are open in editors and those that other programs know: each table that opens is shared, and keeps
 * its identity when its file is loaded again. An OSGi service, safe for concurrent use.
 */
public interface TableSharing {

    /** What an open table is to the others. */
    SharedTable shared(OpenTable table);

    /** The open table that a shared one is; empty when no editor has it. */
    Optional<OpenTable> open(SharedTable table);

    /** The table as the parts of the workbench know it: the open one, else one that nobody has open. */
    OpenTable known(SharedTable table);

    /** Where a table that came from another program was stored when it came before. */
    Optional<Path> place(SharedTable table);

    /** A table that came from another program is stored in a file now: an editor of that file shows this very table. */
    void store(SharedTable table);

    /** What {@link #store} told of a file, as long as no editor has changed that. */
    Optional<SharedTable> stored(Path file);
}
