package org.volans.api.table;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The tables that this and other programs know by an id and a URL. Safe for concurrent use.
 *
 * <p>A table is the same as another one when both, id and URL, are the same; else when its URL is; else when its id is and no
 * other table has that id. The scheme {@code file} is the same with one or three slashes.
 */
@ProviderType
public interface SharedTables {

    /**
     * The table that a message means.
     *
     * @param id  its {@code table-id}, or empty
     * @param url its {@code url}, or empty
     */
    Optional<SharedTable> find(String id, String url);

    /** The table that is stored in a file. */
    Optional<SharedTable> find(java.nio.file.Path file);

    /** A table is there, in the place of the one with the same id and URL, if any: a table that was loaded again. */
    void put(SharedTable table);

    /** A table is gone. */
    void remove(SharedTable table);

    /** All of them, the latest last. */
    List<SharedTable> all();

    /** An id for a new table, like no other in any program. */
    String newId();
}
