package org.volans.tap.ui.internal.services;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.volans.api.table.ColumnMeta;

/** A column. */
final class ColumnNode extends Node {

    private final TableNode table;
    private final ColumnMeta meta;

    ColumnNode(TableNode table, ColumnMeta meta) {
        super(Optional.of(table));
        this.table = table;
        this.meta = meta;
    }

    ColumnMeta meta() {
        return meta;
    }

    TableNode table() {
        return table;
    }

    /** Whether it identifies the rows. */
    boolean isKey() {
        return meta.ucd().primary().equals("meta.id") && meta.ucd().has("meta.main");
    }

    @Override
    String label() {
        return meta.name();
    }

    @Override
    String remark() {
        return Stream.of(meta.unit(), meta.ucd().text())
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    @Override
    String description() {
        return meta.description();
    }
}
