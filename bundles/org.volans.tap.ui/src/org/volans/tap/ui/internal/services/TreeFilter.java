package org.volans.tap.ui.internal.services;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.TableMeta;

/**
 * Finds tables and columns by words, all of which must stand in the names or descriptions from the schema down. Looks
 * only at what has been read so far. Made on the UI thread, run on any.
 */
final class TreeFilter {

    private record Schema(SchemaNode node, List<TableMeta> tables, Map<Integer, TableMeta> withColumns) {}

    private record Service(ServiceNode node, boolean known, List<Schema> schemas) {}

    private final List<String> words;
    private final List<Service> services;
    private final Map<Node, int[]> children = new IdentityHashMap<>();
    private final Map<SchemaNode, Map<Integer, int[]>> columns = new IdentityHashMap<>();
    private int matches;

    /** Notes what is known now. */
    TreeFilter(String text, List<ServiceNode> nodes) {
        words = words(text);
        services = nodes.stream()
                .map(s -> new Service(
                        s,
                        s.state() == Branch.State.KNOWN,
                        s.schemas().stream().map(TreeFilter::note).toList()))
                .toList();
    }

    private static Schema note(SchemaNode schema) {
        Map<Integer, TableMeta> withColumns = new HashMap<>();
        schema.made().forEach((index, table) -> {
            if (table.state() == Branch.State.KNOWN) {
                withColumns.put(index, table.meta());
            }
        });
        return new Schema(schema, schema.tables(), withColumns);
    }

    /** The words of a filter, in lower case. */
    static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(w -> !w.isEmpty())
                .toList();
    }

    /** Finds them. */
    Shown apply(IProgressMonitor monitor) {
        List<ServiceNode> shown = new ArrayList<>();
        int unknown = 0;
        for (Service service : services) {
            if (!service.known()) {
                unknown++;
                shown.add(service.node());
            } else if (any(service, monitor)) {
                shown.add(service.node());
            }
        }
        return new Shown(shown, children, columns, matches, unknown);
    }

    private boolean any(Service service, IProgressMonitor monitor) {
        List<Schema> schemas = service.schemas();
        int[] found = IntStream.range(0, schemas.size())
                .filter(i -> any(schemas.get(i), monitor))
                .map(i -> i + 1) // the examples come first
                .toArray();
        children.put(service.node(), found);
        return found.length > 0;
    }

    private boolean any(Schema schema, IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        String name = schema.node().meta().name();
        List<TableMeta> tables = schema.tables();
        int[] found = IntStream.range(0, tables.size())
                .filter(i -> table(name, tables.get(i)) || columns(schema, i, name))
                .toArray();
        children.put(schema.node(), found);
        return found.length > 0;
    }

    private boolean table(String schema, TableMeta table) {
        boolean found = holds(schema + " " + table.name() + " " + table.title() + " " + table.description());
        matches += found ? 1 : 0;
        return found;
    }

    private boolean columns(Schema schema, int index, String name) {
        TableMeta table = schema.withColumns().get(index);
        if (table == null) {
            return false;
        }
        String path = name + " " + table.name() + " ";
        List<ColumnMeta> all = table.columns();
        int[] found = IntStream.range(0, all.size())
                .filter(i -> holds(path + text(all.get(i))))
                .toArray();
        columns.computeIfAbsent(schema.node(), s -> new HashMap<>()).put(index, found);
        matches += found.length;
        return found.length > 0;
    }

    private static String text(ColumnMeta column) {
        return column.name() + " " + column.unit() + " " + column.ucd().text() + " " + column.description();
    }

    private boolean holds(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }
}
