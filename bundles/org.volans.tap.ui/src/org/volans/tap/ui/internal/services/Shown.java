package org.volans.tap.ui.internal.services;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which children of which node are shown: all, or those that a filter found; in pages where they are very many,
 * because the widget measures every row of what is open. UI thread only, but for its making.
 */
final class Shown {

    /** More children than this are shown in pages. */
    static final int MOST_ROWS = 500;

    /** Children on a page. */
    static final int PAGE = 250;

    private final List<ServiceNode> services;
    private final Map<Node, int[]> children;
    private final Map<SchemaNode, Map<Integer, int[]>> columns;
    private final int matches;
    private final int unknown;
    private final Map<Node, Map<Integer, GroupNode>> groups = new IdentityHashMap<>();

    /**
     * What a filter found.
     *
     * @param services the services, in order
     * @param children indices of the children of services and schemas; all, where a node has no entry
     * @param columns  indices of the columns of a table, by schema and index of the table; all, where there is no entry
     * @param matches  tables and columns that a filter found; -1 without filter
     * @param unknown  services of which the filter knows nothing yet
     */
    Shown(
            List<ServiceNode> services,
            Map<Node, int[]> children,
            Map<SchemaNode, Map<Integer, int[]>> columns,
            int matches,
            int unknown) {
        this.services = List.copyOf(services);
        this.children = children;
        this.columns = columns;
        this.matches = matches;
        this.unknown = unknown;
    }

    /** Everything. */
    static Shown all(List<ServiceNode> services) {
        return new Shown(services, Map.of(), Map.of(), -1, 0);
    }

    List<ServiceNode> services() {
        return services;
    }

    boolean filtered() {
        return matches >= 0;
    }

    int matches() {
        return matches;
    }

    int unknown() {
        return unknown;
    }

    /** How many children of a node are shown below it. */
    int count(Node parent) {
        if (parent instanceof GroupNode group) {
            return group.size();
        }
        int all = all(parent);
        return paged(parent) ? lead(parent) + (all - lead(parent) + PAGE - 1) / PAGE : all;
    }

    Node child(Node parent, int index) {
        if (parent instanceof GroupNode group) {
            return at(group.of(), group.first() + index);
        }
        return paged(parent) && index >= lead(parent) ? group(parent, index - lead(parent)) : at(parent, index);
    }

    /** Below what a node is shown; empty for a service. */
    Optional<Node> parent(Node node) {
        if (node instanceof GroupNode || node.parent().filter(this::paged).isEmpty()) {
            return node.parent();
        }
        Node parent = node.parent().get();
        int place = place(parent, node);
        return Optional.of(place < lead(parent) ? parent : group(parent, (place - lead(parent)) / PAGE));
    }

    /** The place of a node among its siblings; negative when it is not shown. */
    int indexOf(Node node) {
        if (node.parent().isEmpty()) {
            return services.indexOf(node);
        }
        Node parent = node.parent().get();
        if (node instanceof GroupNode group) {
            return lead(parent) + group.page();
        }
        int place = place(parent, node);
        return paged(parent) && place >= lead(parent) ? (place - lead(parent)) % PAGE : place;
    }

    /** Whether the filter found some of a table's columns. */
    boolean columnsFound(TableNode table) {
        return columns.getOrDefault(table.schema(), Map.of()).containsKey(table.index());
    }

    private boolean paged(Node parent) {
        return (parent instanceof SchemaNode || parent instanceof ServiceNode) && all(parent) > MOST_ROWS;
    }

    /** How many children come before the pages: the examples of a service. */
    private int lead(Node parent) {
        return parent instanceof ServiceNode && indices(parent).isEmpty() ? 1 : 0;
    }

    private GroupNode group(Node parent, int page) {
        return groups.computeIfAbsent(parent, p -> new HashMap<>()).computeIfAbsent(page, n -> {
            int first = lead(parent) + n * PAGE;
            int last = Math.min(first + PAGE, all(parent)) - 1;
            String label = at(parent, first).label() + " … " + at(parent, last).label();
            return new GroupNode(parent, n, first, last - first + 1, label);
        });
    }

    private int all(Node parent) {
        return indices(parent).map(i -> i.length).orElseGet(parent::count);
    }

    private Node at(Node parent, int place) {
        return parent.child(indices(parent).map(i -> i[place]).orElse(place));
    }

    private int place(Node parent, Node node) {
        if (node instanceof TableNode table) {
            return indices(parent)
                    .map(i -> Arrays.binarySearch(i, table.index()))
                    .orElse(table.index());
        }
        return IntStream.range(0, all(parent))
                .filter(i -> at(parent, i) == node)
                .findFirst()
                .orElse(-1);
    }

    /** Empty for all. */
    private Optional<int[]> indices(Node parent) {
        if (parent instanceof Branch<?> branch && branch.state() != Branch.State.KNOWN) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                parent instanceof TableNode table
                        ? columns.getOrDefault(table.schema(), Map.of()).get(table.index())
                        : children.get(parent));
    }
}
