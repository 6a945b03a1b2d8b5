package org.volans.api.table;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import uk.ac.starlink.table.StarTable;

/**
 * Reading and writing tables. Safe for concurrent use. Formats beyond those built in come as {@link TableFormat}s.
 *
 * <p>The tables it gives have random access and can be read by several threads at once, each with a {@code RowAccess} or
 * {@code RowSequence} of its own ({@code StarTable.getCell} is for one thread at a time). FITS binary tables are mapped, so
 * that opening one costs the same whatever its size; other formats are read to their end into memory or, when big, into
 * temporary files that go with the table. The file must not be changed while its table is in use.
 */
@ProviderType
public interface TableService {

    /**
     * Opens a table file, recognised by content, then by name.
     *
     * @param file   the file; {@code file#2} for a later table of a file with several
     * @param format a name of {@link #inputFormats()}, or {@code ""} to recognise it
     * @return a random-access table
     * @throws InputException when the file is missing, empty, or no table in a known format
     */
    StarTable open(Path file, String format, IProgressMonitor monitor) throws InputException;

    /**
     * Opens a table file with all its tables and what stands around them.
     *
     * @param file    as it is: {@code #} has no meaning here
     * @param format  a name of {@link #inputFormats()}, or {@code ""} to recognise it
     * @param monitor told how much of the file has been read
     * @throws InputException as {@link #open} does
     */
    TableFile openFile(Path file, String format, IProgressMonitor monitor) throws InputException;

    /**
     * Reads a whole VOTable document. What is not well-formed after a complete table is forgiven when the table can be
     * used.
     *
     * @param stream closed by the caller
     * @param source names the origin in messages
     * @throws ProtocolException when it is not a VOTable
     */
    VotableDocument readVotable(InputStream stream, String source, IProgressMonitor monitor) throws ProtocolException;

    /**
     * Reads a whole VOTable document as {@link #readVotable} does, and keeps no rows: its tables have columns, parameters
     * and {@code getRowCount()} only. For a document that is stored as it stands.
     *
     * @param stream closed by the caller
     * @param source names the origin in messages
     * @param rows   told how many rows of the first table have come, from any thread
     * @throws ProtocolException when it is not a VOTable
     */
    VotableDocument scanVotable(InputStream stream, String source, LongConsumer rows, IProgressMonitor monitor)
            throws ProtocolException;

    /**
     * Writes a table; the file appears whole or not at all.
     *
     * @param format  a name of {@link #outputFormats()}, or {@code ""} to take it from the file's name
     * @param monitor told how many of the rows have been written
     * @throws InputException when the format is not known or the file cannot be written (disk full, no permission)
     */
    void save(StarTable table, Path file, String format, IProgressMonitor monitor) throws InputException;

    /**
     * The format that a name means when a table is opened, without a look at any file.
     *
     * @param format a name of {@link #inputFormats()}, or {@code ""}, which stays as it is
     * @throws InputException when there is no such format
     */
    String inputFormat(String format) throws InputException;

    /**
     * The format that {@link #save} would write, without a look at any file: for who wants to know before a long query that
     * its result can be written.
     *
     * @param format a name of {@link #outputFormats()}, or {@code ""} to take it from the file's name
     * @throws InputException when the format is not known
     */
    String outputFormat(Path file, String format) throws InputException;

    /** Names of the formats that can be read. */
    List<String> inputFormats();

    /** Names of the formats that can be written. */
    List<String> outputFormats();
}
