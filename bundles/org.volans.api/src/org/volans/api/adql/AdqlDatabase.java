package org.volans.api.adql;

import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.InputException;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import uk.ac.starlink.table.StarTable;

/**
 * Tables in memory that are asked in ADQL 2.1. Queries cannot read files or reach the network. Safe for concurrent use;
 * queries run side by side.
 */
@ProviderType
public interface AdqlDatabase extends AutoCloseable {

    /**
     * Copies a table in. NaN and the empty text count as no value (VOTable 1.5, section 6): no comparison finds them,
     * {@code IS NULL} does; in a result a real without a value is NaN, anything else {@code null}.
     *
     * @param schema its schema; {@code ""} for none
     * @param table  its name, any characters: {@code V/147/sdss12}; its metadata replace those of {@code data} where
     *               the description or columns are given (matched by name)
     * @param data   the rows
     * @throws InputException when a column's type cannot be held or the name is taken
     */
    void load(String schema, TableMeta table, StarTable data, IProgressMonitor monitor) throws InputException;

    /** What is in it, in order of loading; names are as ADQL writes them. */
    List<SchemaMeta> schemas();

    /**
     * Runs a query.
     *
     * @param adql    the text
     * @param uploads tables for this query alone, in the schema {@code TAP_UPLOAD}, by name
     * @param maxrec  most rows given
     * @param monitor cancelling it interrupts the engine
     * @throws AdqlException  when the text has faults
     * @throws InputException when the engine refuses it, in words about the query
     */
    AdqlResult query(String adql, Map<String, StarTable> uploads, long maxrec, IProgressMonitor monitor)
            throws InputException;

    /** Frees everything. */
    @Override
    void close();
}
