package org.volans.tap.ui.internal.services;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import org.volans.ui.widgets.Count;

/** A schema. Of its tables, which may be tens of thousands, only those that are looked at become nodes. */
final class SchemaNode extends Node {

    private final SchemaMeta meta;
    private final Map<Integer, TableNode> made = new HashMap<>();

    SchemaNode(ServiceNode service, SchemaMeta meta) {
        super(Optional.of(service));
        this.meta = meta;
    }

    SchemaMeta meta() {
        return meta;
    }

    List<TableMeta> tables() {
        return meta.tables();
    }

    /** The nodes that have been made, by index. */
    Map<Integer, TableNode> made() {
        return made;
    }

    @Override
    int count() {
        return meta.tables().size();
    }

    @Override
    TableNode child(int index) {
        return made.computeIfAbsent(
                index, i -> new TableNode(this, i, meta.tables().get(i)));
    }

    @Override
    String label() {
        return meta.name().isEmpty() ? "(no schema)" : meta.name().replace("\"", "");
    }

    @Override
    String remark() {
        return Count.of(count(), "table", "tables");
    }

    @Override
    String description() {
        return meta.description();
    }
}
