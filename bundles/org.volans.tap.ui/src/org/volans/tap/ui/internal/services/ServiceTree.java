package org.volans.tap.ui.internal.services;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.volans.api.tap.TapService;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.widgets.ThemeWatch;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/**
 * The tree of services. Whatever comes into sight is asked for, each branch in work of its own, so that a service that
 * does not answer keeps nobody waiting. UI thread only.
 */
final class ServiceTree {

    private static final Duration TYPING = Duration.ofMillis(250);
    private static final int MOST_EXPANDED_ROWS = 200;

    private final TapService tap;
    private final TreeViewer viewer;
    private final LazyContent content;
    private final NodeLabels labels;
    private final Workplace filtering;
    private final Map<Branch<?>, Workplace> loading = new IdentityHashMap<>();
    private final Consumer<Branch<?>> changed;
    private final Consumer<Shown> filtered;
    private List<ServiceNode> services = List.of();
    private String filter = "";
    private Set<Node> expandedBefore = Set.of();

    /**
     * @param changed  told when a branch has been read, or could not be
     * @param filtered told when something else is shown
     */
    ServiceTree(Composite parent, TapService tap, Consumer<Branch<?>> changed, Consumer<Shown> filtered) {
        this.tap = tap;
        this.changed = changed;
        this.filtered = filtered;
        viewer = new TreeViewer(parent, SWT.VIRTUAL | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.setUseHashlookup(true);
        viewer.getTree().setData("org.volans.id", "services.tree");
        labels = new NodeLabels(viewer.getTree());
        viewer.setLabelProvider(labels);
        content = new LazyContent(viewer, this::load);
        viewer.setContentProvider(content);
        ColumnViewerToolTipSupport.enableFor(viewer);
        filtering = Workplace.quiet(viewer.getTree());
        ThemeWatch.on(viewer.getTree(), this::showAgain);
    }

    TreeViewer viewer() {
        return viewer;
    }

    /** Shows these services; of those that were there before, what is known is kept. */
    void show(List<ServiceEntry> entries) {
        List<ServiceNode> next = new ArrayList<>();
        for (ServiceEntry entry : entries) {
            next.add(services.stream()
                    .filter(s -> s.entry().equals(entry))
                    .findFirst()
                    .orElseGet(() -> new ServiceNode(entry)));
        }
        if (!next.equals(services)) {
            Set<Node> open = expanded();
            services = List.copyOf(next);
            leaveOthers();
            content.show(Shown.all(services));
            reopen(open);
            if (!filter.isEmpty()) {
                find();
            }
        }
    }

    /** Nobody wants to know any more what a service that is gone has. */
    private void leaveOthers() {
        List.copyOf(loading.keySet()).stream()
                .filter(b -> !services.contains(b.service()))
                .forEach(b -> Optional.ofNullable(loading.remove(b)).ifPresent(Workplace::cancel));
    }

    List<ServiceNode> services() {
        return services;
    }

    /** Narrows the tree to what the words find; empty for everything. */
    void filter(String text) {
        if (text.strip().equals(filter)) {
            return;
        }
        if (filter.isEmpty()) {
            expandedBefore = expanded();
        }
        filter = text.strip();
        labels.highlight(TreeFilter.words(filter));
        find();
    }

    private void find() {
        if (filter.isEmpty()) {
            filtering.cancel();
            content.show(Shown.all(services));
            reopen(expandedBefore);
            filtered.accept(content.shown());
            return;
        }
        filtering.runAfter(
                TYPING,
                "Filter of the Services view",
                new TreeFilter(filter, services)::apply,
                this::show,
                failure -> filtered.accept(content.shown()));
    }

    private void showAgain() {
        Set<Node> open = expanded();
        content.show(content.shown());
        reopen(open);
    }

    private void show(Shown shown) {
        Set<Node> open = expanded();
        content.show(shown);
        if (shown.filtered()) {
            expandFound(shown);
        }
        reopen(open);
        filtered.accept(shown);
    }

    /** Opens what a person can overlook. */
    private void expandFound(Shown shown) {
        int rows = shown.services().size();
        for (ServiceNode service : shown.services()) {
            if (service.state() == Branch.State.KNOWN) {
                expand(service);
                for (int i = 0; i < shown.count(service) && rows < MOST_EXPANDED_ROWS; i++) {
                    Node schema = shown.child(service, i);
                    rows += 1 + shown.count(schema);
                    if (rows < MOST_EXPANDED_ROWS) {
                        expandFound(shown, schema);
                    }
                }
            }
        }
    }

    private void expandFound(Shown shown, Node schema) {
        expand(schema);
        for (int i = 0; i < shown.count(schema); i++) {
            if (shown.child(schema, i) instanceof TableNode table && shown.columnsFound(table)) {
                expand(table);
            }
        }
    }

    /** Asks again for a branch and what is below. */
    void reload(Branch<?> branch) {
        Optional.ofNullable(loading.remove(branch)).ifPresent(Workplace::cancel);
        branch.forget();
        load(branch);
    }

    /** Stops asking for a branch. */
    void stop(Branch<?> branch) {
        @Nullable Workplace place = loading.get(branch);
        if (place != null) {
            place.cancel();
            branch.failed(new Failure("Stopped.", new OperationCanceledException()));
            ended(branch);
        }
    }

    /** Asks for a branch unless that has been done. */
    void load(Branch<?> branch) {
        if (branch.state() == Branch.State.UNKNOWN) {
            ask(branch);
        }
    }

    /** Asks for the tables of all services that have not told them. */
    void readAll() {
        for (ServiceNode service : services) {
            if (service.state() == Branch.State.FAILED) {
                reload(service);
            } else {
                load(service);
            }
        }
    }

    private <T> void ask(Branch<T> branch) {
        branch.reading();
        Workplace place = loading.computeIfAbsent(branch, b -> new Workplace(viewer.getTree()));
        String name = "Reading " + branch.what() + " of " + branch.service().label();
        place.run(
                name,
                monitor -> branch.ask(tap, monitor),
                answer -> {
                    branch.known(answer);
                    ended(branch);
                },
                failure -> {
                    branch.failed(failure);
                    ended(branch);
                });
        viewer.getTree().getDisplay().asyncExec(() -> {
            if (!viewer.getTree().isDisposed()) {
                content.changed(branch); // not at once: the tree may be asking for this very branch
                changed.accept(branch);
            }
        });
    }

    private void ended(Branch<?> branch) {
        loading.remove(branch);
        content.changed(branch);
        changed.accept(branch);
        if (!filter.isEmpty() && branch instanceof ServiceNode) {
            find();
        }
    }

    /** Opens a node that is in the tree. */
    void expand(Node node) {
        content.shown().parent(node).ifPresent(this::expand);
        materialise(node);
        if (viewer.testFindItem(node) instanceof TreeItem item && !item.isDisposed()) {
            item.setExpanded(true);
        }
    }

    private void materialise(Node node) {
        Shown shown = content.shown();
        int index = shown.indexOf(node);
        if (index >= 0 && viewer.testFindItem(node) == null) {
            content.updateElement(shown.parent(node).map(Object.class::cast).orElse(shown), index);
        }
    }

    private Set<Node> expanded() {
        Set<Node> open = new HashSet<>();
        collect(viewer.getTree().getItems(), open);
        return open;
    }

    /** Only items that have been seen can be open; asking the others for their data would make them. */
    private static void collect(TreeItem[] items, Set<Node> open) {
        for (TreeItem item : items) {
            if (item.getExpanded() && item.getData() instanceof Node node) {
                open.add(node);
                collect(item.getItems(), open);
            }
        }
    }

    private void reopen(Set<Node> open) {
        open.stream()
                .filter(n -> services.contains(n.service()))
                .sorted(Comparator.comparingInt(ServiceTree::depth))
                .forEach(this::expand);
    }

    private static int depth(Node node) {
        return node.parent().map(p -> 1 + depth(p)).orElse(0);
    }

    /** The tree, for the focus. */
    Tree control() {
        return viewer.getTree();
    }
}
