package org.volans.datalink.ui.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.volans.api.datalink.LinkRow;
import org.volans.ui.widgets.Icons;
import org.volans.ui.widgets.Palette;
import org.volans.ui.widgets.ThemeWatch;

/** Links in groups by what they mean. UI thread only. */
final class LinkTree {

    private static final String[] TITLES = {"Link", "Type", "Size", "Service\u2019s term"};
    private static final int[] WIDTHS = {230, 80, 70, 90};

    private static final int LEAST = 140;
    private static final int WIDE = 460;

    private final Tree tree;
    private boolean local;

    /**
     * @param selected told of the link that is selected
     * @param opened   told of the link that is double-clicked
     */
    LinkTree(Composite parent, Consumer<LinkRow> selected, Consumer<LinkRow> opened) {
        tree = new Tree(parent, SWT.FULL_SELECTION | SWT.SINGLE);
        tree.setHeaderVisible(true);
        tree.setData("org.volans.id", "links.tree");
        for (int i = 0; i < TITLES.length; i++) {
            TreeColumn column = new TreeColumn(tree, i == 2 ? SWT.RIGHT : SWT.LEFT);
            column.setText(TITLES[i]);
            column.setWidth(WIDTHS[i]);
        }
        tree.addListener(SWT.Resize, e -> share());
        ThemeWatch.on(tree, this::recolour);
        tree.addListener(
                SWT.Selection,
                e -> link(e.item instanceof TreeItem item ? item : null).ifPresent(selected));
        tree.addListener(
                SWT.DefaultSelection,
                e -> link(e.item instanceof TreeItem item ? item : null).ifPresent(opened));
    }

    Tree control() {
        return tree;
    }

    /** Shows links. */
    void show(List<LinkRow> links) {
        Map<String, List<LinkRow>> groups = new LinkedHashMap<>();
        links.stream()
                .sorted(Comparator.comparingInt(l -> LinkWords.order(l.semantics())))
                .forEach(l -> groups.computeIfAbsent(l.semantics(), s -> new ArrayList<>())
                        .add(l));
        tree.setRedraw(false);
        tree.removeAll();
        groups.forEach((semantics, members) -> {
            TreeItem group = new TreeItem(tree, SWT.NONE);
            group.setText(LinkWords.semantics(semantics));
            group.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
            members.forEach(link -> add(group, link));
            group.setExpanded(true);
        });
        local = links.stream().anyMatch(l -> !l.localSemantics().isEmpty());
        share();
        tree.setRedraw(true);
    }

    /** What is left of the width goes to the first column; where it is scarce the last one goes. */
    private void share() {
        int width = tree.getClientArea().width;
        int last = local && width > WIDE ? WIDTHS[3] : 0;
        tree.getColumn(3).setWidth(last);
        tree.getColumn(0).setWidth(Math.max(LEAST, width - WIDTHS[1] - WIDTHS[2] - last));
    }

    private void add(TreeItem group, LinkRow link) {
        TreeItem item = new TreeItem(group, SWT.NONE);
        item.setData(link);
        boolean fault = link.target() instanceof LinkRow.Target.Fault;
        item.setText(new String[] {
            link.target() instanceof LinkRow.Target.Fault words
                            && link.description().isEmpty()
                    ? words.message()
                    : LinkWords.title(link),
            fault ? "Fault" : LinkWords.type(link),
            LinkWords.size(link.contentLength()),
            link.localSemantics()
        });
        colour(item, link);
        item.setImage(icon(link));
    }

    private void colour(TreeItem item, LinkRow link) {
        if (link.target() instanceof LinkRow.Target.Fault) {
            item.setForeground(Palette.of(tree).bad());
        }
    }

    private void recolour() {
        for (TreeItem group : tree.getItems()) {
            for (TreeItem item : group.getItems()) {
                link(item).ifPresent(link -> colour(item, link));
            }
        }
    }

    private static Image icon(LinkRow link) {
        String name = switch (link.target()) {
            case LinkRow.Target.Access access -> "link";
            case LinkRow.Target.Service service -> "service";
            case LinkRow.Target.Fault fault -> "fault";
        };
        return Icons.image("org.volans.datalink.ui", name);
    }

    /** Selects the link that is most like one of another row, else the first. */
    Optional<LinkRow> selectLike(Optional<LinkRow> before) {
        Optional<TreeItem> first = Optional.empty();
        for (TreeItem group : tree.getItems()) {
            for (TreeItem item : group.getItems()) {
                Optional<LinkRow> link = link(item);
                if (before.isPresent() && link.isPresent() && alike(before.get(), link.get())) {
                    tree.setSelection(item);
                    return link;
                }
                if (first.isEmpty()) {
                    first = Optional.of(item);
                }
            }
        }
        first.ifPresent(tree::setSelection);
        return first.flatMap(LinkTree::link);
    }

    private static boolean alike(LinkRow a, LinkRow b) {
        return a.semantics().equals(b.semantics())
                && a.target().getClass() == b.target().getClass()
                && a.localSemantics().equals(b.localSemantics())
                && (a.target() instanceof LinkRow.Target.Service
                        || a.contentType().equals(b.contentType()));
    }

    private static Optional<LinkRow> link(@Nullable TreeItem item) {
        return item != null && item.getData() instanceof LinkRow link ? Optional.of(link) : Optional.empty();
    }
}
