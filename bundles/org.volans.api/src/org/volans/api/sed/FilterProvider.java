package org.volans.api.sed;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.volans.api.table.ColumnMeta;

/**
 * Whiteboard: knows photometric filters. Register it as an OSGi service; higher service ranking is asked first. Must be
 * safe for concurrent use and do no I/O.
 *
 * <p>{@code org.volans.sdk.contract.FilterProviderContract} tests what it promises. A complete one:
 *
 * {@snippet class="org.volans.sdk.examples.HubbleFilters"}
 */
@ConsumerType
public interface FilterProvider {

    /** Names it in messages. */
    String id();

    /**
     * The filter behind a photometry column.
     *
     * @param column  its metadata
     * @param context name and description of its table, names of its other columns: anything that may say which survey
     *                this is; may be empty
     * @return empty when this provider does not know it; never a guess
     */
    Optional<PhotometricFilter> find(ColumnMeta column, String context);
}
