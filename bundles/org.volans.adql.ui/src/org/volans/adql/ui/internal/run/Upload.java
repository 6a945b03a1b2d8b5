package org.volans.adql.ui.internal.run;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import uk.ac.starlink.table.StarTable;

/**
 * A table that is sent along with a query.
 *
 * @param name  in {@code TAP_UPLOAD}
 * @param label of the table, for people
 * @param file  where it is stored; empty for an open table that is not
 * @param table empty as long as the file has not been read
 */
public record Upload(String name, String label, Optional<IFile> file, Optional<StarTable> table) {

    /** Whether something can be the name of an upload. */
    public static boolean legal(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_]*");
    }

    /** A name made from that of a file. */
    public static String name(String label) {
        int dot = label.lastIndexOf('.');
        String stem = (dot > 0 ? label.substring(0, dot) : label).replaceAll("[^A-Za-z0-9_]+", "_");
        String name = stem.replaceFirst("^[^A-Za-z]+", "").replaceFirst("_+$", "");
        return name.isEmpty() ? "mine" : name;
    }

    /** The same under another name. */
    public Upload named(String other) {
        return new Upload(other, label, file, table);
    }

    Upload with(StarTable read) {
        return new Upload(name, label, file, Optional.of(read));
    }

    /** Its columns; empty as long as it has not been read. */
    List<ColumnMeta> columns() {
        return table.map(PositionColumns::columns).orElse(List.of());
    }
}
