package org.volans.sky.internal.links;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/** A links table in the making (DataLink 1.1, section 3.2). */
final class LinksTable {

    private final RowListStarTable table = new RowListStarTable(columns());

    private static ColumnInfo[] columns() {
        List<ColumnInfo> columns = new ArrayList<>();
        columns.add(text("ID", "meta.id;meta.main", "Identifier that the link belongs to"));
        columns.add(text("access_url", "meta.ref.url", "Link to data or service"));
        columns.add(text("service_def", "meta.ref", "Reference to a service descriptor resource"));
        columns.add(text("error_message", "meta.code.error", "Why there is no link"));
        columns.add(text("semantics", "meta.code", "What the link leads to, as the DataLink vocabulary says it"));
        columns.add(text("description", "meta.note", "Text about the link"));
        columns.add(text("content_type", "meta.code.mime", "Media type of what the link leads to"));
        ColumnInfo length = new ColumnInfo("content_length", Long.class, "Size of what the link leads to");
        length.setUnitString("byte");
        length.setUCD("phys.size;meta.file");
        columns.add(length);
        columns.add(text("local_semantics", "meta.id.assoc", "What the link leads to, as this service says it"));
        return columns.toArray(ColumnInfo[]::new);
    }

    private static ColumnInfo text(String name, String ucd, String description) {
        ColumnInfo info = new ColumnInfo(name, String.class, description);
        info.setUCD(ucd);
        return info;
    }

    void access(String id, String url, String semantics, String description, String type, OptionalLong length) {
        Object size = length.isPresent() ? (Object) length.getAsLong() : null;
        table.addRow(new Object[] {id, url, null, null, semantics, description, type, size, null});
    }

    void service(String id, String descriptor, String semantics, String description, String type, String local) {
        table.addRow(new Object[] {id, null, descriptor, null, semantics, description, type, null, local});
    }

    /** A link that is not there (section 3.4). */
    void fault(String id, String message) {
        table.addRow(new Object[] {id, null, null, message, "#this", null, null, null, null});
    }

    StarTable table() {
        return table;
    }
}
