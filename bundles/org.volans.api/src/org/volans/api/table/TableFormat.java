package org.volans.api.table;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ConsumerType;
import org.volans.api.InputException;
import uk.ac.starlink.table.StarTable;

/**
 * A file format that {@link TableService} learns: registering an OSGi service of this kind makes it readable, and perhaps
 * writable, everywhere. Safe for concurrent use.
 *
 * <p>{@code org.volans.sdk.contract.TableFormatContract} tests what it promises. A complete one:
 *
 * {@snippet class="org.volans.sdk.examples.BarFormat"}
 */
@ConsumerType
public interface TableFormat {

    /** What users call it, in lower case: {@code parquet}. */
    String name();

    /** Endings of file names, in lower case without the dot. */
    List<String> endings();

    /** Whether a file that begins so is of this format. No I/O. */
    boolean recognises(byte[] beginning);

    /**
     * Reads a file.
     *
     * @return random access, safe for several threads that each have a {@code RowAccess} of their own
     * @throws InputException when it is not of this format or damaged; the message names the file
     * @throws org.eclipse.core.runtime.OperationCanceledException when the monitor is cancelled
     */
    StarTable read(Path file, IProgressMonitor monitor) throws InputException;

    /** Whether {@link #write} can be used. */
    boolean writable();

    /**
     * Writes a new file.
     *
     * @param file does not exist; what stands there after a failure is removed by the caller
     * @throws InputException when the format cannot hold the table or the disk is full
     */
    void write(StarTable table, Path file, IProgressMonitor monitor) throws InputException;
}
