package org.volans.table.ui.internal.rows;

import java.io.IOException;
import uk.ac.starlink.table.RowAccess;

/** Which rows are wanted. Safe for concurrent use. */
@FunctionalInterface
public interface RowFilter {

    /** All rows. */
    RowFilter ALL = row -> true;

    /** @param row set to the row in question */
    boolean passes(RowAccess row) throws IOException;
}
