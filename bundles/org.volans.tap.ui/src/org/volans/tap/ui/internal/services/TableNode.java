package org.volans.tap.ui.internal.services;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.VoException;
import org.volans.api.table.TableMeta;
import org.volans.api.tap.TapService;
import org.volans.ui.widgets.Count;

/** A table or view and its columns. */
final class TableNode extends Branch<TableMeta> {

    private final SchemaNode schema;
    private final int index;
    private TableMeta meta;
    private List<ColumnNode> columns = List.of();

    /** @param index among all tables of the schema */
    TableNode(SchemaNode schema, int index, TableMeta meta) {
        super(Optional.of(schema));
        this.schema = schema;
        this.index = index;
        this.meta = meta;
    }

    /** With columns once they are known. */
    TableMeta meta() {
        return meta;
    }

    SchemaNode schema() {
        return schema;
    }

    int index() {
        return index;
    }

    /** Empty until they are known. */
    List<ColumnNode> columns() {
        return columns;
    }

    boolean isView() {
        return meta.type().toLowerCase(Locale.ROOT).contains("view");
    }

    @Override
    String what() {
        return "the columns";
    }

    @Override
    TableMeta ask(TapService tap, IProgressMonitor monitor) throws VoException {
        return tap.table(service().entry().url(), meta.name(), monitor);
    }

    @Override
    void take(TableMeta answer) {
        // the list says some things better than the table alone does
        meta = new TableMeta(
                meta.name(),
                longer(answer.title(), meta.title()),
                longer(answer.description(), meta.description()),
                meta.type(),
                longer(answer.utype(), meta.utype()),
                answer.columns(),
                Math.max(answer.rows(), meta.rows()));
        columns = meta.columns().stream().map(c -> new ColumnNode(this, c)).toList();
    }

    private static String longer(String one, String other) {
        return one.length() >= other.length() ? one : other;
    }

    @Override
    void forget() {
        super.forget();
        columns = List.of();
    }

    @Override
    String nothing() {
        return "It lists no columns";
    }

    @Override
    int knownCount() {
        return columns.size();
    }

    @Override
    ColumnNode knownChild(int at) {
        return columns.get(at);
    }

    @Override
    String label() {
        return shortName(schema.meta().name(), meta.name());
    }

    /** A table's name without delimiters and without the schema below which it stands. */
    static String shortName(String schema, String name) {
        String bare = name.replace("\"", "");
        String prefix = schema.replace("\"", "") + ".";
        return prefix.length() > 1
                        && bare.length() > prefix.length()
                        && bare.regionMatches(true, 0, prefix, 0, prefix.length())
                ? bare.substring(prefix.length())
                : bare;
    }

    @Override
    String remark() {
        String words = meta.title().isEmpty() ? meta.description() : meta.title();
        return meta.rows() < 0 ? words : Count.rows(meta.rows()) + " · " + words;
    }

    @Override
    String description() {
        return (meta.title() + "\n" + meta.description()).strip();
    }
}
